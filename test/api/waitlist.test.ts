import { beforeEach, describe, expect, it } from 'vitest'
import type { HolderId, SiteId, SpaceId } from '../../shared/domain/ids.ts'
import { addMinutes, type Instant, instantAt } from '../../shared/domain/instant.ts'
import { atSite } from '../../shared/domain/rights.ts'
import type { Table } from '../../shared/store/client.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import { aSite, aSpace, date, PARIS, time } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { seed } from '../support/seed.ts'
import { leaveOn, readWaitlistEntryOn, waitOn } from '../support/waitlist.ts'
import { holderOf } from '../support/waitlist-entry.ts'

const NEAR = aSite({ id: '09411A' as SiteId, name: 'Vauchamps', position: { lat: 48.88, lon: 3.62 } })
const FAR = aSite({ id: '09412A' as SiteId, name: 'Reims', position: { lat: 49.25, lon: 4.03 } })
const SPACES = [
  aSpace({ capacity: 1 }),
  aSpace({ id: 'salle' as SpaceId, capacity: 4, uses: ['room'], parts: [], overlappingSpaces: [] }),
]
const HOUR_MS = 3_600_000

describe.each(engines.slice(0, 1))('a wait', (engine) => {
  let table: Table
  let api: ReturnType<typeof anApi>
  let cookie: string
  let rival: string
  const wait = (changes: Record<string, unknown> = {}, who = cookie, key = aKey()) => {
    api.clock.now = (api.clock.now + 1) as Instant
    return waitOn(api, who, changes, key)
  }
  const book = (changes: Record<string, unknown>, who: string) =>
    api.call('POST', '/bookings', { body: aBookingBody(changes), headers: aKey(), cookie: who })
  const cancel = (id: string, who: string) => api.call('DELETE', `/bookings/${id}`, { cookie: who })
  const bookingOf = async (id: string, who: string) =>
    (await api.call('GET', `/bookings/${id}`, { cookie: who })).body
  const faults = async () => (await reconcile(table, aSite().id)).faults

  beforeEach(async () => {
    table = await freshTable(engine)
    for (const site of [aSite(), NEAR, FAR]) await seed(table, site, SPACES)
    api = anApi(table)
    cookie = await api.signIn('camille@example.org')
    rival = await api.signIn('dominique@example.org')
  })

  it('is offered free units at once, soonest first', async () => {
    const { status, body } = await wait({ from: '09:00' })
    expect([status, body.status]).toEqual([201, 'offered'])
    expect(await bookingOf(body.booking, cookie)).toMatchObject({
      ...{ status: 'offered', start: '09:00', end: '11:00', until: '2026-11-21T22:00' },
    })
    expect((await book({ start: '10:00', end: '11:00' }, rival)).body.code).toBe('taken')
    expect(await faults()).toEqual([])
  })

  it('keeps the order of asking, and is offered what a cancellation frees', async () => {
    const taken = (await book({}, rival)).body
    const others = await api.signIn('alix@example.org')
    const first = (await wait()).body
    const second = (await wait({}, others)).body
    expect([first.status, first.rank, second.rank]).toEqual(['waiting', 1, 2])
    expect((await cancel(taken.id, rival)).status).toBe(200)
    expect(await readWaitlistEntryOn(api, cookie, first.id)).toMatchObject({
      status: 'offered',
      booking: expect.any(String),
    })
    const offered = await readWaitlistEntryOn(api, others, second.id)
    expect(offered).toMatchObject({ status: 'offered' })
    expect(await bookingOf(offered.booking, others)).toMatchObject({ start: '10:00', end: '12:00' })
    expect(await faults()).toEqual([])
  })

  it('is skipped without losing its rank when it does not fit', async () => {
    const taken = (await book({ start: '08:00', end: '10:00' }, rival)).body
    const late = (await book({ start: '10:00', end: '12:00' }, await api.signIn('x@example.org'))).body
    const long = (await wait({ minutes: 240 })).body
    const short = (await wait({}, await api.signIn('alix@example.org'))).body
    const third = await api.signIn('sacha@example.org')
    const after = (await wait({ minutes: 240 }, third)).body
    await cancel(taken.id, rival)
    expect(await readWaitlistEntryOn(api, cookie, long.id)).toMatchObject({ status: 'waiting', rank: 1 })
    expect(await readWaitlistEntryOn(api, third, after.id)).toMatchObject({ status: 'waiting', rank: 2 })
    expect(short.rank).toBe(2)
    expect(late.status).toBe('confirmed')
  })

  it('searches the named site first, then those within some kilometres', async () => {
    await book({}, rival)
    const { body } = await wait({ radius: 10 })
    expect(body.sites.map(({ name }: { name: string }) => name)).toEqual(['Montmirail', 'Vauchamps'])
    expect(body.status).toBe('offered')
    expect((await bookingOf(body.booking, cookie)).site.name).toBe('Vauchamps')
  })

  it('ends with one offer on every waitlist, and nothing else is held for it', async () => {
    const mine = (await book({}, rival)).body
    const other = await api.signIn('alix@example.org')
    const near = (await book({ site: NEAR.id }, other)).body
    const { body } = await wait({ radius: 10 })
    await Promise.all([cancel(mine.id, rival), cancel(near.id, other)])
    const list = (await api.call('GET', '/me/bookings', { cookie })).body.bookings
    expect(list).toHaveLength(1)
    expect(await readWaitlistEntryOn(api, cookie, body.id)).toMatchObject({
      status: 'offered',
      booking: list[0].id,
    })
  })

  it('is the same for the same key, which is refused for another request', async () => {
    await book({}, rival)
    const key = aKey()
    const first = await wait({}, cookie, key)
    expect((await wait({}, cookie, key)).body).toEqual(first.body)
    for (const change of [
      { minutes: 60 },
      { radius: 5 },
      { space: 'bureau' },
      { to: '13:00' },
      { use: 'room' },
    ])
      expect((await wait(change, cookie, key)).body.code).toBe('key-reused')
    expect((await wait({}, rival, key)).body.id).not.toBe(first.body.id)
  })

  it('is given up, repeatedly without effect, and not once something is offered', async () => {
    await book({}, rival)
    const { body } = await wait()
    for (let again = 0; again < 2; again++)
      expect((await leaveOn(api, cookie, body.id)).body).toMatchObject({ status: 'left' })
    const offered = (await wait({ date: '2026-11-25' })).body
    const answer = await leaveOn(api, cookie, offered.id)
    expect(answer.body).toMatchObject({ status: 409, code: 'not-waiting', waitStatus: 'offered' })
  })

  it('of somebody else does not exist', async () => {
    const { body } = await wait()
    for (const method of ['GET', 'DELETE'])
      expect((await api.call(method, `/waits/${body.id}`, { cookie: rival })).body.code).toBe('not-found')
    expect((await api.call('GET', '/me/waits', { cookie: rival })).body).toEqual({
      waits: [],
      associations: [],
    })
  })

  it('is listed from today on, and is over once the day has passed', async () => {
    await book({}, rival)
    const { body } = await wait()
    expect((await api.call('GET', '/me/waits', { cookie })).body.waits).toMatchObject([
      { id: body.id, rank: 1 },
    ])
    api.clock.now = instantAt(date('2026-11-24'), time('10:00'), PARIS)
    expect(await readWaitlistEntryOn(api, cookie, body.id)).toMatchObject({ status: 'over' })
    expect(await readWaitlistEntryOn(api, cookie, body.id)).not.toHaveProperty('rank')
  })

  it('is one of exactly ten per person, however many are asked for at once', async () => {
    for (const space of ['bureau', 'salle'])
      await book({ space, use: 'room' }, space === 'salle' ? cookie : rival)
    const answers = await Promise.all(Array.from({ length: 14 }, () => wait({ use: 'room' })))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10)
    const refused = answers.find(({ status }) => status === 409)
    expect(refused?.body).toMatchObject({ code: 'quota-reached', rule: 'waits', limit: 10 })
    const [one] = answers.filter(({ status }) => status === 201)
    await leaveOn(api, cookie, one?.body.id)
    expect((await wait({ use: 'room' })).status).toBe(201)
  })

  it('is held shorter as the start nears, then goes to the next, even when no job runs', async () => {
    const next = await api.signIn('alix@example.org')
    api.clock.now = (addMinutes(instantAt(date('2026-11-24'), time('08:00'), PARIS), -240) - 1) as Instant
    const { body } = await wait({ minutes: 240 })
    expect((await bookingOf(body.booking, cookie)).until).toBe('2026-11-24T05:00')
    const waiting = (await wait({ minutes: 240 }, next)).body
    expect(waiting.status).toBe('waiting')
    api.clock.now = (api.clock.now + HOUR_MS) as Instant
    expect((await book({}, rival)).body.code).toBe('taken')
    expect(await readWaitlistEntryOn(api, next, waiting.id)).toMatchObject({ status: 'offered' })
    expect(await bookingOf(body.booking, cookie)).toMatchObject({ status: 'cancelled', cause: 'lapsed' })
    expect(await faults()).toEqual([])
  })

  it('is possible in a window that has started, while anything there can still start', async () => {
    api.clock.now = instantAt(date('2026-11-24'), time('09:00'), PARIS)
    const [at9, atNoon] = [await api.signIn('camille@example.org'), await api.signIn('dominique@example.org')]
    const begun = await wait({ to: '20:00' }, at9)
    expect([begun.status, begun.body.status]).toEqual([201, 'offered'])
    expect((await bookingOf(begun.body.booking, at9)).start).toBe('09:45')
    api.clock.now = instantAt(date('2026-11-24'), time('12:00'), PARIS)
    expect((await wait({ to: '19:00' }, atNoon)).body.code).toBe('past')
    expect((await wait({}, atNoon)).body.code).toBe('past')
  })

  it.each([
    ['an unknown site', { site: '99999Z' }, 404, 'not-found'],
    ['an unknown space', { space: 'cave' }, 404, 'not-found'],
    ['a day that has passed', { date: '2026-11-20' }, 422, 'past'],
    ['a window that has begun', { date: '2026-11-21', from: '10:00' }, 422, 'past'],
    ['a day too far ahead', { date: '2027-06-01' }, 422, 'beyond-horizon'],
    ['more places than anywhere there', { places: 5 }, 422, 'too-many-places'],
    ['a use that is not lent there', { space: 'salle' }, 422, 'use-not-offered'],
    ['a day when nothing is lent', { date: '2026-11-22' }, 422, 'outside-opening'],
    ['hours when the counter is open', { from: '14:00', to: '18:00' }, 422, 'outside-opening'],
    ['fifteen minutes', { minutes: 15 }, 422, 'too-short'],
    ['twenty minutes', { minutes: 20 }, 422, 'invalid'],
    ['longer than the window', { minutes: 300 }, 422, 'invalid'],
    ['thirty kilometres around', { radius: 30 }, 422, 'invalid'],
    ['a space, and around', { space: 'bureau', radius: 5 }, 422, 'invalid'],
    ['a status', { status: 'offered' }, 422, 'invalid'],
    ['somebody else, without the right', { for: { name: 'Lucette' } }, 404, 'not-found'],
  ])('for %s is refused and changes nothing', async (_, changes, status, code) => {
    const before = await scanAll(table)
    const answer = await wait(changes)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(await scanAll(table)).toBe(before)
  })

  it('needs a name', async () => {
    const nameless = await api.signIn('nobody@example.org', '')
    expect((await wait({}, nameless)).body.code).toBe('name-missing')
  })

  describe('for somebody without e-mail, made by an agent,', () => {
    let agent: string
    const person = { name: 'Lucette Martin', phone: '03 26 81 20 00' }
    beforeEach(async () => {
      agent = await api.signIn('agent@example.org')
      const holder = await holderOf(api, 'agent@example.org')
      await api.deps.grants.give(holder, { role: 'agent', scope: atSite(aSite().id) })
    })

    it('is made once, for a new holder', async () => {
      await book({}, rival)
      const key = aKey()
      const answers = await Promise.all(Array.from({ length: 3 }, () => wait({ for: person }, agent, key)))
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
      const found = await api.deps.waitlist.findEntry(answers[0]?.body.id)
      expect(found).toMatchObject({ channel: 'counter' })
      expect(await api.deps.identities.findHolder(found?.holder as HolderId)).toMatchObject(person)
      expect((await wait({ for: { name: 'Lucien' } }, agent, key)).body.code).toBe('key-reused')
      expect((await api.call('GET', '/me/waits', { cookie: agent })).body).toEqual({
        waits: [],
        associations: [],
      })
    })

    it('is a booking too, on the same terms, several at the same time', async () => {
      const made = await book({ for: person }, agent)
      expect([made.status, made.body.holderName]).toEqual([201, person.name])
      expect(await api.deps.bookings.findBooking(made.body.id)).toMatchObject({ channel: 'counter' })
      expect((await book({ for: { name: 'Lucien' }, space: 'salle', use: 'room' }, agent)).status).toBe(201)
      expect((await book({ for: { name: 'Odette' } }, agent)).body.code).toBe('taken')
      expect(await faults()).toEqual([])
    })

    it('is read and given up by people who may act there only', async () => {
      await book({}, rival)
      const { id } = (await wait({ for: person }, agent)).body
      expect(await readWaitlistEntryOn(api, agent, id)).toMatchObject({ status: 'waiting', rank: 1 })
      const elsewhere = await api.signIn('elsewhere@example.org')
      await api.deps.grants.give(await holderOf(api, 'elsewhere@example.org'), {
        role: 'agent',
        scope: atSite(NEAR.id),
      })
      for (const who of [elsewhere, rival]) {
        expect((await readWaitlistEntryOn(api, who, id)).code).toBe('not-found')
        expect((await leaveOn(api, who, id)).body.code).toBe('not-found')
      }
      expect((await leaveOn(api, agent, id)).body).toMatchObject({ status: 'left' })
    })

    it('is for one site, where the agent can go on with it', async () => {
      const { status, body } = await wait({ for: person, radius: 10 }, agent)
      expect(status).toBe(422)
      expect(body).toMatchObject({ code: 'invalid', errors: [{ pointer: '/radius' }] })
    })

    it('adds nobody when it is refused', async () => {
      await book({}, rival)
      const before = await scanAll(table)
      expect((await book({ for: person }, agent)).body.code).toBe('taken')
      expect((await wait({ for: person, places: 9 }, agent)).body.code).toBe('too-many-places')
      expect(await scanAll(table)).toBe(before)
    })

    it('is only for a site where they are an agent', async () => {
      for (const answer of [
        await book({ for: person, site: NEAR.id }, agent),
        await wait({ for: person, site: NEAR.id }, agent),
      ])
        expect([answer.status, answer.body.code]).toEqual([404, 'not-found'])
      expect((await book({ for: person }, rival)).status).toBe(404)
    })
  })
})
