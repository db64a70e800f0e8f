import { beforeAll, describe, expect, it } from 'vitest'
import { extendSeries } from '../../functions/use-cases/extend-series.ts'
import type { SpaceId } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import { atSite } from '../../shared/domain/rights.ts'
import type { Table } from '../../shared/store/client.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aBookingBody, aKey, anApi, untilDecided } from '../support/api.ts'
import { anAssociation, aPerson, invite, type Somebody, take } from '../support/associations.ts'
import { aSite, aSpace, TUESDAY } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { seed } from '../support/seed.ts'
import { aSeries, booked, limits, opening } from '../support/series.ts'
import { waitOn } from '../support/waitlist.ts'

const lent = (id: string, changes = {}) =>
  aSpace({ id: id as SpaceId, capacity: 20, openings: [opening], limits, ...changes })

describe.each(engines)('a booking for an association on $name', (engine) => {
  let api: ReturnType<typeof anApi>
  const book = ({ cookie }: Somebody, as: string | undefined, changes: object = {}, headers = aKey()) =>
    untilDecided(() =>
      api.call('POST', '/bookings', {
        body: aBookingBody({ space: 'salle', as, ...changes }),
        headers,
        cookie,
      }),
    )
  const repeat = ({ cookie }: Somebody, as: string, changes: object = {}, headers = aKey()) =>
    untilDecided(() =>
      api.call('POST', '/series', {
        body: aSeries({ space: 'salle', use: 'desk', as, ...changes }),
        headers,
        cookie,
      }),
    )
  const status = async ({ cookie }: Somebody, method: string, path: string, body?: object) =>
    (await untilDecided(() => api.call(method, path, { cookie, ...(body && { body }) }))).status
  const mine = async ({ cookie }: Somebody) => (await api.call('GET', '/me/bookings', { cookie })).body
  const joined = async (id: string, lead: Somebody) => {
    const who = await aPerson(api, 'Claire')
    await take(api, who, (await invite(api, lead, id, who.email)).body.id)
    return who
  }

  let table: Table

  beforeAll(async () => {
    table = await freshTable(engine)
    await seed(table, aSite(), [
      lent('salle'),
      lent('autre'),
      lent('limite', { fairUse: { activeBookings: 1 } }),
      lent('une', { capacity: 1 }),
    ])
    api = anApi(table)
  })

  it('has the association as its holder, once for each key of the booker', async () => {
    const { id, lead, member } = await anAssociation(api)
    const headers = aKey()
    const first = await book(member, id, {}, headers)
    expect(first).toMatchObject({ status: 201, body: { holderName: 'Les Amis du livre', association: id } })
    expect((await book(member, id, {}, headers)).body.id).toBe(first.body.id)
    expect((await book(member, undefined, {}, headers)).body.code).toBe('key-reused')
    expect((await book(lead, id, {}, headers)).body.id).not.toBe(first.body.id)
    expect((await api.deps.bookings.findBooking(first.body.id))?.bookedBy).toBe(member.id)
  })

  it('is listed for every member, apart from their own', async () => {
    const { id, lead, member } = await anAssociation(api)
    const own = (await book(member, undefined, { date: '2026-12-01' })).body.id
    const theirs = (await book(member, id, { date: '2026-12-01' })).body.id
    const listed = async (who: Somebody) => {
      const { bookings, associations } = await mine(who)
      const ids = (list: { id: string }[]) => list.map((each) => each.id)
      return [
        ids(bookings),
        associations.map((each: { id: string; bookings: [] }) => [each.id, ids(each.bookings)]),
      ]
    }
    await expect.poll(() => listed(member)).toEqual([[own], [[id, [theirs]]]])
    expect(await listed(lead)).toEqual([[], [[id, [theirs]]]])
    expect(await listed(await aPerson(api))).toEqual([[], []])
  })

  it('may overlap others of the association, unlike those of a person', async () => {
    const { id, member } = await anAssociation(api)
    const day = { date: '2026-12-02' }
    expect((await book(member, id, day)).status).toBe(201)
    expect((await book(member, id, { ...day, space: 'autre' })).status).toBe(201)
    expect((await book(member, undefined, day)).status).toBe(201)
    expect((await book(member, undefined, { ...day, space: 'autre' })).body.code).toBe('holder-busy')
    expect(await api.deps.bookings.readHolderOccupancies([id], TUESDAY)).toEqual(new Map([[id, {}]]))
  })

  it('counts for the fair use of the association, not of the booker', async () => {
    const { id, lead, member } = await anAssociation(api)
    const at = (day: string) => ({ space: 'limite', date: `2026-12-${day}` })
    expect((await book(member, id, at('03'))).status).toBe(201)
    expect((await book(lead, id, at('04'))).body).toMatchObject({
      code: 'quota-reached',
      rule: 'active-bookings',
    })
    expect((await book(member, undefined, at('07'))).status).toBe(201)
    const other = await anAssociation(api)
    expect((await book(other.member, other.id, at('08'))).status).toBe(201)
  })

  it('is allowed to members only, while they belong: for others the association does not exist', async () => {
    const { id, lead } = await anAssociation(api)
    const other = await anAssociation(api)
    const claire = await aPerson(api, 'Claire')
    for (const who of [claire, other.lead])
      for (const answer of [
        await book(who, id),
        await repeat(who, id),
        await waitOn(api, who.cookie, { as: id }),
        await book(who, '0123456789abcdefghjk'),
      ])
        expect(answer.body.code).toBe('not-found')
    const manager = await aPerson(api)
    await api.deps.grants.give(manager.id, { role: 'manager', scope: atSite(aSite().id) })
    expect((await book(manager, id)).body.code).toBe('not-found')
    expect((await book(manager, manager.id)).body.code).toBe('not-found')
    const joiner = await joined(id, lead)
    expect((await book(joiner, id, { date: '2026-12-09' })).status).toBe(201)
    await status(lead, 'DELETE', `/associations/${id}/members/${joiner.id}`)
    expect((await book(joiner, id, { date: '2026-12-09' })).body.code).toBe('not-found')
  })

  it.each([[{ as: 'nobody' }], [{ as: '0123456789abcdefghjk', for: { name: 'Odette' } }]])(
    'is refused with %j',
    async (changes) => {
      const { member } = await anAssociation(api)
      expect((await book(member, undefined, changes)).body.code).toBe('invalid')
    },
  )

  it('is read by every member, and changed by its booker and leads while they belong', async () => {
    const { id, lead, member } = await anAssociation(api)
    const other = await anAssociation(api)
    const reader = await joined(id, lead)
    const rights = async (who: Somebody, date: string) => {
      const bookingId = (await book(member, id, { date })).body.id
      const path = `/bookings/${bookingId}`
      return [
        await status(who, 'GET', path),
        await status(who, 'GET', `${path}/calendar.ics`),
        await status(who, 'PATCH', path, { start: '14:00', end: '16:00' }),
        await status(who, 'DELETE', path),
      ]
    }
    expect(await rights(member, '2027-01-04')).toEqual([200, 200, 200, 200])
    expect(await rights(lead, '2027-01-05')).toEqual([200, 200, 200, 200])
    expect(await rights(reader, '2027-01-06')).toEqual([200, 200, 404, 404])
    expect(await rights(other.lead, '2027-01-07')).toEqual([404, 404, 404, 404])
    const left = (await book(member, id, { date: '2027-01-08' })).body.id
    await status(member, 'DELETE', `/me/associations/${id}`)
    expect(await status(member, 'GET', `/bookings/${left}`)).toBe(404)
    expect(await status(member, 'DELETE', `/bookings/${left}`)).toBe(404)
    expect(await status(lead, 'DELETE', `/bookings/${left}`)).toBe(200)
  })

  it('repeats every week, is read by every member, and is moved and cancelled by its booker and leads', async () => {
    const { id, lead, member } = await anAssociation(api)
    const reader = await joined(id, lead)
    const headers = aKey()
    const { body } = await repeat(member, id, {}, headers)
    expect(booked(body.dates)).toEqual(['2026-11-26', '2026-12-03', '2026-12-10', '2026-12-17'])
    expect((await repeat(member, id, {}, headers)).body.id).toBe(body.id)
    const path = `/series/${body.id}`
    expect(await status(reader, 'GET', path)).toBe(200)
    expect(await status(reader, 'PATCH', path, { start: '17:00' })).toBe(404)
    expect(await status(reader, 'DELETE', path)).toBe(404)
    expect(await status(await aPerson(api), 'GET', path)).toBe(404)
    expect(await status(lead, 'PATCH', path, { start: '17:00' })).toBe(200)
    const details = await api.deps.bookings.findBooking(body.dates[0].booking)
    expect(details).toMatchObject({ holder: id, bookedBy: member.id })
    expect(await status(member, 'DELETE', `${path}?from=2026-12-10`)).toBe(200)
    const { body: after } = await api.call('GET', path, { cookie: lead.cookie })
    expect(booked(after.dates)).toEqual(['2026-11-26', '2026-12-03'])
    expect(await status(lead, 'DELETE', path)).toBe(200)
  })

  it('goes on without an end for the association after its booker has left', async () => {
    const { id, lead, member } = await anAssociation(api)
    const { body } = await repeat(member, id, {
      rule: 'FREQ=WEEKLY',
      space: 'autre',
      start: '12:00',
      end: '13:00',
    })
    const before = booked(body.dates).length
    await status(member, 'DELETE', `/me/associations/${id}`)
    api.clock.now = (api.clock.now + 7 * 86_400_000) as typeof api.clock.now
    await extendSeries(body.id, api.deps)
    const { body: after } = await api.call('GET', `/series/${body.id}`, { cookie: lead.cookie })
    api.clock.now = (api.clock.now - 7 * 86_400_000) as typeof api.clock.now
    expect(booked(after.dates).length).toBe(before + 1)
    const last = await api.deps.bookings.findBooking(after.dates.at(-1).booking)
    expect(last).toMatchObject({ holder: id, bookedBy: member.id })
  })

  it('can be waited for, is offered to the association, and is answered by the booker or a lead', async () => {
    const { id, lead, member } = await anAssociation(api)
    const reader = await joined(id, lead)
    const invitee = await aPerson(api)
    const day = { date: '2026-12-14', space: 'une', start: '08:00', end: '12:00' }
    const taken = (await book(invitee, undefined, day)).body.id
    const wish = { as: id, date: day.date, space: 'une' }
    const { body: wait } = await untilDecided(() => waitOn(api, member.cookie, wish))
    expect(wait.status).toBe('waiting')
    expect(await status(reader, 'GET', `/waits/${wait.id}`)).toBe(200)
    expect(await status(reader, 'DELETE', `/waits/${wait.id}`)).toBe(404)
    await status(invitee, 'DELETE', `/bookings/${taken}`)
    const { body: offered } = await api.call('GET', `/waits/${wait.id}`, { cookie: lead.cookie })
    expect(offered.status).toBe('offered')
    const path = `/bookings/${offered.booking}`
    expect(await api.deps.bookings.findBooking(offered.booking)).toMatchObject({
      holder: id,
      bookedBy: member.id,
    })
    expect(await status(reader, 'PUT', `${path}/acceptance`, { accepted: true })).toBe(404)
    expect(await status(lead, 'PUT', `${path}/acceptance`, { accepted: true })).toBe(200)
  })

  it('is waited for apart from the members’ own waits, until the wait is given up', async () => {
    const { id, lead, member } = await anAssociation(api)
    const invitee = await aPerson(api)
    await book(invitee, undefined, { date: '2026-12-15', space: 'une', start: '08:00', end: '12:00' })
    const wish = { date: '2026-12-15', space: 'une' }
    const theirs = (await untilDecided(() => waitOn(api, member.cookie, { ...wish, as: id }))).body.id
    const own = (await untilDecided(() => waitOn(api, member.cookie, wish))).body.id
    const waits = async ({ cookie }: Somebody) => {
      const { body } = await api.call('GET', '/me/waits', { cookie })
      const ids = (list: { id: string }[]) => list.map((each) => each.id)
      return [
        ids(body.waits),
        body.associations.map((each: { id: string; waits: [] }) => [each.id, ids(each.waits)]),
      ]
    }
    await expect.poll(() => waits(member)).toEqual([[own], [[id, [theirs]]]])
    expect(await waits(lead)).toEqual([[], [[id, [theirs]]]])
    expect(await waits(invitee)).toEqual([[], []])
    await status(lead, 'DELETE', `/waits/${theirs}`)
    await expect.poll(() => waits(member)).toEqual([[own], [[id, []]]])
  })

  it('leaves nothing in the trail of the site, since members act for themselves', async () => {
    const acts = await api.deps.auditEntries.listAuditEntries(atSite(aSite().id), {
      from: 0 as Instant,
      to: 9e14 as Instant,
      most: 100,
    })
    expect(acts.filter(({ effect }) => effect === 'booked' || effect === 'waited')).toEqual([])
  })

  it('leaves every counter right', async () => {
    expect((await reconcile(table, aSite().id)).faults).toEqual([])
  })
})
