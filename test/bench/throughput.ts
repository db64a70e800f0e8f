import { randomBytes } from 'node:crypto'
import { cpSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { formatToken } from '../../functions/http/caller.ts'
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
import { type BenchTable, bundleOf, silently, timed, withFolder, withTable } from './stage.ts'

const BOOKINGS = new URL('https://restante.example/api/bookings')
export const ROUNDS = 3
const SLICES = 3
const PER_SLICE = 128
const PER_ROUND = SLICES * PER_SLICE
const API_LIMIT_MS = TIME_LIMIT_SECONDS.api * 1000
const SPACES = 8

export const today = (): LocalDate => new Date().toISOString().slice(0, 10) as LocalDate

type Work = (at: number, client: number) => Promise<void>

/** Milliseconds that some clients at once take for one slice of the work. */
const timeOfSlice = (slice: number, clients: number, work: Work): Promise<number> => {
  let next = slice * PER_SLICE
  const end = next + PER_SLICE
  const client = async (_: unknown, number: number) => {
    while (next < end) await work(next++, number)
  }
  return timed(() => Promise.all(Array.from({ length: clients }, client)))
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

const seedSpaces = async ({ table }: BenchTable, clients: number): Promise<string[]> => {
  const openings = [anOpening({ basis: 'fixed', weekdays: [1, 2, 3, 4, 5, 6, 7], onHolidays: true })]
  const spaces = Array.from({ length: SPACES }, (_, at) =>
    aSpace({ id: `bureau-${at}` as SpaceId, capacity: 1000, openings }),
  )
  await seed(table, aSite(), spaces)
  return Promise.all(Array.from({ length: clients }, (_, at) => cookieFor(table, at)))
}

/** In slices by turns, so that neighbours slow both alike; each on an engine of its own. */
const round = async (on: Readonly<Record<'raw' | 'booked', BenchTable>>, clients: number) => {
  const cookies = await seedSpaces(on.booked, clients)
  const raw = rawWork(on.raw)
  const told: Told = { busy: 0 }
  return withApi(on.booked, async (api) => {
    const booking = bookingWork(api, cookies, told)
    const spent = { raw: 0, booked: 0 }
    for (let slice = 0; slice <= SLICES; slice++) {
      const [rawMs, bookedMs] = [
        await timeOfSlice(slice, clients, raw),
        await silently(() => timeOfSlice(slice, clients, booking)),
      ]
      // The first one warms both.
      if (slice === 0) continue
      spent.raw += rawMs
      spent.booked += bookedMs
    }
    const rateIn = (ms: number) => PER_ROUND / (ms / 1000)
    const ratio = spent.raw / spent.booked
    return { raw: rateIn(spent.raw), booked: rateIn(spent.booked), ratio, busy: told.busy }
  })
}

/** Bookings a second through the bundled handler, beside two-item transactions of the engine in the same run. */
export const throughput = async (kind: EngineKind, clients: number) => {
  const rounds: Awaited<ReturnType<typeof round>>[] = []
  while (rounds.length < ROUNDS)
    rounds.push(await withTable(kind, (raw) => withTable(kind, (booked) => round({ raw, booked }, clients))))
  return rounds
}
