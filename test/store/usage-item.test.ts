import { beforeAll, describe, expect, it } from 'vitest'
import type { Booking, BookingStatus } from '../../shared/domain/booking.ts'
import { asNoShow, cancelled } from '../../shared/domain/booking-state.ts'
import type { BookingId, Hash, HolderId, PersonId } from '../../shared/domain/ids.ts'
import { type BookingStore, bookingStore } from '../../shared/store/booking-store.ts'
import { readItems, type Table } from '../../shared/store/client.ts'
import { usageKey } from '../../shared/store/keys/site-keys.ts'
import { personOf, usageOf } from '../../shared/store/usage-item.ts'
import { aBooking, type BookingChanges, date, NOW, range } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'

const HASH = 'a-hash' as Hash
const { site } = aBooking()
let count = 0

describe.each(engines)('usage records on $name', (engine) => {
  let table: Table
  let store: BookingStore
  beforeAll(async () => {
    table = await freshTable(engine)
    store = bookingStore(table)
  })

  const aPerson = () => `person-${count++}` as PersonId
  const booking = <Status extends BookingStatus = 'confirmed'>(
    countsFor: PersonId,
    changes: BookingChanges<Status> = {},
  ): Booking & { readonly status: Status } =>
    aBooking({
      id: `b${String(count++).padStart(19, '0')}` as BookingId,
      holder: `h${String(count).padStart(19, '0')}` as HolderId,
      ...range('08:00-08:15'),
      countsFor,
      ...changes,
    })
  const read = async (person: PersonId) => {
    const [item] = await readItems(table, [usageKey(site, person)])
    return usageOf(item, site, person)
  }
  const namesIn = async (person: PersonId) => {
    const { active, missed } = await read(person)
    return [Object.keys(active).sort(), Object.keys(missed).sort()]
  }

  it('refuse a booking that was decided on an older version', async () => {
    const person = aPerson()
    const before = await read(person)
    const [first, second] = [booking(person), booking(person, { date: date('2026-11-25') })]
    expect(await store.addBooking(first, HASH, { usage: before })).toBeUndefined()
    expect(await store.addBooking(second, HASH, { usage: before })).toBe('changed')
    expect(await store.findBooking(second.id)).toBeUndefined()
    expect(await store.addBooking(second, HASH, { usage: await read(person) })).toBeUndefined()
    expect(await namesIn(person)).toEqual([[first.id, second.id].sort(), []])
  })

  it('lose what ends without being read, and refuse what was decided before', async () => {
    const person = aPerson()
    const ended = booking(person)
    await store.addBooking(ended, HASH, { usage: await read(person) })
    const before = await read(person)
    expect(await store.change([{ from: ended, to: cancelled(ended, 'holder') }], NOW)).toBeUndefined()
    expect(await namesIn(person)).toEqual([[], []])
    expect(await store.addBooking(booking(person), HASH, { usage: before })).toBe('changed')
  })

  it('follow several bookings of a person in one transaction', async () => {
    const person = aPerson()
    const [one, other] = [booking(person), booking(person, range('09:00-09:15'))]
    await store.addBooking(one, HASH, { usage: await read(person) })
    await store.addBooking(other, HASH, { usage: await read(person) })
    const missed = asNoShow(one)
    const offered = booking(person, { status: 'offered', until: NOW, date: date('2026-12-01') })
    const changes = [
      { from: one, to: missed },
      { from: other, to: cancelled(other, 'closure') },
      { to: offered, usage: await read(person) },
    ]
    expect(await store.change(changes, NOW)).toBeUndefined()
    expect(await namesIn(person)).toEqual([[offered.id], [one.id]])
    expect((await read(person)).active[offered.id]).toMatchObject({ until: NOW })
  })

  it('drop what ended long ago when they are written', async () => {
    const person = aPerson()
    const old = booking(person, { date: date('2026-09-01') })
    const long = booking(person, { date: date('2025-09-01') })
    await store.addBooking(long, HASH, { usage: await read(person) })
    await store.change([{ from: long, to: asNoShow(long) }], NOW)
    expect(await namesIn(person)).toEqual([[], [long.id]])
    await store.addBooking(old, HASH, { usage: await read(person) })
    expect(await namesIn(person)).toEqual([[old.id], []])
    const newer = booking(person)
    await store.addBooking(newer, HASH, { usage: await read(person) })
    expect(await namesIn(person)).toEqual([[newer.id], []])
  })

  it('need no item for a booking that was made before the rules', async () => {
    const unruled = booking(aPerson(), { countsFor: undefined })
    await store.addBooking(unruled, HASH)
    expect(await store.change([{ from: unruled, to: cancelled(unruled, 'holder') }], NOW)).toBeUndefined()
  })
})

it('a person is an address with its aliases, or a holder without an address', () => {
  const id = 'hhhhhhhhhhhhhhhhhhhh' as HolderId
  expect(personOf({ id, email: 'a.b+c@example.org' })).toBe(
    personOf({ id: 'other' as HolderId, email: 'AB@example.org' }),
  )
  expect(personOf({ id, email: 'ab@example.org' })).not.toContain('ab@')
  expect(personOf({ id })).toBe(id)
})
