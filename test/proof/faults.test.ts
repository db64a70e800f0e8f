import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { SpaceId } from '../../shared/domain/ids.ts'
import { bookingStore } from '../../shared/store/booking-store.ts'
import type { Table } from '../../shared/store/client.ts'
import { anApi } from '../support/api.ts'
import { date } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { always, FAULTS, type Fault, type Plan, scripted } from '../support/faulty-client.ts'
import { scanAll } from '../support/scan.ts'
import { type Api, aHouse, faultyApi, HOUSE, lentSpace, quietly } from './house.ts'
import { aDay, prepareWrite, WRITES } from './people.ts'
import { reconcile } from './reconcile.ts'

vi.setConfig({ testTimeout: 120_000 })

const DEADLINE_MS = 5000
/** The machine is shared, and the deadline is looked at between two tries. */
const MARGIN_MS = 2000
const MOST_CALLS = 16
const MOST_READS = 200
const TRANSACTION = /TransactWrite/
const DONE = { book: 201, move: 200, cancel: 200, offer: 200 } as const

const spaces = [
  lentSpace('salle-a', { capacity: 2 }),
  lentSpace('salle', { capacity: 4, parts: ['salle-a' as SpaceId] }),
]

describe.each(engines)('faults on $name', (engine) => {
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
      '14. %s, written and its reply lost: the same request again has one effect',
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
    '14. %s, with any one fault at any one request to the table: done, or safe to repeat',
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
  )('19. %s three times, then success: %s is done inside the deadline', async (fault, write) => {
    const make = await prepareWrite(write, api, aDay())
    const startedAt = performance.now()
    const answer = await make(faulty(scripted([fault, fault, fault], TRANSACTION)))
    expect(answer.status).toBe(DONE[write])
    expect(performance.now() - startedAt).toBeLessThan(DEADLINE_MS)
    expect(await faultsFound()).toEqual([])
  })

  /** A loop without a pause would never give this process back. */
  const neverWhole = (): Plan => {
    let sent = 0
    return ({ command }) => {
      if (!/BatchGet/.test(command)) return undefined
      if (++sent > MOST_READS) throw new Error(`asked ${MOST_READS} times`)
      return 'partial'
    }
  }

  it('19, 23. conflict, throttling or half an answer, for ever: 503 inside the deadline, and nothing written', async () => {
    const plans = [() => always('conflict', TRANSACTION), () => always('throttled', TRANSACTION), neverWhole]
    const wanted = await Promise.all(
      WRITES.flatMap((write) =>
        plans.map(async (plan) => ({ make: await prepareWrite(write, api, aDay()), on: faulty(plan()) })),
      ),
    )
    const before = await scanAll(table)
    await Promise.all(
      wanted.map(async ({ make, on }) => {
        const startedAt = performance.now()
        const { status, headers, body } = await make(on)
        expect([status, body.code]).toEqual([503, 'busy'])
        expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
        expect(performance.now() - startedAt).toBeLessThan(DEADLINE_MS + MARGIN_MS)
      }),
    )
    expect(await scanAll(table)).toBe(before)
  })

  const READS = /BatchGet|Query/
  it.each(WRITES)(
    '19. reads throttled three times: %s is done, or answers 503 and is safe to repeat',
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
  ])('19. throttled for ever, %s %s answers 503 with Retry-After', async (method, path, body) => {
    const cookie = await api.signIn('reader@example.org')
    const answer = await quietly(() => faulty(always('throttled')).call(method, path, { cookie, body }))
    expect([answer.status, answer.body.code]).toEqual([503, 'busy'])
    expect(answer.headers.get('retry-after')).not.toBeNull()
  })

  it.each(WRITES)('23. reads answered half by half: %s reads the rest', async (write) => {
    const make = await prepareWrite(write, api, aDay())
    const answer = await make(faulty(scripted(['partial', 'partial', 'slow', 'partial'], /BatchGet/)))
    expect(answer.status).toBe(DONE[write])
  })
})
