import { beforeEach, describe, expect, it } from 'vitest'
import { engines } from '../support/engine.ts'
import { aSetUp, fixedOpening } from '../support/lending.ts'
import { scanAll } from '../support/scan.ts'
import { aStaffStage, type StaffStage } from '../support/staff-stage.ts'

const SITE = '/sites/09410A'
/** With the notice of a week, and the clock of the stage in the week before. */
const [EARLY, FROM, LAST] = ['2026-11-25', '2026-12-01', '2026-11-30']

describe.each(engines)('the agreement of the owner to what is lent on $name', (engine) => {
  let stage: StaffStage
  let owner: string

  const read = async (cookie = owner) => (await stage.as(cookie, 'GET', `${SITE}/premises`)).body
  const spaceOf = async (id = 'bureau') =>
    (await read()).spaces.find((each: { id: string }) => each.id === id)
  const say = (body: object, cookie = owner, space = 'bureau') =>
    stage.as(cookie, 'PUT', `${SITE}/spaces/${space}/consent`, body)
  const agree = async (cookie = owner) => say({ agreed: true, revision: (await spaceOf()).revision }, cookie)
  const disagree = async (changes: object = {}, cookie = owner) => {
    const { revision } = await spaceOf()
    return say({ agreed: false, revision, from: FROM, reason: 'Nous reprenons la salle', ...changes }, cookie)
  }
  /** The manager lends it again for as long as wanted. */
  const lendOn = async (until?: string) => {
    const { revision } = await spaceOf()
    const opening = fixedOpening('08:00', '19:00', until === undefined ? {} : { until })
    return stage.as(stage.manager.cookie, 'PUT', `${SITE}/spaces/bureau`, {
      ...aSetUp({ openings: [opening] }),
      revision,
    })
  }

  beforeEach(async () => {
    stage = await aStaffStage(engine)
    owner = (await stage.withRole('owner')).cookie
    await stage.as(stage.manager.cookie, 'PUT', `${SITE}/premises`, { owner: 'La commune', seen: 0 })
  })

  it('is asked where somebody else runs the place, and what is lent stands without an answer', async () => {
    expect(await read()).toMatchObject({ asksOwner: true, mayAgree: true })
    expect(await spaceOf()).toEqual({ id: 'bureau', name: expect.any(String), revision: 0 })
    expect(await read(stage.manager.cookie)).toMatchObject({ asksOwner: true, mayAgree: false })
    const booked = await stage.book(await stage.somebody('Ali'), { date: '2026-12-02' })
    expect(booked.status).toBe(201)
    const alone = { owner: 'La commune', operator: 'La commune', seen: 1 }
    await stage.as(stage.manager.cookie, 'PUT', `${SITE}/premises`, alone)
    expect((await read()).asksOwner).toBe(false)
  })

  it('is given once, is kept when the manager changes the space, and is in the trail', async () => {
    expect((await agree()).body).toMatchObject({ agreedOn: '2026-11-21', revision: 1 })
    expect((await agree()).body).toMatchObject({ revision: 1 })
    expect((await lendOn()).status).toBe(200)
    expect(await spaceOf()).toMatchObject({ agreedOn: '2026-11-21', revision: 2 })
    const { body } = await stage.as(stage.manager.cookie, 'GET', '/audit/site:09410A')
    const said = body.acts.filter(({ effect }: { effect: string }) => effect === 'agreed')
    expect(said).toMatchObject([{ about: 'bureau', as: { role: 'owner' } }])
    const { body: shown } = await stage.api.call('GET', SITE)
    expect(JSON.stringify(shown)).not.toMatch(/consent|agreed/)
  })

  it('ends as a planned closure does: shown without people, then everybody is told or to be called', async () => {
    await stage.book(await stage.somebody('Ali'), { date: '2026-11-27' })
    const later = await stage.book(await stage.somebody('Zoé'), { date: '2026-12-02' })
    await stage.book(stage.agent.cookie, {
      ...{ date: '2026-12-03', for: { name: 'Jeanne', phone: '06 12 34 56 78' } },
    })
    const before = await scanAll(stage.table)
    const shown = await disagree()
    expect([shown.status, shown.body.code, shown.body.count]).toEqual([409, 'touches-bookings', 2])
    expect(JSON.stringify(shown.body)).not.toMatch(/Zoé|Jeanne|06 12/)
    expect(await scanAll(stage.table)).toBe(before)
    const ended = await disagree({ seen: shown.body.mark })
    expect([ended.status, ended.body.until]).toEqual([200, LAST])
    const { body: zoe } = await stage.as(stage.agent.cookie, 'GET', `/bookings/${later.body.id}`)
    expect(zoe).toMatchObject({
      status: 'cancelled',
      cause: 'lending-changed',
      note: 'Nous reprenons la salle',
    })
    const { body: calls } = await stage.as(stage.agent.cookie, 'GET', `${SITE}/calls`)
    expect(calls.calls).toMatchObject([{ holderName: 'Jeanne', news: 'offered' }])
    const { body: planning } = await stage.planning(stage.agent.cookie, '?from=2026-11-27&days=7')
    const there = planning.bookings.filter(({ space }: { space: string }) => space === 'bureau')
    expect(there.map(({ holderName }: { holderName: string }) => holderName)).toEqual(['Ali'])
    expect((await stage.book(await stage.somebody(), { date: FROM })).body.code).toBe('outside-opening')
    const { body } = await stage.as(stage.manager.cookie, 'GET', '/audit/site:09410A')
    expect(body.acts.map(({ effect }: { effect: string }) => effect)).toContain('disagreed')
  })

  it('binds who lends until the owner agrees again', async () => {
    expect((await disagree()).status).toBe(200)
    const refused = await lendOn()
    expect([refused.status, refused.body.code, refused.body.until]).toEqual([409, 'owner-disagrees', LAST])
    expect((await lendOn('2026-12-01')).body.code).toBe('owner-disagrees')
    expect((await lendOn(LAST)).status).toBe(200)
    // Whoever is said to run the place since: the owner still finds where to agree.
    const alone = { owner: 'La commune', operator: 'La commune', seen: 1 }
    await stage.as(stage.manager.cookie, 'PUT', `${SITE}/premises`, alone)
    expect([(await read()).asksOwner, (await lendOn()).body.code]).toEqual([true, 'owner-disagrees'])
    expect((await agree()).body.until).toBeUndefined()
    expect((await read()).asksOwner).toBe(false)
    expect((await lendOn()).status).toBe(200)
  })

  it('holds against a manager who lends on at the same moment', async () => {
    const answers = await Promise.all([disagree(), lendOn(), disagree(), lendOn()])
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    const lending = await stage.api.deps.lending.readLending('09410A' as never)
    const space = lending?.spaces.find(({ id }) => id === 'bureau')
    const { until } = space?.consent ?? {}
    expect(until === undefined || space?.openings.every((each) => each.until && each.until <= until)).toBe(
      true,
    )
    expect((await disagree()).status).toBe(200)
    expect((await lendOn()).body.code).toBe('owner-disagrees')
  })

  it('is for the owner of the premises alone, and bad input changes nothing', async () => {
    const before = await scanAll(stage.table)
    const outsider = await stage.somebody('Luc')
    const counts = await scanAll(stage.table)
    for (const cookie of [stage.manager.cookie, stage.agent.cookie, outsider]) {
      expect((await agree(cookie)).status).toBe(404)
      expect((await disagree({}, cookie)).status).toBe(404)
    }
    const revision = 0
    expect((await disagree({ from: EARLY })).body).toMatchObject({
      ...{ code: 'notice-too-short', earliestDate: '2026-11-28' },
    })
    expect((await disagree({ revision: 7 })).body.code).toBe('changed')
    expect((await say({ agreed: true, revision: 7 })).body.code).toBe('changed')
    expect((await say({ agreed: true, revision }, owner, 'absent')).status).toBe(404)
    for (const wrong of [
      { from: '2026-02-30' },
      { reason: '' },
      { reason: 'a'.repeat(201) },
      { revision: -1 },
    ])
      expect((await disagree(wrong)).status).toBe(422)
    for (const wrong of [{}, { agreed: 'yes', revision }, { agreed: true }, { agreed: false, revision }])
      expect((await say(wrong)).status).toBe(422)
    expect(await scanAll(stage.table)).toBe(counts)
    expect(counts).not.toBe(before)
  })
})
