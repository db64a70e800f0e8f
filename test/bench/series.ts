import type { EngineKind } from '../../infra/local/engine-process.ts'
import type { SpaceId } from '../../shared/domain/ids.ts'
import { anOpening, aSite, aSpace, range } from '../support/builders.ts'
import { seed } from '../support/seed.ts'
import { aCaller, answered, SERIES_DATES, weeklySeries } from './operations.ts'
import { medianAndRange, type Section } from './section.ts'
import { type BenchTable, installedEngines, timed, withTable } from './stage.ts'
import { type Metered, meterOf } from './store-meter.ts'

const ROUNDS = 5
const MODES = ['possible', 'all'] as const
type Mode = (typeof MODES)[number]

/** More desks than rounds, so that each person has one at the same hours. */
const space = aSpace({
  id: 'bureau' as SpaceId,
  capacity: 2 * ROUNDS,
  openings: [anOpening({ basis: 'fixed', window: range('08:00-20:00'), onHolidays: true })],
  limits: { noticeMinutes: 30, horizonDays: 400, shortestQuarters: 4, longestQuarters: 48 },
})

type Round = { readonly singleMs: number; readonly seriesMs: Readonly<Record<Mode, number>> }
type Caller = Awaited<ReturnType<typeof aCaller>>

const DATES = Array.from({ length: SERIES_DATES }, (_, week) =>
  new Date(Date.UTC(2026, 10, 26 + 7 * week)).toISOString().slice(0, 10),
)

const bookOneByOne = async ({ book }: Caller): Promise<void> => {
  for (const date of DATES) answered(await book({ date, start: '08:00', end: '10:00' }), 201)
}

const HOURS = { possible: { start: '12:00', end: '14:00' }, all: { start: '16:00', end: '18:00' } }

const bookSeries = async ({ repeat }: Caller, mode: Mode): Promise<void> => {
  const { dates } = answered(await repeat(weeklySeries({ mode, ...HOURS[mode] })), 201)
  const booked = dates.filter(({ booking }: { booking?: string }) => booking).length
  if (booked !== SERIES_DATES) throw new Error(`${booked} of ${SERIES_DATES} dates were booked`)
}

/** Books each date alone, then all dates at once in each mode, at other hours, for one person. */
const roundOf = async (on: BenchTable, round: number): Promise<Round> => {
  const caller = await aCaller(on, `serie-${round}@example.org`)
  return {
    singleMs: await timed(() => bookOneByOne(caller)),
    seriesMs: {
      possible: await timed(() => bookSeries(caller, 'possible')),
      all: await timed(() => bookSeries(caller, 'all')),
    },
  }
}

const costsOf = async (on: BenchTable): Promise<Readonly<Record<'single' | Mode, Metered>>> => {
  const meter = meterOf(on.table.client)
  const caller = await aCaller(on, 'mesure@example.org')
  return {
    single: await meter(() => bookOneByOne(caller)),
    possible: await meter(() => bookSeries(caller, 'possible')),
    all: await meter(() => bookSeries(caller, 'all')),
  }
}

const NAMES = { possible: 'in one request, what is possible', all: 'in one request, all or nothing' }

const onEngine = (kind: EngineKind): Promise<Section> =>
  withTable(kind, async (on) => {
    await seed(on.table, aSite(), [space])
    await roundOf(on, -1)
    const rounds: Round[] = []
    for (let round = 0; round < ROUNDS; round++) rounds.push(await roundOf(on, round))
    const costs = await costsOf(on)
    const row = (name: string, { requests, trips, readUnits, writeUnits }: Metered, ratio: string) => [
      name,
      String(trips),
      String(requests),
      `${readUnits} + ${writeUnits}`,
      ratio,
    ]
    const ratioOf = (mode: Mode) =>
      medianAndRange(rounds.map(({ singleMs, seriesMs }) => seriesMs[mode] / singleMs))
    return {
      title: `${SERIES_DATES} dates on ${kind.name}, ${ROUNDS} rounds`,
      figures: [],
      grid: [
        ['how', 'round trips', 'requests to the store', 'units as the engine tells', 'time ÷ one by one'],
        row('one by one', costs.single, '1'),
        ...MODES.map((mode) => row(NAMES[mode], costs[mode], ratioOf(mode))),
      ],
    }
  })

/** Cost of a whole series, beside its dates booked one by one. */
export const series = async (): Promise<Section[]> => {
  const sections: Section[] = []
  for (const kind of installedEngines()) sections.push(await onEngine(kind))
  return sections
}
