import { marshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UndeliverableError } from '../../functions/invocation/each-record.ts'
import type { NotingDependencies } from '../../functions/jobs/tell-tools/note-for-hooks.ts'
import { tellTools } from '../../functions/jobs/tell-tools/tell-tools.ts'
import { webhookLocks } from '../../functions/jobs/tell-tools/webhook-locks.ts'
import { signatureOf } from '../../functions/use-cases/signature.ts'
import type { Booking, BookingStatus } from '../../shared/domain/booking.ts'
import { asNoShow, attended, cancelled } from '../../shared/domain/booking-state.ts'
import type { BookingId, DoorId, Hash, SpaceId } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { bookingItem } from '../../shared/store/booking-item.ts'
import { bookingStore } from '../../shared/store/booking-store.ts'
import { doorStore } from '../../shared/store/door-store.ts'
import { siteStore } from '../../shared/store/site-store.ts'
import { aBooking, aSite, aSpace, type BookingChanges, NOW, range } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { aLock, type Lock } from '../support/lock.ts'
import { seed } from '../support/seed.ts'

const KEY = 'k'.repeat(40)
const SECRETS = ['A'.repeat(40), 'B'.repeat(40)] as const
const behind = (id: string, door: string) =>
  aSpace({
    id: id as SpaceId,
    overlappingSpaces: [],
    access: { kind: 'door-code', door: { id: door as DoorId, digits: 6 } },
  })

let numbers = 0
let bookings = 0
const stored = (booking: Booking) => bookingItem(booking, 'hash' as Hash)
const record = (to: object, from?: object): DynamoDBRecord => ({
  eventName: from ? 'MODIFY' : 'INSERT',
  dynamodb: {
    SequenceNumber: String(++numbers),
    NewImage: marshall(to, { removeUndefinedValues: true }) as never,
    ...(from && { OldImage: marshall(from, { removeUndefinedValues: true }) as never }),
  },
})

const quietly = async <T>(work: () => Promise<T>): Promise<{ value: T; lines: string[] }> => {
  const { error } = console
  const lines: string[] = []
  console.error = (line: string) => lines.push(line)
  try {
    return { value: await work(), lines }
  } finally {
    console.error = error
  }
}

const aStage = async (engine: (typeof engines)[number]) => {
  const table = await freshTable(engine)
  await seed(table, aSite(), [
    behind('bureau', 'entree'),
    behind('annexe', 'cour'),
    aSpace({ id: 'salle' as SpaceId }),
  ])
  const clock = { now: NOW }
  const now = () => clock.now
  const lock = await aLock({ secret: SECRETS[0], nowSeconds: () => clock.now / 1000 })
  const [store, doors] = [bookingStore(table), doorStore(table, [KEY])]
  const job = (secrets: readonly string[] = SECRETS, sees = now, hooks?: NotingDependencies) =>
    tellTools({
      ...(hooks && { hooks }),
      locks: {
        now,
        bookings: store,
        sites: siteStore(table),
        doors,
        locks: webhookLocks({ url: lock.url, secrets, now: sees }),
      },
    })
  /** Writes the change, and gives the record that the stream would hand over. */
  const change = async (to: Booking, from?: Booking): Promise<DynamoDBRecord> => {
    const conflict = await store.change([{ to, ...(from && { from }) }], NOW)
    if (conflict) throw new Error(conflict)
    return record(stored(to), from && stored(from))
  }
  const aNew = <Status extends BookingStatus = 'confirmed'>(
    changes: BookingChanges<Status> = {},
  ): Booking & { readonly status: Status } =>
    aBooking({ id: String(bookings++).padStart(20, '0') as BookingId, ...changes })
  const moved = ({ allocations: _, ...from }: Booking, changes: BookingChanges): Booking =>
    aBooking({ ...from, ...changes, revision: from.revision + 1 })
  return { clock, lock, doors, job, change, aNew, moved }
}

