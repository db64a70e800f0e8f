import { beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '../../functions/use-cases/hash.ts'
import { addPerson } from '../../infra/local/demo/add-person.ts'
import { cancelled } from '../../shared/domain/booking-state.ts'
import type { BookingId, Hash, HolderId } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { atSite } from '../../shared/domain/rights.ts'
import type { Table } from '../../shared/store/client.ts'
import { lentSpace } from '../proof/house.ts'
import { aDay } from '../proof/people.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import { aSite, date, NOW } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { seed } from '../support/seed.ts'
import { type Api, aWaitlistEntry, holderOf, offeredTo } from '../support/waitlist-entry.ts'

describe.each(engines)('an offer on $name', (engine) => {
  let table: Table
  let api: Api
  let agent: string
  let people = 0

  const somebody = async () => {
    const email = `waiter-${people++}@example.org`
    const cookie = await api.signIn(email)
    return { cookie, id: await holderOf(api, email) }
  }
  const withoutEmail = async (): Promise<HolderId> => {
    const id = idOf('holder', String(people++)) as HolderId
    await addPerson(table, { id, name: 'Jeanne', phone: '03 26 81 00 00' })
    return id
  }
  const answer = (id: string, accepted: boolean, cookie: string) =>
    api.call('PUT', `/bookings/${id}/acceptance`, { body: { accepted }, cookie })
  const accept = (id: string, cookie: string) => answer(id, true, cookie)
  const decline = (id: string, cookie: string) => answer(id, false, cookie)
  const read = (id: string, cookie: string) => api.call('GET', `/bookings/${id}`, { cookie })

  /** A full space, the people who wait for it in order, and the booking that is given up. */
  const aFreed = async (waiters: readonly HolderId[], space = 'seul') => {
    const [owner, day] = [await somebody(), aDay()]
    const body = aBookingBody({ space, date: day })
    const booked = await api.call('POST', '/bookings', { body, headers: aKey(), cookie: owner.cookie })
    const waits = waiters.map((holder) => aWaitlistEntry(holder, { space: space as never, date: date(day) }))
    for (const wait of waits) await api.deps.waitlist.addEntry({ wait, requestHash: '-' as never })
    await api.call('DELETE', `/bookings/${booked.body.id}`, { cookie: owner.cookie })
    return { day, waits }
  }

  beforeAll(async () => {
    table = await freshTable(engine)
    const approval = { hours: 24 }
    await seed(table, aSite(), [
      lentSpace('seul', { capacity: 1 }),
      lentSpace('salle', { capacity: 1, approval }),
    ])
    api = anApi(table)
    agent = await api.signIn('agent@example.org')
    await api.deps.grants.give(await holderOf(api, 'agent@example.org'), {
      role: 'agent',
      scope: atSite(aSite().id),
    })
  })

  it('is accepted by its holder once, however often they tap', async () => {
    const waiter = await somebody()
    const { waits } = await aFreed([waiter.id])
    const id = await offeredTo(api, waits[0] as never)
    expect((await read(id, waiter.cookie)).body).toMatchObject({
      status: 'offered',
      until: '2026-11-21T22:00',
    })
    const taps = await Promise.all(Array.from({ length: 5 }, () => accept(id, waiter.cookie)))
    expect(taps.map(({ status, body }) => [status, body.status])).toEqual(Array(5).fill([200, 'confirmed']))
    expect((await accept(id, waiter.cookie)).body).toEqual(taps[0]?.body)
    // Another tab still shows the offer: it is no way to cancel what was accepted.
    expect((await decline(id, waiter.cookie)).body).toMatchObject({
      code: 'already-answered',
      bookingStatus: 'confirmed',
    })
    expect((await read(id, waiter.cookie)).body.status).toBe('confirmed')
    expect((await reconcile(table, aSite().id)).faults).toEqual([])
  })

  it('goes to the next person at once when it is declined, and cannot be accepted after that', async () => {
    const [first, second] = [await somebody(), await somebody()]
    const { waits } = await aFreed([first.id, second.id])
    const id = await offeredTo(api, waits[0] as never)
    expect((await decline(id, first.cookie)).body).toMatchObject({ status: 'cancelled', cause: 'declined' })
    expect((await decline(id, first.cookie)).body.cause).toBe('declined')
    expect((await accept(id, first.cookie)).body).toMatchObject({
      code: 'already-answered',
      status: 409,
      bookingStatus: 'cancelled',
    })
    expect((await accept(await offeredTo(api, waits[1] as never), second.cookie)).body.status).toBe(
      'confirmed',
    )
  })

  it('goes to the next person when it expires, at the latest when somebody tries', async () => {
    const [first, second] = [await somebody(), await somebody()]
    const { waits } = await aFreed([first.id, second.id])
    const id = await offeredTo(api, waits[0] as never)
    api.clock.now = addMinutes(NOW, 12 * 60)
    expect((await accept(id, first.cookie)).body).toMatchObject({
      code: 'hold-ended',
      status: 409,
      bookingStatus: 'cancelled',
    })
    expect((await read(id, first.cookie)).body).toMatchObject({ status: 'cancelled', cause: 'lapsed' })
    expect((await accept(await offeredTo(api, waits[1] as never), second.cookie)).body.status).toBe(
      'confirmed',
    )
    api.clock.now = NOW
  })

  it('becomes a request when it is accepted, where the space needs approval', async () => {
    const waiter = await somebody()
    const { waits } = await aFreed([waiter.id], 'salle')
    const id = await offeredTo(api, waits[0] as never)
    const accepted = await accept(id, waiter.cookie)
    expect(accepted.body).toMatchObject({ status: 'requested', until: '2026-11-23T18:00' })
    expect((await accept(id, waiter.cookie)).body).toEqual(accepted.body)
  })

  it('is for nobody else, and a booking without an offer cannot be accepted', async () => {
    const [waiter, stranger] = [await somebody(), await somebody()]
    const { waits } = await aFreed([waiter.id])
    const id = await offeredTo(api, waits[0] as never)
    expect((await accept(id, stranger.cookie)).body.code).toBe('not-found')
    expect((await decline(id, stranger.cookie)).body.code).toBe('not-found')
    const body = aBookingBody({ space: 'seul', date: aDay() })
    const booked = await api.call('POST', '/bookings', { body, headers: aKey(), cookie: stranger.cookie })
    expect((await accept(booked.body.id, stranger.cookie)).body).toMatchObject({
      code: 'not-offered',
      bookingStatus: 'confirmed',
    })
  })

  it('to somebody without e-mail is listed for the site’s agents, who answer it', async () => {
    const [jeanne, online] = [await withoutEmail(), await somebody()]
    const [{ waits }, { waits: others }] = [await aFreed([jeanne]), await aFreed([online.id])]
    const id = await offeredTo(api, waits[0] as never)
    const calls = async (cookie = agent) => api.call('GET', '/sites/09410A/calls', { cookie })
    const listed = (await calls()).body.calls
    expect(listed).toContainEqual(
      expect.objectContaining({
        id,
        holderName: 'Jeanne',
        phone: '03 26 81 00 00',
        until: '2026-11-21T22:00',
      }),
    )
    expect(listed.map((each: { id: string }) => each.id)).not.toContain(
      await offeredTo(api, others[0] as never),
    )
    expect((await calls(online.cookie)).body.code).toBe('not-found')
    expect((await accept(id, agent)).body).toMatchObject({ status: 'confirmed', holderName: 'Jeanne' })
    expect((await calls()).body.calls.map((each: { id: string }) => each.id)).not.toContain(id)
    const { waits: again } = await aFreed([jeanne])
    const declined = await decline(await offeredTo(api, again[0] as never), agent)
    expect(declined.body).toMatchObject({ status: 'cancelled', cause: 'declined', holderName: 'Jeanne' })
  })

  it('in place of a booking that a closure ended is accepted in the same way', async () => {
    const owner = await somebody()
    const [day, body] = [aDay(), aBookingBody({ space: 'salle', date: aDay() })]
    const { id } = (await api.call('POST', '/bookings', { body, headers: aKey(), cookie: owner.cookie })).body
    const from = await api.deps.bookings.findBooking(id)
    if (!from) throw new Error('not booked')
    const instead = idOf('instead', id) as BookingId
    const to = { ...cancelled(from, 'closure', 'Fuite d’eau'), replacedBy: instead }
    const allocations = from.allocations.map((allocation) => ({ ...allocation, date: date(day) }))
    if (from.status !== 'requested') throw new Error(from.status)
    const held = {
      ...from,
      id: instead,
      date: date(day),
      allocations,
      status: 'offered',
      until: addMinutes(NOW, 60),
      replaces: from.id,
      revision: 0,
    } as const
    await api.deps.bookings.change(
      [
        { from, to },
        { to: held, requestHash: '-' as Hash },
      ],
      NOW,
    )
    expect((await read(id, owner.cookie)).body).toMatchObject({
      cause: 'closure',
      note: 'Fuite d’eau',
      replacedBy: instead,
    })
    expect((await accept(instead, owner.cookie)).body).toMatchObject({ status: 'confirmed', date: day })
  })
})
