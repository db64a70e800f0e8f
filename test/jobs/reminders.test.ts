import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { beforeEach, describe, expect, it } from 'vitest'
import { UndeliverableError } from '../../functions/invocation/each-record.ts'
import type { Message } from '../../functions/jobs/send-messages/message.ts'
import { sendReminders } from '../../functions/jobs/send-messages/reminders/send-reminders.ts'
import { sendMessages } from '../../functions/jobs/send-messages/send-messages.ts'
import { RecipientRefusedError } from '../../functions/jobs/send-messages/transports/refusals.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { attended, cancelled } from '../../shared/domain/booking-state.ts'
import type { BookingId, Hash, HolderId } from '../../shared/domain/ids.ts'
import { addMinutes, type Instant, instantAt } from '../../shared/domain/instant.ts'
import { ofAssociation } from '../../shared/domain/rights.ts'
import { bookingItem } from '../../shared/store/booking-item.ts'
import type { Table } from '../../shared/store/client.ts'
import { messageStore } from '../../shared/store/message-store.ts'
import { reminderStore } from '../../shared/store/reminder-store.ts'
import { quietly } from '../proof/house.ts'
import { anApi } from '../support/api.ts'
import { aBooking, aSite, aSpace, type BookingChanges, date, PARIS, time } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { scanImages } from '../support/scan.ts'
import { seed } from '../support/seed.ts'

const EMAIL = 'camille@example.org'
const at = (day: string, hour: string): Instant => instantAt(date(day), time(hour), PARIS)
const TWO_DAYS_BEFORE = at('2026-11-22', '14:00')
const THAT_MORNING = at('2026-11-24', '07:00')

const aNewBooking = (changes: BookingChanges): Booking =>
  aBooking({ start: time('14:00'), end: time('16:00'), allocations: [], ...changes })

