import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hookMailsFor } from '../../functions/jobs/send-messages/hook-messages.ts'
import type { Message } from '../../functions/jobs/send-messages/message.ts'
import type { SendDependencies } from '../../functions/jobs/send-messages/send-dependencies.ts'
import { anAssociation } from '../support/associations.ts'
import { engines } from '../support/engine.ts'
import { aHookStage, type HookStage, MONTMIRAIL } from '../support/hooks.ts'
import { toldBy } from '../support/told.ts'

describe.each(engines)('the mail about a paused hook on $name', (engine) => {
  let stage: HookStage
  beforeEach(async () => {
    stage = await aHookStage(engine)
  })
  afterEach(() => stage.receiver.close())

  const toldWhile = (work: () => Promise<unknown>): Promise<Message[]> => toldBy(stage, work)

  const gone = async () => {
    stage.receiver.told.answer = 410
    await stage.book()
    await stage.note()
    return toldWhile(() => stage.deliver())
  }

  it('goes to those in charge of the site, with the way to its page', async () => {
    const manager = await stage.withRole({ role: 'manager', scope: MONTMIRAIL })
    await stage.withRole({ role: 'agent', scope: MONTMIRAIL })
    const { body: hook } = await stage.link({ scope: MONTMIRAIL, by: manager.cookie })
    const [mail, ...others] = await gone()
    expect(others).toEqual([])
    expect(mail).toMatchObject({
      to: manager.email,
      subject: 'L’outil « Agenda » ne reçoit plus rien : Montmirail',
    })
    expect(mail?.text).toContain('a répondu qu’il n’existe plus')
    expect(mail?.text).toContain(`https://restante.example/outil?lieu=09410A&outil=${hook.id}`)
    expect(mail?.text).toContain('responsable de ce lieu')
  })

  it('goes to those in charge of the département where nobody is of the site', async () => {
    const manager = await stage.withRole({ role: 'manager', scope: MONTMIRAIL })
    await stage.link({ scope: MONTMIRAIL, by: manager.cookie })
    await stage.api.deps.grants.withdraw(manager.id, { role: 'manager', scope: MONTMIRAIL })
    const [mail] = await gone()
    expect(mail?.to).toBe(stage.inCharge.email)
  })

  it('goes after three days to those in charge of the département, once', async () => {
    await stage.link()
    stage.receiver.told.answer = 500
    await stage.book()
    await stage.note()
    const mails: Message[] = []
    for (let hours = 0; hours <= 96; hours += 6) {
      mails.push(...(await toldWhile(() => stage.deliver())))
      stage.pass(360)
    }
    expect(mails.map(({ to }) => to)).toEqual([stage.inCharge.email])
    expect(mails[0]?.text).toContain('Depuis trois jours')
    expect(mails[0]?.text).toContain('responsable pour ce département')
  })

  it('goes to the leads of an association', async () => {
    const { id, lead } = await anAssociation(stage.api)
    await stage.link({
      scope: { kind: 'association', association: id },
      by: lead.cookie,
      topics: ['booking'],
    })
    await stage.call(lead.cookie, 'POST', '/bookings', {
      ...{ site: '09410A', space: 'bureau', date: '2026-11-25', start: '08:00', end: '10:00' },
      ...{ use: 'desk', as: id },
    })
    const mails = await gone()
    expect(mails.map(({ to }) => to)).toEqual([lead.email])
  })

  it('goes to nobody once the hook is resumed or removed', async () => {
    const { body } = await stage.link()
    const path = `/hooks/departement:51/${body.id}`
    await gone()
    const [paused] = await stage.api.deps.hooks.listAllHooks()
    if (!paused) throw new Error('no hook')
    const mails = () => hookMailsFor(paused, { ...stage.api.deps, origin: '' } as unknown as SendDependencies)
    expect(await mails()).toHaveLength(1)
    await stage.call(stage.inCharge.cookie, 'DELETE', `${path}/pause`)
    expect(await mails()).toEqual([])
    await stage.call(stage.inCharge.cookie, 'DELETE', path)
    expect(await mails()).toEqual([])
  })
})