describe.each(engines)('a lock on $name', (engine) => {
  let stage: Awaited<ReturnType<typeof aStage>>
  let lock: Lock
  beforeEach(async () => {
    stage = await aStage(engine)
    lock = stage.lock
  })
  afterEach(() => lock.close())

  it('receives a code for each booking, and its window', async () => {
    const booking = stage.aNew()
    await stage.job()({ Records: [await stage.change(booking)] })
    expect(lock.heard).toEqual([
      {
        type: 'door-code.grant',
        ...{ site: '09410A', door: 'entree', booking: booking.id, revision: 0 },
        code: expect.stringMatching(/^\d{6}$/),
        from: '2026-11-24T06:50:00.000Z',
        until: '2026-11-24T11:00:00.000Z',
      },
    ])
  })

  it('receives it once when the stream delivers twice', async () => {
    const told = await stage.change(stage.aNew())
    await stage.job()({ Records: [told, told] })
    await stage.job()({ Records: [told] })
    expect(lock.heard).toHaveLength(1)
  })

  it('receives it again under the same identifier until it accepts', async () => {
    const told = await stage.change(stage.aNew())
    lock.answers.push(500, 503)
    const tries = await quietly(async () => [
      await stage.job()({ Records: [told] }),
      await stage.job()({ Records: [told] }),
      await stage.job()({ Records: [told] }),
    ])
    const failed = { batchItemFailures: [{ itemIdentifier: told.dynamodb?.SequenceNumber }] }
    expect(tries.value).toEqual([failed, failed, { batchItemFailures: [] }])
    expect(new Set(lock.ids).size).toBe(1)
    expect(lock.ids).toHaveLength(3)
    expect(lock.heard).toHaveLength(1)
    expect(tries.lines.map((line) => JSON.parse(line).message)).toEqual(['lock not told', 'lock not told'])
  })

  it('receives the end of a cancelled booking, even when the cancellation came first', async () => {
    const booking = stage.aNew()
    const added = await stage.change(booking)
    const ended = await stage.change(cancelled(booking, 'holder'), booking)
    await stage.job()({ Records: [ended, added] })
    expect(lock.opening('entree')).toEqual([])

    const other = stage.aNew({ ...range('14:00-16:00') })
    await stage.job()({ Records: [await stage.change(other)] })
    expect(lock.opening('entree')).toHaveLength(1)
    await stage.job()({ Records: [await stage.change(cancelled(other, 'closure'), other)] })
    expect(lock.opening('entree')).toEqual([])
  })

  it('receives the end of a grant that got no answer', async () => {
    const booking = stage.aNew()
    const added = await stage.change(booking)
    lock.answers.push(500)
    await quietly(() => stage.job()({ Records: [added] }))
    await stage.job()({ Records: [await stage.change(cancelled(booking, 'holder'), booking)] })
    expect(lock.heard.map(({ type }) => type)).toEqual(['door-code.revoke'])
  })

  it('keeps the code of a moved booking, for its new hours', async () => {
    const booking = stage.aNew()
    await stage.job()({ Records: [await stage.change(booking)] })
    const later = stage.moved(booking, range('14:00-16:00'))
    await stage.job()({ Records: [await stage.change(later, booking)] })
    const [first, second] = lock.heard
    expect(second).toMatchObject({ revision: 1, code: first?.code, from: '2026-11-24T12:50:00.000Z' })
    expect(lock.opening('entree')).toEqual([first?.code])
  })

  it('receives the end when a booking leaves its door, and the other lock another code', async () => {
    const booking = stage.aNew()
    await stage.job()({ Records: [await stage.change(booking)] })
    const away = stage.moved(booking, { space: 'annexe' as SpaceId })
    await stage.job()({ Records: [await stage.change(away, booking)] })
    expect([lock.opening('entree'), lock.opening('cour').length]).toEqual([[], 1])
    const back = stage.moved(away, { space: 'bureau' as SpaceId })
    await stage.job()({ Records: [await stage.change(back, away)] })
    expect([lock.opening('entree').length, lock.opening('cour')]).toEqual([1, []])
  })

  it('receives nothing of requests, past bookings, attendance, or bookings without a keypad', async () => {
    const arrived = stage.aNew()
    await stage.job()({ Records: [await stage.change(arrived)] })
    lock.heard.length = 0
    const present = attended(arrived)
    const until = addMinutes(NOW, 60)
    const records = [
      await stage.change(present, arrived),
      await stage.change(stage.aNew({ space: 'salle' as SpaceId, ...range('14:00-15:00') })),
      await stage.change(stage.aNew({ status: 'requested', until, ...range('15:00-16:00') })),
      await stage.change(stage.aNew({ date: '2026-11-20' as Booking['date'] })),
    ]
    await stage.job()({ Records: records })
    expect(lock.heard).toEqual([])
  })

  it('takes the code back after a no-show, and receives it again on correction', async () => {
    const booking = stage.aNew()
    await stage.job()({ Records: [await stage.change(booking)] })
    const missed = asNoShow(booking)
    await stage.job()({ Records: [await stage.change(missed, booking)] })
    expect(lock.opening('entree')).toEqual([])
    const corrected = attended(missed)
    await stage.job()({ Records: [await stage.change(corrected, missed)] })
    expect(lock.opening('entree')).toEqual([lock.heard[0]?.code])
  })

  it('is spared unreadable and unacceptable records, which are set aside without any code in the log', async () => {
    lock.answers.push(422)
    const records = [
      await stage.change(stage.aNew()),
      record({ pk: 'BOOKING#X', sk: 'BOOKING#x', date: 12 }),
      await stage.change(stage.aNew({ ...range('14:00-16:00') })),
    ]
    const { value, lines } = await quietly(() => stage.job()({ Records: records }))
    expect(value).toEqual({ batchItemFailures: [] })
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        level: 'error',
        message: 'record set aside',
        sequenceNumber: expect.any(String),
        name: 'UndeliverableError',
        reason: 'the lock refuses',
      },
      { level: 'error', message: 'record set aside', sequenceNumber: expect.any(String), name: 'ZodError' },
    ])
    expect(lock.heard).toHaveLength(1)
    expect(lines.join()).not.toContain(lock.heard[0]?.code)
  })

  it('is told although hooks cannot be, and they hear of all changes before a lock that is slow', async () => {
    const order: string[] = []
    const booking = stage.aNew()
    const added = await stage.change(booking)
    const later = await stage.change(stage.moved(booking, range('14:00-16:00')), booking)
    const hooks = {
      now: () => NOW,
      hooks: { readVersion: async () => 1, listAllHooks: async () => [{ topics: ['booking'] }] },
      sites: {
        findLocation: async () => {
          order.push('note')
          throw new UndeliverableError('no such site')
        },
      },
    } as unknown as NotingDependencies
    const sees = () => {
      order.push('lock')
      return NOW
    }
    const { value } = await quietly(() => stage.job(SECRETS, sees, hooks)({ Records: [added, later] }))
    expect(value).toEqual({ batchItemFailures: [] })
    expect(order.slice(0, 2)).toEqual(['note', 'note'])
    expect(lock.heard.length).toBeGreaterThan(0)
  })

  it('refuses a wrong secret and an old signature', async () => {
    const told = await stage.change(stage.aNew())
    const anHourAgo = () => addMinutes(NOW, -60)
    const tries = await quietly(async () => [
      await stage.job(['C'.repeat(40)])({ Records: [told] }),
      await stage.job(SECRETS, anHourAgo)({ Records: [told] }),
    ])
    expect(tries.value.map(({ batchItemFailures }) => batchItemFailures.length)).toEqual([1, 1])
    expect(lock.heard).toEqual([])
  })

  it('accepts the next secret before the first one is dropped', async () => {
    await stage.job([SECRETS[1], SECRETS[0]])({ Records: [await stage.change(stage.aNew())] })
    expect(lock.heard).toHaveLength(1)
  })
})

it('the signature for a lock matches the published example of Standard Webhooks', () => {
  const example = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: 1_614_265_330,
    body: '{"test": 2432232314}',
  }
  expect(signatureOf('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', example)).toBe(
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  )
})
