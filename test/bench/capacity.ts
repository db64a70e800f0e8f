import { reconcileSite } from '../../functions/jobs/reconcile-counters/reconcile-site.ts'
import { bookingStore } from '../../shared/store/booking-store.ts'
import { closedDayStore } from '../../shared/store/closed-day-store.ts'
import { occupancyStore } from '../../shared/store/occupancy-store.ts'
import { aSite } from '../support/builders.ts'
import { peakMemoryOf } from './booking-load.ts'
import { capacityRules } from './capacity-rules.ts'
import { type CapacityStage, type Extent, withStages } from './capacity-stage.ts'
import { dollars } from './dollars.ts'
import { aCaller, answered, type Operation, operationsOn } from './operations.ts'
import { count, type Figure, megabytes, type Section, seconds } from './section.ts'
import { installedEngines, medianOf, timed } from './stage.ts'
import { FIRST_DATE, lastDateOf } from './synthetic-bookings.ts'
import { inventedSites, WHOLE_NETWORK } from './synthetic-network.ts'

export const MANY_BOOKINGS = 1_000_000
const FEW_SITES = 20
const FEW_BOOKINGS = 10_000
const WARM_UP = 40
const TURNS = 200

/** The loaded counters must be the sums of the loaded bookings. */
const refuseBadLoad = async ({ table, extent }: CapacityStage): Promise<void> => {
  const deps = {
    bookings: bookingStore(table),
    closedDays: closedDayStore(table),
    occupancies: occupancyStore(table),
  }
  const others = inventedSites(extent.sites - 1)
  for (const site of [aSite(), others[0] ?? aSite(), others[Math.floor(others.length / 3)] ?? aSite()]) {
    const query = { site: site.id, from: FIRST_DATE, to: lastDateOf(extent.bookings), mend: false }
    const { occupancies, found } = await reconcileSite(query, deps)
    if (occupancies === 0 || found.length > 0)
      throw new Error(`${site.id}: ${occupancies} days of spaces, ${found.length} wrong counters`)
  }
}

const shown = ({ sites, bookings }: Extent) => `${count(sites)} sites, ${count(bookings)} bookings`

const fromTo = (least: number, most: number) => (least === most ? `${least}` : `${least} to ${most}`)

const costs = (stages: readonly CapacityStage[], columns: readonly (readonly Operation[])[]): Section => {
  const rows = (columns[0] ?? []).map(({ name }, at) => {
    const each = columns.map((operations) => operations[at]?.cost)
    const trips = each.map((cost) => cost?.trips ?? 0)
    return [
      name,
      fromTo(Math.min(...trips), Math.max(...trips)),
      ...each.map((cost) => `${cost?.readUnits} + ${cost?.writeUnits}`),
    ]
  })
  return {
    title: 'Read + write units of an operation, on dynoxide',
    figures: [],
    grid: [['operation', 'round trips', ...stages.map(({ extent }) => shown(extent))], ...rows],
  }
}

/** Measures in turn, so that warmth and neighbours are equal; medians in milliseconds. */
const times = async (stages: readonly CapacityStage[]): Promise<{ week: number; booking: number }[]> => {
  const taken = await Promise.all(
    stages.map(async (on) => ({ caller: await aCaller(on, 'sacha@example.org'), weeks: [0], bookings: [0] })),
  )
  for (const each of taken) each.weeks.length = each.bookings.length = 0
  for (let turn = -WARM_UP; turn < TURNS; turn++) {
    const date = new Date(Date.UTC(2027, 0, 4 + turn + WARM_UP)).toISOString().slice(0, 10)
    for (const { caller, weeks, bookings } of taken) {
      const week = await timed(async () =>
        answered(await caller.get('/sites/09410A/availability?days=7'), 200),
      )
      const booking = await timed(async () => answered(await caller.book({ date }), 201))
      if (turn < 0) continue
      weeks.push(week)
      bookings.push(booking)
    }
  }
  return taken.map(({ weeks, bookings }) => ({ week: medianOf(weeks), booking: medianOf(bookings) }))
}

type Medians = Awaited<ReturnType<typeof times>>

const ratios = (stages: readonly CapacityStage[], medians: Medians): Section => {
  const [few, ...others] = stages.map(({ extent }, at) => ({ extent, ...medians[at] }))
  const ratio = (of: 'week' | 'booking', at: number) =>
    ((others[at]?.[of] ?? 0) / (few?.[of] ?? 1)).toFixed(2)
  const figures: Figure[] = others.flatMap(({ extent }, at) => [
    { name: `a week, ${shown(extent)} ÷ few of both`, goal: '0.9 to 1.1', measured: ratio('week', at) },
    { name: `a booking, ${shown(extent)} ÷ few of both`, goal: '0.9 to 1.1', measured: ratio('booking', at) },
  ])
  return { title: `Time, ${TURNS} turns, medians`, figures }
}

const loading = (stages: readonly CapacityStage[]): Section => {
  const [largest] = stages.toSorted((a, b) => b.extent.bookings - a.extent.bookings)
  if (!largest) return { title: 'Loading', figures: [] }
  const { loaded, extent, pid } = largest
  return {
    title: `Loading ${count(extent.bookings)} bookings`,
    figures: [
      { name: 'items, without the sites', measured: count(loaded.items) },
      { name: 'preparing them, by this benchmark', measured: seconds(loaded.prepareMs) },
      { name: "the engine's import, from start to end", measured: seconds(loaded.importMs) },
      { name: '… its peak memory', measured: megabytes(loaded.peakBytes) },
      { name: "the table's file", measured: megabytes(loaded.fileBytes) },
      { name: "the engine's peak memory, all that is here measured", measured: megabytes(peakMemoryOf(pid)) },
    ],
  }
}

/** Capacity of each operation, and whether it grows with the network or with bookings elsewhere. */
export const capacity = async ({ bookings }: { readonly bookings: number }): Promise<Section[]> => {
  const rules = await capacityRules()
  const kind = installedEngines().find(({ name }) => name === 'dynoxide')
  const title = 'Read + write units of an operation'
  if (!kind) return [rules, { title, figures: [], note: 'NOT RUN: dynoxide runs on Linux x64.' }]
  const extents = [
    { sites: FEW_SITES, bookings: FEW_BOOKINGS },
    { sites: WHOLE_NETWORK, bookings: FEW_BOOKINGS },
    { sites: WHOLE_NETWORK, bookings },
  ]
  return withStages(kind, extents, async (stages) => {
    for (const stage of stages) await refuseBadLoad(stage)
    const columns: Operation[][] = []
    for (const stage of stages) columns.push(await operationsOn(stage))
    const medians = await times(stages)
    return [
      ...[rules, costs(stages, columns), ratios(stages, medians)],
      dollars(columns.at(-1) ?? [], medians.at(-1) ?? { week: 0, booking: 0 }),
      loading(stages),
    ]
  })
}
