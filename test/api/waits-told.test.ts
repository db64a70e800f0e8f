import { beforeEach, describe, expect, it } from 'vitest'
import type { Message } from '../../functions/jobs/send-messages/message.ts'
import { sendMessage } from '../../functions/jobs/send-messages/send-message.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { messageStore } from '../../shared/store/message-store.ts'
import { aBookingBody, aKey } from '../support/api.ts'
import { aSpace } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { toldBy } from '../support/told.ts'
import { leaveOn, waitOn } from '../support/waitlist.ts'
import { aWorkshopRoom, aWorkshopStage, type WorkshopStage } from '../support/workshops.ts'

const subjects = (messages: readonly Message[]) => messages.map(({ to, subject }) => `${to}: ${subject}`)
const joined = (who: string) => `${who}: Vous êtes sur la liste d’attente : mardi 24 novembre, Montmirail`
const first = (who: string) => `${who}: Bientôt votre tour : mardi 24 novembre, Montmirail`

describe.each(engines)('a person on a waiting list, on $name,', (engine) => {
  let stage: WorkshopStage
  let people = 0
  const somebody = async () => {
    const email = `waits-${people++}@example.org`
    return { email, cookie: await stage.api.signIn(email, 'Camille') }
  }
  type Somebody = Awaited<ReturnType<typeof somebody>>
  const wait = async ({ cookie }: Somebody) => {
    stage.api.clock.now = addMinutes(stage.api.clock.now, 0.01)
    return (await waitOn(stage.api, cookie, { minutes: 240 })).body
  }
  const leave = ({ cookie }: Somebody, id: string) => leaveOn(stage.api, cookie, id)
  /** The only desk is taken for a part of the morning. */
  const taken = async () => {
    const rival = await somebody()
    const { body } = await stage.api.call('POST', '/bookings', {
      ...{ body: aBookingBody(), headers: aKey(), cookie: rival.cookie },
    })
    return () => stage.leave(body.id, rival.cookie)
  }

  beforeEach(async () => {
    stage = await aWorkshopStage(engine, [aSpace({ capacity: 1 }), aWorkshopRoom({ uses: ['room'] })])
  })

  it('is told so, and their rank', async () => {
    await taken()
    const [one, two] = [await somebody(), await somebody()]
    const [mail] = await toldBy(stage, () => wait(one))
    expect(subjects(mail ? [mail] : [])).toEqual([joined(one.email)])
    expect(mail?.text).toContain('Votre tour est le prochain.')
    expect(mail?.text).toContain('Le mardi 24 novembre, entre 8 h et 12 h\nMontmirail\n')
    const later = await toldBy(stage, () => wait(two))
    expect(subjects(later)).toEqual([joined(two.email)])
    expect(later[0]?.text).toContain('Votre tour est le 2e.')
  })

  it('is told only of the offer when a place is free at once, however late the news of waiting', async () => {
    const one = await somebody()
    let id = ''
    const told = await toldBy(stage, async () => {
      id = (await wait(one)).id
    })
    expect(subjects(told)).toEqual([expect.stringContaining('Une place est libre pour vous')])
    const late: Message[] = []
    const entry = await stage.api.deps.waitlist.findEntry(id as never)
    if (!entry) throw new Error('no entry')
    const { booking: _, ...before } = entry
    await sendMessage(
      { kind: 'wait-joined', id: `${id}#joined`, wait: { ...before, status: 'waiting' } },
      {
        ...stage.api.deps,
        ...{ marks: messageStore(stage.table), origin: 'https://restante.example' },
        send: async (message) => void late.push(message),
      },
    )
    expect(late).toEqual([])
  })

  it('is told once of being first in line', async () => {
    const free = await taken()
    const all = [await somebody(), await somebody(), await somebody(), await somebody()] as const
    const [a, b, c, d] = all
    const ids: string[] = []
    for (const each of all) await toldBy(stage, async () => ids.push((await wait(each)).id))
    const [ofA = '', ofB = ''] = ids
    expect(subjects(await toldBy(stage, () => leave(b, ofB)))).toEqual([])
    expect(subjects(await toldBy(stage, () => leave(a, ofA)))).toEqual([first(c.email)])
    const offered = await toldBy(stage, free)
    const toldTo = ({ email }: Somebody) => subjects(offered.filter(({ to }) => to === email))
    expect(toldTo(c)).toEqual([expect.stringContaining('Une place est libre pour vous')])
    expect(toldTo(d)).toEqual([first(d.email)])
  })

  it('is told so for a workshop, with its page', async () => {
    const { id } = (await stage.plan({ seats: 1 })).body
    await stage.signUp(id, await stage.somebody())
    const [one, two] = [await somebody(), await somebody()]
    const [mail] = await toldBy(stage, () => stage.wait(id, one.cookie))
    expect(mail?.subject).toMatch(/^Vous êtes sur la liste d’attente : /)
    expect(mail?.text).toContain(`https://restante.example/atelier?id=${id}`)
    expect(mail?.text).toContain('Atelier : ')
    const [later] = await toldBy(stage, () => stage.wait(id, two.cookie))
    expect(later?.text).toContain('Votre tour est le 2e.')
  })
})
