import { beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '../../shared/domain/instant.ts'
import { atSite, type StaffRole } from '../../shared/domain/rights.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import { anOpening, aSite, aSpace, range } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { BY_KEY } from '../support/lending.ts'
import { scanAll } from '../support/scan.ts'
import { seed } from '../support/seed.ts'
import { holderOf } from '../support/waitlist-entry.ts'

const site = aSite().id
const openings = [anOpening({ basis: 'fixed', window: range('08:00-20:00') })]
const hours = BY_KEY.keeper.hours.map((day) => day.map(() => [510, 720] as const))
const access = { kind: 'key-holder', keeper: { ...BY_KEY.keeper, hours } } as const
const DAY_MS = 86_400_000

describe.each(engines)('the keys of a place on $name', (engine) => {
  let table: Awaited<ReturnType<typeof freshTable>>
  let api: ReturnType<typeof anApi>
  const staff = new Map<StaffRole, string>()
  let people = 10

  const as = (role: StaffRole) => staff.get(role)
  const book = async (changes: Record<string, unknown> = {}) => {
    const whom = { name: 'Odile Vasseur', phone: `03 26 11 22 ${++people}` }
    const body = aBookingBody({ date: '2026-11-25', start: '09:00', end: '11:00', for: whom, ...changes })
    const made = await api.call('POST', '/bookings', { body, headers: aKey(), cookie: as('agent') })
    expect(made.status).toBe(201)
    return made.body as { id: string; reference: string }
  }
  const list = async (cookie: string | undefined = as('agent')) =>
    api.call('GET', `/sites/${site}/keys`, { cookie })
  const lineOf = async (id: string, cookie?: string) =>
    (await list(cookie)).body.keys.find((each: { id: string }) => each.id === id)
  const note = (id: string, out: unknown, cookie: string | undefined = as('agent')) =>
    api.call('PUT', `/bookings/${id}/key`, { body: { out }, cookie })

  beforeAll(async () => {
    table = await freshTable(engine)
    await seed(table, aSite(), [
      aSpace({ openings, access, capacity: 20 }),
      aSpace({ id: 'libre' as never, openings }),
      aSpace({ id: 'salle' as never, name: 'Salle du fond', openings, access }),
    ])
    api = anApi(table)
    for (const role of ['agent', 'owner', 'phone', 'network', 'manager'] as const) {
      staff.set(role, await api.signIn(`${role}@example.org`))
      const grant = { role, scope: role === 'network' ? ({ kind: 'network' } as const) : atSite(site) }
      await api.deps.grants.give(await holderOf(api, `${role}@example.org`), grant)
    }
  })

  it('go out, come back, and are listed with whose they are and by when they are due', async () => {
    const { id, reference } = await book()
    expect(await lineOf(id)).toMatchObject({ reference, state: 'kept', holderName: 'Odile Vasseur' })
    const out = await note(id, true)
    expect([out.status, out.body]).toEqual([
      200,
      expect.objectContaining({ state: 'out', phone: '03 26 11 22 11', dueBack: '2026-11-25T12:00' }),
    ])
    expect((await note(id, true)).body).toEqual(out.body)
    expect(await lineOf(id)).toEqual(out.body)
    api.clock.now = (api.clock.now + 60_000) as Instant
    expect((await note(id, false)).body).toMatchObject({ state: 'kept' })
    expect((await note(id, false)).status).toBe(200)
    const { body } = await api.call('GET', `/audit/site:${site}`, { cookie: as('manager') })
    const effects = body.acts.filter((each: { reference: string }) => each.reference === reference)
    expect(effects.map(({ effect }: { effect: string }) => effect)).toEqual(['key-back', 'key-out', 'booked'])
  })

  it('are overdue once the keeper has closed, and stay listed when the booking is cancelled', async () => {
    const { id } = await book()
    await note(id, true)
    const ended = await api.call('PUT', `/bookings/${id}/cancellation`, {
      body: { reason: 'Salle prise' },
      cookie: as('manager'),
    })
    expect(ended.status).toBe(200)
    expect(await lineOf(id)).toMatchObject({ state: 'out' })
    api.clock.now = (api.clock.now + 20 * DAY_MS) as Instant
    try {
      expect(await lineOf(id)).toMatchObject({ state: 'overdue' })
      expect((await note(id, false)).status).toBe(200)
      expect(await lineOf(id)).toBeUndefined()
    } finally {
      api.clock.now = (api.clock.now - 20 * DAY_MS) as Instant
    }
  })

  it('are due when the booking ends, wherever it was moved to after they went out', async () => {
    const { id } = await book()
    await note(id, true)
    const body = { date: '2026-11-27', start: '09:00', end: '11:00' }
    const moved = await api.call('PATCH', `/bookings/${id}`, { body, cookie: as('agent') })
    expect(moved.status).toBe(200)
    expect(await lineOf(id)).toMatchObject({ state: 'out', dueBack: '2026-11-27T12:00' })
    expect((await note(id, true)).body).toMatchObject({ dueBack: '2026-11-27T12:00' })
    const elsewhere = { ...body, space: 'libre' }
    const again = await api.call('PATCH', `/bookings/${id}`, { body: elsewhere, cookie: as('agent') })
    expect(again.status).toBe(200)
    expect(await lineOf(id)).toMatchObject({ state: 'out', space: aSpace().name })
    expect((await note(id, false)).status).toBe(200)
  })

  it('come back before that of the room where the booking is now goes out', async () => {
    const { id } = await book()
    expect((await note(id, true)).body.movedTo).toBeUndefined()
    const body = { space: 'salle', date: '2026-11-25', start: '09:00', end: '11:00' }
    expect((await api.call('PATCH', `/bookings/${id}`, { body, cookie: as('agent') })).status).toBe(200)
    expect(await lineOf(id)).toMatchObject({ state: 'out', space: aSpace().name, movedTo: 'Salle du fond' })
    const early = await note(id, true)
    expect([early.status, early.body.code]).toEqual([409, 'other-key-out'])
    expect((await note(id, false)).body).toMatchObject({ state: 'kept' })
    expect((await note(id, true)).body).toMatchObject({ state: 'out', space: 'Salle du fond' })
    expect((await lineOf(id)).movedTo).toBeUndefined()
    await note(id, false)
  })

  it('show the owner of the premises references and no names, and others nothing', async () => {
    const { id, reference } = await book()
    const seen = await lineOf(id, as('owner'))
    expect(seen).toMatchObject({ reference, state: 'kept' })
    expect(JSON.stringify(seen)).not.toMatch(/Odile|03 26/)
    const noted = await note(id, true, as('owner'))
    expect([noted.status, noted.body.state, noted.body.holderName]).toEqual([200, 'out', undefined])
    const somebody = await api.signIn('somebody@example.org')
    for (const cookie of [as('phone'), as('network'), somebody]) {
      expect((await list(cookie)).status).toBe(404)
      expect((await note(id, false, cookie)).status).toBe(404)
    }
    expect((await list('')).status).toBe(401)
  })

  it('are refused where no key opens, and after bad input, with nothing written', async () => {
    const free = await book({ space: 'libre' })
    const { id } = await book()
    const before = await scanAll(table)
    const refused = await note(free.id, true)
    expect([refused.status, refused.body.code]).toEqual([409, 'key-not-needed'])
    for (const out of ['yes', 1, null, undefined]) expect((await note(id, out)).status).toBe(422)
    expect((await note('0'.repeat(20), true)).status).toBe(404)
    expect(await scanAll(table)).toBe(before)
    expect(await lineOf(free.id)).toBeUndefined()
  })

  it('go out once, although four people hand them out at the same time', async () => {
    const { id, reference } = await book()
    const answers = await Promise.all(
      [as('agent'), as('manager'), as('owner'), as('agent')].map((cookie) => note(id, true, cookie)),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const { body } = await api.call('GET', `/audit/site:${site}`, { cookie: as('manager') })
    const handed = body.acts.filter(
      (each: { reference: string; effect: string }) =>
        each.reference === reference && each.effect === 'key-out',
    )
    expect(handed).toHaveLength(1)
  })
})
