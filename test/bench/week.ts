import { createApp } from '../../functions/api/app.ts'
import { dependenciesOn } from '../../functions/dependencies.ts'
import type { EngineKind } from '../../infra/local/engine-process.ts'
import type { SpaceId } from '../../shared/domain/ids.ts'
import { datesFrom, type LocalDate } from '../../shared/domain/local-date.ts'
import type { Table } from '../../shared/store/client.ts'
import { occupancyKey } from '../../shared/store/keys/site-keys.ts'
import { changeCounters } from '../../shared/store/occupancy-item.ts'
import { changeItem } from '../../shared/store/single-item.ts'
import { anOpening, aSite, aSpace, date, NOW, range } from '../support/builders.ts'
import { seed } from '../support/seed.ts'
import { count, medianAndRange, milliseconds, type Section } from './section.ts'
import { installedEngines, medianOf, withTable } from './stage.ts'
import { type Metered, meterOf } from './store-meter.ts'
import { scattered, WHOLE_NETWORK, writeSites } from './synthetic-network.ts'
import { weekRate } from './week-rate.ts'

const FEW_SITES = 20
const SPACES = 5
const BOOKINGS_A_OCCUPANCY = 12
const FIRST_DATE = date('2026-11-19')
const DAYS_BOOKED = 21
const WARM_UP = 60
const PAIRS = 300
const ADDRESS = 'https://restante.example/api/sites/09410A/availability?days=7'

const site = aSite()
const spaces = Array.from({ length: SPACES }, (_, at) =>
  aSpace({
    id: `bureau-${at + 1}` as SpaceId,
    capacity: 4 + at * 2,
    openings: [anOpening({ basis: 'fixed', weekdays: [1, 2, 3, 4, 5, 6, 7], window: range('08:00-20:00') })],
  }),
)

/** One or two places for one to four hours, at many times of the day, while there is room. */
const fillOccupancy = async (table: Table, day: LocalDate, at: number): Promise<void> => {
  const space = spaces[at % SPACES] ?? aSpace()
  for (let booking = 0; booking < BOOKINGS_A_OCCUPANCY; booking++) {
    const chance = scattered(at * 100 + booking + 1)
    const start = 32 + (chance % 40)
    const end = Math.min(80, start + 4 + ((chance >>> 8) % 13))
    const places = 1 + ((chance >>> 16) % 2)
    const deltas = Object.fromEntries(
      Array.from({ length: end - start }, (_, from) => [start + from, places]),
    )
    const change = changeCounters({ deltas, capacity: space.capacity })
    await changeItem(table, occupancyKey(site.id, day, space.id), change)
  }
}

/** A site with a week full of bookings, among others. */
export const fillWeek = async (table: Table, sites = FEW_SITES): Promise<void> => {
  await seed(table, site, spaces)
  await writeSites(table, sites - 1)
  const days = datesFrom(FIRST_DATE, DAYS_BOOKED).flatMap((day) => spaces.map(() => day))
  await Promise.all(days.map((day, at) => fillOccupancy(table, day, at)))
}

/** Reads the week once through the app; answers milliseconds and bytes of the compressed answer. */
const weekReader = (table: Table) => {
  const app = createApp(dependenciesOn(table, () => NOW))
  return async (): Promise<{ ms: number; bytes: number }> => {
    const startedAt = performance.now()
    const answer = await app.request(ADDRESS, { headers: { 'accept-encoding': 'gzip' } })
    const { byteLength } = await answer.arrayBuffer()
    const ms = performance.now() - startedAt
    if (answer.status !== 200 || answer.headers.get('content-encoding') !== 'gzip') {
      throw new Error(`the week was not read: ${answer.status}`)
    }
    return { ms, bytes: byteLength }
  }
}

type Weeks = { readonly few: number[]; readonly many: number[] }

/** Measures in turn, so that warmth and neighbours are equal. */
const measureInTurn = async (few: Table, many: Table): Promise<Weeks> => {
  const [readFew, readMany] = [weekReader(few), weekReader(many)]
  const times: Weeks = { few: [], many: [] }
  for (let pair = -WARM_UP; pair < PAIRS; pair++) {
    const [fewMs, manyMs] = [(await readFew()).ms, (await readMany()).ms]
    if (pair < 0) continue
    times.few.push(fewMs)
    times.many.push(manyMs)
  }
  return times
}

const costOf = async (table: Table): Promise<Metered & { readonly bytes: number }> => {
  const read = weekReader(table)
  let bytes = 0
  const metered = await meterOf(table.client)(async () => {
    bytes = (await read()).bytes
  })
  return { ...metered, bytes }
}

const weekOn = (kind: EngineKind): Promise<Section> =>
  withTable(kind, ({ table: few }) =>
    withTable(kind, async ({ table: many }) => {
      await fillWeek(few)
      await fillWeek(many, WHOLE_NETWORK)
      // The client of a function has no logger either.
      for (const { client } of [few, many]) client.middlewareStack.remove('loggerMiddleware')
      const times = await measureInTurn(few, many)
      const rate = await weekRate(few, weekReader(few), NOW)
      const costs = [await costOf(few), await costOf(many)]
      const both = (shown: (cost: (typeof costs)[number]) => string | number) =>
        costs.map(shown).join(' and ')
      const [fewMs, manyMs] = [medianOf(times.few), medianOf(times.many)]
      const networks = `${FEW_SITES} and with ${count(WHOLE_NETWORK)} sites`
      return {
        title: `A week of a site with ${SPACES} spaces on ${kind.name}, with ${networks}`,
        figures: [
          { name: 'round trips to the store', goal: '1', measured: both(({ trips }) => trips) },
          { name: 'read units', goal: '≤ 2', measured: both(({ readUnits }) => readUnits) },
          { name: 'answer, gzip', goal: '≤ 3,000 bytes', measured: both(({ bytes }) => count(bytes)) },
          {
            name: `weeks a second, ${rate.clients} clients; two raw queries`,
            measured: `${rate.week.toFixed(0)}; ${rate.raw.toFixed(0)}`,
          },
          {
            name: '… ratio',
            goal: '≥ 0.6',
            measured: medianAndRange(rate.ratios, (ratio) => ratio.toFixed(2)),
          },
          { name: 'time, median', measured: `${milliseconds(fewMs)} and ${milliseconds(manyMs)}` },
          {
            name: 'time with all sites ÷ with few',
            goal: '0.9 to 1.1',
            measured: (manyMs / fewMs).toFixed(2),
          },
        ],
      }
    }),
  )

/** Cost of showing the week of a site, and whether it grows with the network. */
export const week = async (): Promise<Section[]> => {
  const sections: Section[] = []
  for (const kind of installedEngines()) sections.push(await weekOn(kind))
  return sections
}
