import { randomBytes } from 'node:crypto'
import { cpSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { formatToken } from '../../functions/http/access.ts'
import { hashOf, idOf } from '../../functions/use-cases/hash.ts'
import type { EngineKind } from '../../infra/local/engine-process.ts'
import { type ApiHandler, apiEvent, invocationContext } from '../../infra/local/lambda-invocation.ts'
import { LOCAL_ENVIRONMENT } from '../../infra/local/local-client.ts'
import { TIME_LIMIT_SECONDS } from '../../infra/time-limits.ts'
import type { BookingId, HolderId, SpaceId } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import { addDays, type LocalDate } from '../../shared/domain/local-date.ts'
import { bookingItem } from '../../shared/store/booking-item.ts'
import { functionClient, type Table } from '../../shared/store/client.ts'
import { identityStore } from '../../shared/store/identity-store.ts'
import { occupancyKey } from '../../shared/store/keys/site-keys.ts'
import { changeCounters } from '../../shared/store/occupancy-item.ts'
import { sessionStore } from '../../shared/store/session-store.ts'
import { putNew, update, write } from '../../shared/store/write.ts'
import { aBooking, anOpening, aSite, aSpace, range } from '../support/builders.ts'
import { seed } from '../support/seed.ts'
import { type BenchTable, bundleOf, silently, withFolder, withTable } from './stage.ts'

const BOOKINGS = new URL('https://restante.example/api/bookings')
export const ROUNDS = 3
const PER_ROUND = 384
const API_LIMIT_MS = TIME_LIMIT_SECONDS.api * 1000
const SPACES = 8

export const today = (): LocalDate => new Date().toISOString().slice(0, 10) as LocalDate

type Work = (at: number, client: number) => Promise<void>

/** Runs the work `PER_ROUND` times with some clients at once; answers the rate per second. */
const rateOf = async (clients: number, work: Work): Promise<number> => {
  let next = 0
  const startedAt = performance.now()
  const client = async (_: unknown, number: number) => {
    while (next < PER_ROUND) await work(next++, number)
  }
  await Promise.all(Array.from({ length: clients }, client))
  return PER_ROUND / ((performance.now() - startedAt) / 1000)
}

const environmentOf = ({ table, endpoint }: BenchTable) => ({
  ...LOCAL_ENVIRONMENT,
  AWS_ENDPOINT_URL_DYNAMODB: endpoint,
  RESTANTE_TABLE: table.name,
  RESTANTE_MAIL_KEY: 'the-key-of-the-mail-of-a-measurement',
})

/** The floor: the two writes of every booking, of the same size, by the client of the function alone. */
const rawWork = (on: BenchTable): Work => {
  Object.assign(process.env, environmentOf(on))
  const table = { ...on.table, client: functionClient() }
  return async (at) => {
    const booking = aBooking({
      id: randomBytes(10).toString('hex') as BookingId,
      date: addDays(today(), 1 + (at % 40)),
      ...range('08:00-09:00'),
    })
    const space = `bureau-${at % SPACES}` as SpaceId
    const counters = changeCounters({ deltas: { 32: 1, 33: 1, 34: 1, 35: 1 }, capacity: 1000 })
    await write(table, [
      update(table, occupancyKey(booking.site, booking.date, space), counters),
      putNew(table, bookingItem(booking, hashOf('a request'))),
    ])
  }
}

export const cookieFor = async (table: Table, at: number): Promise<string> => {
  const store = identityStore(table)
  const email = `bench-${at}@example.org`
  const holder = await store.findOrAddHolder(hashOf('email', email), email, idOf('holder', email) as HolderId)
  await store.changeHolder(holder, { name: 'Camille' })
  const secret = randomBytes(20).toString('hex')
  const now = Date.now() as Instant
  const session = {
    method: 'code',
    secondFactor: false,
    device: 'phone',
    openedAt: now,
    seenAt: now,
  } as const
  await sessionStore(table).addSession(holder, hashOf(secret), session)
  return `__Host-restante-session=${formatToken({ holder, secret })}`
}

type Told = { busy: number }

/** Repeats a request after a 503, when its Retry-After says. */
const untilBooked = async (
  api: ApiHandler,
  event: ReturnType<typeof apiEvent>,
  told: Told,
): Promise<void> => {
  for (;;) {
    const { statusCode, headers, body } = await api(event, invocationContext(API_LIMIT_MS))
    if (statusCode === 201) return
    if (statusCode !== 503) throw new Error(`a booking of the bench was refused: ${statusCode} ${body}`)
    told.busy++
    await sleep(1000 * Number(headers?.['retry-after'] ?? 1))
  }
}

/** Each client books one hour after another, since nobody can be in two places at once. */
const bookingWork = (api: ApiHandler, cookies: readonly string[], told: Told): Work => {
  const booked = cookies.map(() => 0)
  return async (at, client) => {
    const mine = booked[client] ?? 0
    booked[client] = mine + 1
    const hour = 8 + (mine % 12)
    const body = {
      site: '09410A',
      space: `bureau-${at % SPACES}`,
      date: addDays(today(), 1 + Math.floor(mine / 12)),
      start: `${String(hour).padStart(2, '0')}:00`,
      end: `${String(hour + 1).padStart(2, '0')}:00`,
      use: 'desk',
    }
    const event = apiEvent({
      method: 'POST',
      url: BOOKINGS,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomBytes(16).toString('hex'),
        cookie: cookies[client] ?? '',
      },
      body: JSON.stringify(body),
    })
    await untilBooked(api, event, told)
  }
}

/** The bundle reads its table once, so each engine gets a copy of its own. */
export const withApi = <T>(on: BenchTable, work: (api: ApiHandler) => Promise<T>): Promise<T> =>
  withFolder(async (folder) => {
    cpSync(dirname(bundleOf('api')), folder, { recursive: true })
    Object.assign(process.env, environmentOf(on))
    const { handler } = await import(join(folder, basename(bundleOf('api'))))
    return work(handler)
  })

const bookingRate = async (on: BenchTable, clients: number) => {
  const openings = [anOpening({ basis: 'fixed', weekdays: [1, 2, 3, 4, 5, 6, 7], onHolidays: true })]
  const spaces = Array.from({ length: SPACES }, (_, at) =>
    aSpace({ id: `bureau-${at}` as SpaceId, capacity: 1000, openings }),
  )
  await seed(on.table, aSite(), spaces)
  const cookies = await Promise.all(Array.from({ length: clients }, (_, at) => cookieFor(on.table, at)))
  const told: Told = { busy: 0 }
  const booked = await withApi(on, (api) => silently(() => rateOf(clients, bookingWork(api, cookies, told))))
  return { booked, ...told }
}

/**
 * Bookings a second through the bundled handler, beside two-item transactions of the engine in the same
 * run. Each measure has an engine of its own, since some engines slow down with their transactions.
 */
export const throughput = async (kind: EngineKind, clients: number) => {
  const rounds: { raw: number; booked: number; busy: number; ratio: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const raw = await withTable(kind, (on) => rateOf(clients, rawWork(on)))
    const { booked, busy } = await withTable(kind, (on) => bookingRate(on, clients))
    rounds.push({ raw, booked, busy, ratio: booked / raw })
  }
  return rounds
}
