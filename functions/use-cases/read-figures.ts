import type { Booking } from '../../shared/domain/booking.ts'
import { isHeld } from '../../shared/domain/booking-state.ts'
import {
  AGE_BANDS,
  type AgeBand,
  type DropIn,
  OCCUPATIONS,
  type Occupation,
} from '../../shared/domain/drop-in.ts'
import { type Counted, type Outcome, SEAT_OUTCOMES, type Told, toldOf } from '../../shared/domain/figures.ts'
import type { SiteId, WorkshopId } from '../../shared/domain/ids.ts'
import { localTimeAt } from '../../shared/domain/instant.ts'
import { heldTimeOf } from '../../shared/domain/led-week.ts'
import { addDays, type LocalDate } from '../../shared/domain/local-date.ts'
import type { QuarterRange } from '../../shared/domain/quarter-range.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { Roll } from '../../shared/store/attendance-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { mapAtOnce } from './at-once.ts'
import { rightsAt } from './rights-at.ts'

const ROLLS_AT_ONCE = 8
/** The longest month. */
const MOST_DAYS = 31

type Deps = Pick<Dependencies, 'bookings' | 'series' | 'attendance' | 'sites' | 'grants' | 'now'>

export type Figures = {
  readonly month: string
  /** Bookings that were kept, by space; workshops are apart. */
  readonly spaces: readonly Told<string>[]
  readonly workshops: { readonly count: number; readonly quarters: number }
  readonly people: readonly Told<Outcome>[]
  readonly ages: readonly Told<AgeBand>[]
  readonly occupations: readonly Told<Occupation>[]
  readonly skillsTests: readonly Told<'done' | 'not-done'>[]
}

/** `month` such as `2026-11`. */
const datesOf = (month: string): { readonly from: LocalDate; readonly to: LocalDate } => {
  const from = `${month}-01` as LocalDate
  const beyond = addDays(from, MOST_DAYS)
  return { from, to: addDays(beyond, -Number(beyond.slice(8))) }
}

const quartersOf = ({ start, end }: QuarterRange): number => end - start

/** Each booking of an association is of other people; nobody knows whether the forgotten were several. */
const whoBooked = (bookings: readonly Booking[]): ReadonlySet<string> =>
  new Set(bookings.map(({ id, holder, bookedBy }) => (bookedBy === undefined ? holder : id)))

/** With who comes beside them. */
const whoCame = (seats: readonly Booking[]): ReadonlySet<string> =>
  new Set(
    seats.flatMap(({ holder, places }) => Array.from({ length: places }, (_, nth) => `${holder} ${nth}`)),
  )

/** The quarters in which somebody was there, each once. */
const usedQuarters = (bookings: readonly Booking[]): number =>
  new Set(
    bookings.flatMap(({ date, start, end }) =>
      Array.from({ length: end - start }, (_, at) => `${date} ${start + at}`),
    ),
  ).size

const bySpace = (bookings: readonly Booking[], nameOf: (space: string) => string): Counted<string>[] =>
  [...Map.groupBy(bookings, ({ space }) => space as string)].map(([space, theirs]) => ({
    ...{ name: nameOf(space), count: theirs.length, quarters: usedQuarters(theirs) },
    who: whoBooked(theirs),
  }))

const outcomeOf = (seat: Booking): Outcome => {
  if (seat.status === 'attended') return 'present'
  if (seat.status === 'no-show') return seat.excused ? 'excused' : 'absent'
  return 'not-noted'
}

const bySeat = (seats: readonly Booking[]): Counted<Outcome>[] =>
  SEAT_OUTCOMES.map((name) => {
    const theirs = seats.filter((each) => outcomeOf(each) === name)
    return { name, count: theirs.reduce((sum, { places }) => sum + places, 0), who: whoCame(theirs) }
  })

const byName = <Name extends string>(
  names: readonly Name[],
  dropIns: readonly DropIn[],
  of: (each: DropIn) => Name,
): Counted<Name>[] =>
  names.map((name) => ({ name, count: dropIns.filter((each) => of(each) === name).length }))

/** Drop-ins are told by other groups too, so they are told apart: nothing may be taken from their sum. */
const peopleOf = (seats: readonly Booking[], dropIns: readonly DropIn[]): Told<Outcome>[] => [
  ...toldOf(bySeat(seats)),
  ...toldOf([{ name: 'drop-in' as const, count: dropIns.length }]),
]

const TESTS = ['done', 'not-done'] as const

const dropInFigures = (dropIns: readonly DropIn[]) => ({
  ages: toldOf(byName(AGE_BANDS, dropIns, ({ ageBand }) => ageBand)),
  occupations: toldOf(byName(OCCUPATIONS, dropIns, ({ occupation }) => occupation)),
  skillsTests: toldOf(byName(TESTS, dropIns, ({ skillsTest }) => (skillsTest ? 'done' : 'not-done'))),
})

const readRolls = async (ids: readonly WorkshopId[], { attendance }: Deps): Promise<Roll[]> =>
  (await mapAtOnce(ids, ROLLS_AT_ONCE, (id) => attendance.readRoll(id))).filter((roll) => roll !== undefined)

type ReadFigures = { readonly site: SiteId; readonly month: string; readonly by: Actor }

/**
 * Of a month that is over, so that two readings on two days do not tell of who came between. One query for its
 * bookings and one for each workshop, their details in batch gets.
 */
export const readFigures = async (
  { site: id, month, by }: ReadFigures,
  deps: Deps,
): Promise<Result<Figures, { readonly kind: 'not-found' | 'month-not-over' }>> => {
  const { from, to } = datesOf(month)
  const [mayHere, lent] = await Promise.all([rightsAt(by, id, deps), deps.sites.findSite(id)])
  if (!mayHere('read-figures') || !lent) return refuse({ kind: 'not-found' })
  if (localTimeAt(deps.now(), lent.site.timeZone).date <= to) return refuse({ kind: 'month-not-over' })
  const kept = (await deps.bookings.listSiteBookings(id, from, to)).filter((each) => !isHeld(each))
  // The room of a permanence that was cut short is free again: who came before leads to it.
  const rolls = await readRolls([...new Set(kept.flatMap(({ workshop }) => workshop ?? []))], deps)
  const held = rolls.flatMap(({ workshop }) => heldTimeOf(workshop, lent.site) ?? [])
  const found = await deps.series.findBookings(rolls.flatMap(({ seats }) => seats.map((seat) => seat.id)))
  const seats = found.filter((each) => each !== undefined).filter((each) => !isHeld(each))
  const dropIns = rolls.flatMap((roll) => roll.dropIns.filter(({ gone }) => !gone))
  const nameOf = (space: string) => lent.spaces.find((each) => each.id === space)?.name ?? space
  return ok({
    month,
    spaces: toldOf(
      bySpace(
        kept.filter(({ workshop }) => !workshop),
        nameOf,
      ),
    ),
    workshops: {
      count: held.length,
      quarters: held.reduce((sum, each) => sum + quartersOf(each), 0),
    },
    people: peopleOf(seats, dropIns),
    ...dropInFigures(dropIns),
  })
}
