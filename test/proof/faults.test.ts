import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { SpaceId } from '../../shared/domain/ids.ts'
import { bookingStore } from '../../shared/store/booking-store.ts'
import type { Table } from '../../shared/store/client.ts'
import { anApi } from '../support/api.ts'
import { date } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { always, FAULTS, type Fault, type Plan, scripted } from '../support/faulty-client.ts'
import { type Api, aHouse, faultyApi, HOUSE, lentSpace, quietly } from './house.ts'
import { aDay, prepareWrite, WRITES } from './people.ts'
import { reconcile } from './reconcile.ts'

vi.setConfig({ testTimeout: 120_000 })

const DEADLINE_MS = 5000
const MOST_CALLS = 16
const TRANSACTION = /TransactWrite/
const DONE = { book: 201, move: 200, cancel: 200, offer: 200 } as const

const spaces = [
  lentSpace('salle-a', { capacity: 2 }),
  lentSpace('salle', { capacity: 4, parts: ['salle-a' as SpaceId] }),
]

describe.each(engines)('the API on $name', (engine) => {
  let table: Table
  let api: Api
  const faulty = (plan: Plan, retries = false) => faultyApi(engine, table, plan, { retries })
  const faultsFound = async () => (await reconcile(table, HOUSE.id)).faults
  const quartersOn = async (day: string) =>
    (await bookingStore(table).listSiteBookings(HOUSE.id, date(day), date(day))).map(
      ({ start, end }) => end - start,
    )

  beforeAll(async () => {
    table = await aHouse(engine, spaces)
    api = anApi(table)
  })

  const QUARTERS = { book: [4], move: [6], cancel: [], offer: [4] } as const

  describe.each([
    ['with the SDK’s own retry', true],
    ['when the SDK sends once', false],
  ])('%s', (_, retries) => {
    it.each(WRITES)(
      'does the write “%s” once when its reply is lost and the request is repeated (14)',
      async (write) => {
        const day = aDay()
        const make = await prepareWrite(write, api, day)
        const first = await quietly(() => make(faulty(scripted(['lost'], TRANSACTION), retries)))
        if (retries) expect(first.status).toBe(DONE[write])
        else expect(first.body).toMatchObject({ detail: expect.stringContaining('it is safe') })
        if (!retries) expect([500, 503]).toContain(first.status)
        const again = await make(api)
        expect(again.status).toBe(DONE[write])
        if (retries) expect(again.body).toEqual(first.body)
        expect(await quartersOn(day)).toEqual(QUARTERS[write])
        expect(await faultsFound()).toEqual([])
      },
    )
  })

  it.each(WRITES)(
    'does the write “%s”, or leaves it safe to repeat, with one fault at any request (14)',
    async (write) => {
      const withFault = async (fault: Fault, call: number): Promise<number> => {
        const day = aDay()
        const make = await prepareWrite(write, api, day)
        const plan = scripted([...Array<undefined>(call - 1), fault])
        let sent = 0
        const counted: Plan = (each) => {
          sent++
          return plan(each)
        }
        const answer = await make(faulty(counted))
        expect([DONE[write], 500, 503], `${fault} at ${call}`).toContain(answer.status)
        expect((await make(api)).status, `${fault} at ${call}, repeated`).toBe(DONE[write])
        expect(await quartersOn(day), `${fault} at ${call}`).toEqual(QUARTERS[write])
        return sent
      }
      let fewest = 1
      for (let call = 1; fewest >= call; call++) {
        const sent = await quietly(() => Promise.all(FAULTS.map((fault) => withFault(fault, call))))
        fewest = Math.min(...sent)
        expect(call).toBeLessThan(MOST_CALLS)
      }
      expect(await faultsFound()).toEqual([])
    },
  )

  it.each(
    WRITES.flatMap((write) => (['conflict', 'throttled'] as const).map((fault) => [fault, write] as const)),
  )('outlives “%s” three times and does the write “%s” inside the deadline (19)', async (fault, write) => {
    const make = await prepareWrite(write, api, aDay())
    const startedAt = performance.now()
    const answer = await make(faulty(scripted([fault, fault, fault], TRANSACTION)))
    expect(answer.status).toBe(DONE[write])
    expect(performance.now() - startedAt).toBeLessThan(DEADLINE_MS)
    expect(await faultsFound()).toEqual([])
  })

  const READS = /BatchGet|Query/
  it.each(WRITES)(
    'does the write “%s”, or answers a repeatable 503, when three reads are throttled (19)',
    async (write) => {
      const day = aDay()
      const make = await prepareWrite(write, api, day)
      const answer = await quietly(() =>
        make(faulty(scripted(['throttled', 'throttled', 'throttled'], READS))),
      )
      expect([DONE[write], 503]).toContain(answer.status)
      if (answer.status === 503) expect(answer.headers.get('retry-after')).not.toBeNull()
      expect((await make(api)).status).toBe(DONE[write])
      expect(await quartersOn(day)).toEqual(QUARTERS[write])
    },
  )

  it.each([
    ['GET', '/sites/09410A', undefined],
    ['GET', '/sites/09410A/availability', undefined],
    ['GET', '/me', undefined],
    ['GET', '/me/bookings', undefined],
    ['GET', '/bookings/00000000000000000000', undefined],
    ['PATCH', '/me', { name: 'Dominique' }],
  ])(
    'answers %s %s with 503 and Retry-After when the table throttles for ever (19)',
    async (method, path, body) => {
      const cookie = await api.signIn('reader@example.org')
      const answer = await quietly(() => faulty(always('throttled')).call(method, path, { cookie, body }))
      expect([answer.status, answer.body.code]).toEqual([503, 'busy'])
      expect(answer.headers.get('retry-after')).not.toBeNull()
    },
  )

  it.each(WRITES)('reads the rest of what is answered by half for the write “%s” (23)', async (write) => {
    const make = await prepareWrite(write, api, aDay())
    const answer = await make(faulty(scripted(['partial', 'partial', 'slow', 'partial'], /BatchGet/)))
    expect(answer.status).toBe(DONE[write])
  })
})