describe.each(engines)('a reminder on $name', (engine) => {
  let table: Table
  let api: ReturnType<typeof anApi>
  let holder: HolderId
  let numbers = 0
  const world = { sent: [] as Message[], fault: undefined as Error | undefined, refused: '' }
  const send = async (message: Message) => {
    if (world.fault) throw world.fault
    if (message.to === world.refused) throw new UndeliverableError('cannot be written')
    world.sent.push(message)
  }
  const deps = () => ({
    ...api.deps,
    ...{
      marks: messageStore(table),
      reminders: reminderStore(table),
      origin: 'https://restante.example',
      send,
    },
  })
  const imageOf = (booking: Booking) =>
    marshall(bookingItem(booking, 'hash' as Hash), { removeUndefinedValues: true })
  /** As the stream tells of it, twice. */
  const follow = async (to: Booking, from?: Booking) => {
    const record = () => ({
      eventName: from ? ('MODIFY' as const) : ('INSERT' as const),
      dynamodb: {
        SequenceNumber: String(++numbers),
        NewImage: imageOf(to) as never,
        ...(from && { OldImage: imageOf(from) as never }),
      },
    })
    const before = world.sent.length
    await sendMessages(deps())({ Records: [record(), record()] })
    world.sent.splice(before)
  }
  const book = async (changes: BookingChanges = {}): Promise<Booking> => {
    const booking = aNewBooking({ holder, ...changes })
    expect(await api.deps.bookings.addBooking(booking, 'hash' as Hash)).toBeUndefined()
    await follow(booking)
    return booking
  }
  const change = async (from: Booking, to: Booking) => {
    await api.deps.bookings.change([{ from, to }], api.clock.now)
    await follow(to, from)
  }
  const run = (now: Instant) => {
    api.clock.now = now
    return quietly(() => sendReminders(deps()))
  }
  const left = async () => (await scanImages(table)).filter(({ pk }) => pk?.S?.startsWith('REMINDER#')).length

  beforeEach(async () => {
    Object.assign(world, { sent: [], fault: undefined, refused: '' })
    table = await freshTable(engine)
    await seed(table, aSite(), [aSpace({ access: { kind: 'counter-staff' } })])
    api = anApi(table)
    const cookie = await api.signIn(EMAIL)
    holder = cookie.split('=')[1]?.split('.')[0] as HolderId
  })

  it('comes once at each of its times, with all that is needed on the day', async () => {
    await book()
    expect(await left()).toBe(2)
    expect(await run(addMinutes(TWO_DAYS_BEFORE, -1))).toEqual({ sent: 0, dropped: 0, left: 0, failed: 0 })
    const nothing = { sent: 0, dropped: 0, left: 0, failed: 0 }
    expect(await run(TWO_DAYS_BEFORE)).toEqual({ ...nothing, sent: 1 })
    expect(await run(addMinutes(TWO_DAYS_BEFORE, 1))).toEqual(nothing)
    expect(await run(THAT_MORNING)).toEqual({ ...nothing, sent: 1 })
    expect(await left()).toBe(0)
    expect(world.sent.map(({ to }) => to)).toEqual([EMAIL, EMAIL])
    const [first, second] = world.sent
    expect(first?.subject).toBe('Rappel : mardi 24 novembre, Montmirail')
    for (const each of ['9 rue Lucien Mathieu', 'de 14 h à 16 h', 'Vous ne venez plus ?', '/reservation?id='])
      expect(first?.text).toContain(each)
    expect(second?.text).toContain('aujourd’hui')
  })

  it('is not set where its time has passed when the booking is made', async () => {
    api.clock.now = at('2026-11-23', '09:00')
    await book()
    expect(await left()).toBe(1)
    api.clock.now = THAT_MORNING
    await follow(aBooking({ holder, id: 'z'.repeat(20) as never, start: time('14:00') }))
    expect(await left()).toBe(1)
  })

  it('does not come of a booking that has been cancelled, marked or begun', async () => {
    const booking = await book()
    await change(booking, cancelled(booking, 'holder'))
    const other = await book({ id: 'b'.repeat(20) as never, start: time('17:00'), end: time('18:00') })
    await change(other, attended(other as never))
    expect(await run(TWO_DAYS_BEFORE)).toMatchObject({ sent: 0, dropped: 1 })
    expect(await run(at('2026-11-24', '20:00'))).toMatchObject({ sent: 0, dropped: 3 })
    expect(await left()).toBe(0)
  })

  it('does not come when nothing ran until a booking began', async () => {
    await book()
    expect(await run(at('2026-11-24', '14:00'))).toMatchObject({ sent: 0, dropped: 2 })
  })

  it('follows a booking that moves, even to yesterday', async () => {
    const booking = await book()
    const moved: Booking = { ...booking, date: date('2026-11-26'), revision: 1 }
    await change(booking, moved)
    expect(await run(TWO_DAYS_BEFORE)).toMatchObject({ sent: 0, dropped: 1 })
    expect(await run(at('2026-11-24', '14:00'))).toMatchObject({ sent: 1, dropped: 1 })
    await change(moved, { ...moved, date: date('2026-11-23'), revision: 2 })
    expect(await run(at('2026-11-26', '07:00'))).toMatchObject({ sent: 0, dropped: 1 })
    expect(await left()).toBe(0)
  })

  it('comes to nobody who was forgotten, or who wants none', async () => {
    const other = 'n'.repeat(20) as HolderId
    await book({ holder: other })
    await book({ id: 'c'.repeat(20) as never, ...{ start: time('17:00'), end: time('18:00') } })
    await api.deps.preferences.change(holder, { reminders: false })
    expect(await run(at('2026-11-22', '17:00'))).toMatchObject({ sent: 0, dropped: 2 })
  })

  it('comes to the person who booked for an association, and to its leads when no message reaches them', async () => {
    const [association, lead] = ['a'.repeat(20) as HolderId, 'd'.repeat(20) as HolderId]
    await api.deps.identities.findOrAddIdentity('i' as Hash, {
      id: association,
      kind: 'association',
      name: 'La Chorale',
    })
    await api.deps.identities.findOrAddIdentity('l' as Hash, { id: lead, email: 'lead@example.org' })
    await api.deps.grants.give(lead, { role: 'lead', scope: ofAssociation(association) })
    await api.deps.grants.give(holder, { role: 'member', scope: ofAssociation(association) })
    await book({ holder: association, bookedBy: holder })
    await run(TWO_DAYS_BEFORE)
    expect(world.sent.map(({ to }) => to)).toEqual([EMAIL])
    expect(world.sent[0]?.text).toContain('La Chorale')
    await api.deps.grants.withdraw(holder, { role: 'member', scope: ofAssociation(association) })
    await run(THAT_MORNING)
    expect(world.sent.map(({ to }) => to)).toEqual([EMAIL, 'lead@example.org'])
  })

  it('comes to every lead, also where another cannot be written to', async () => {
    const association = 'a'.repeat(20) as HolderId
    const leads = ['d', 'e'].map((letter) => letter.repeat(20) as HolderId)
    await api.deps.identities.findOrAddIdentity('i' as Hash, { id: association, kind: 'association' })
    for (const [at, id] of leads.entries()) {
      await api.deps.identities.findOrAddIdentity(`l${at}` as Hash, { id, email: `lead-${at}@example.org` })
      await api.deps.grants.give(id, { role: 'lead', scope: ofAssociation(association) })
    }
    await book({ holder: association, bookedBy: holder })
    world.refused = 'lead-0@example.org'
    expect(await run(TWO_DAYS_BEFORE)).toMatchObject({ failed: 0 })
    expect(world.sent.map(({ to }) => to)).toEqual(['lead-1@example.org'])
    expect(await left()).toBe(1)
  })

  it('comes once where nothing ran between its two times', async () => {
    await book()
    expect(await run(addMinutes(THAT_MORNING, 1))).toMatchObject({ sent: 1, dropped: 1 })
    expect(world.sent[0]?.text).toContain('aujourd’hui')
  })

  it('is not tried for ever where its booking cannot be read', async () => {
    const booking = await book()
    const unreadable = { ...imageOf(booking), status: { S: 'nonsense' } }
    await table.client.send(new PutItemCommand({ TableName: table.name, Item: unreadable }))
    expect(await run(TWO_DAYS_BEFORE)).toMatchObject({ failed: 0, dropped: 1 })
    expect(await left()).toBe(1)
  })

  it('comes once from two runs at the same time, and none of them fails', async () => {
    for (let each = 0; each < 12; each++) {
      const cookie = await api.signIn(`camille-${each}@example.org`)
      const theirs = cookie.split('=')[1]?.split('.')[0] as HolderId
      const id = `${each}`.padStart(20, '0') as BookingId
      expect(
        await api.deps.bookings.addBooking(aNewBooking({ id, holder: theirs }), 'h' as Hash),
      ).toBeUndefined()
      await follow(aNewBooking({ id, holder: theirs }))
    }
    const runs = await Promise.all([run(TWO_DAYS_BEFORE), run(TWO_DAYS_BEFORE)])
    expect(runs.map(({ failed }) => failed)).toEqual([0, 0])
    expect(world.sent).toHaveLength(12)
    await run(addMinutes(TWO_DAYS_BEFORE, 2))
    expect([world.sent.length, await left()]).toEqual([12, 12])
  })

  it('comes again after a provider that was down, and is not tried again where an address takes none', async () => {
    await book()
    world.fault = new Error('down')
    expect(await run(TWO_DAYS_BEFORE)).toMatchObject({ sent: 0, failed: 1 })
    world.fault = undefined
    expect(await run(addMinutes(TWO_DAYS_BEFORE, 1))).toMatchObject({ sent: 1, failed: 0 })
    world.fault = new RecipientRefusedError('no such address')
    expect(await run(THAT_MORNING)).toMatchObject({ failed: 0 })
    expect(await left()).toBe(0)
  })

  it('writes no address into the log, whatever a mail server says', async () => {
    await book()
    world.fault = new Error(`450 4.2.0 <${EMAIL}>: come again`)
    const logged: unknown[] = []
    api.clock.now = TWO_DAYS_BEFORE
    const { error } = console
    console.error = (line: unknown) => logged.push(line)
    await sendReminders(deps()).finally(() => Object.assign(console, { error }))
    expect(logged).toHaveLength(1)
    expect(String(logged)).not.toContain('@')
  })

  it('comes from a later run when one was killed before it sent', async () => {
    await book()
    const [due] = (
      await Promise.all(
        [...Array(8).keys()].map((shard) => reminderStore(table).listDue(shard, TWO_DAYS_BEFORE)),
      )
    ).flatMap((each) => each.due)
    expect(due?.kind).toBe('two-days')
    const dying = { ...deps(), send: () => new Promise<never>(() => {}) }
    api.clock.now = TWO_DAYS_BEFORE
    void sendReminders(dying)
    await expect
      .poll(async () => (await scanImages(table)).some(({ pk }) => pk?.S?.startsWith('SENT#REMINDER#')))
      .toBe(true)
    expect(await run(addMinutes(TWO_DAYS_BEFORE, 1))).toMatchObject({ sent: 0, left: 1 })
    expect(await run(addMinutes(TWO_DAYS_BEFORE, 2))).toMatchObject({ sent: 1 })
    expect(world.sent).toHaveLength(1)
  })
})
