import type { CounterHours } from './counter-hours.ts'
import type { TimeZone } from './instant.ts'
import { addDays, datesFrom, type LocalDate, weekdayOf } from './local-date.ts'
import { isLentFrom, type Opening, openRangesOn } from './opening.ts'
import { type Quarter, quarter } from './quarter.ts'
import { type AccessKind, type Space, USES, type Use } from './space.ts'

export type LentUse = Use | 'workshop'

export const LENT_USES: readonly [LentUse, ...LentUse[]] = [...USES, 'workshop']

export const lentUsesOf = ({ uses, workshops }: Pick<Space, 'uses' | 'workshops'>): LentUse[] => [
  ...uses,
  ...(workshops ? (['workshop'] as const) : []),
]

/** What search knows of a space. `ends`: when its last lent time of each weekday ends, 0 for none. */
export type ListedSpace = {
  readonly uses: readonly LentUse[]
  readonly most: number
  readonly stepFree: boolean
  readonly free: boolean
  readonly access: AccessKind
  readonly ends: readonly Quarter[]
}

/** What people ask of a place; `after`: something is lent that ends later. */
export type Wanted = {
  readonly use?: LentUse | undefined
  readonly people?: number | undefined
  readonly stepFree?: boolean | undefined
  readonly free?: boolean | undefined
  readonly access?: AccessKind | undefined
  readonly date?: LocalDate | undefined
  readonly after?: Quarter | undefined
}

/** Left out when nobody meets all wishes, those that matter least first. */
export const RELAXABLE = [
  'after',
  'date',
  'access',
  'free',
  'people',
  'stepFree',
] as const satisfies (keyof Wanted)[]

const DAYS_A_WEEK = 7

type Listing = { readonly counter?: CounterHours | undefined; readonly timeZone: TimeZone }

/** An ordinary week of the counter, without holidays and other exceptions. */
const endsOf = (
  openings: readonly Opening[],
  { counter, timeZone }: Listing,
  today: LocalDate,
): Quarter[] => {
  const monday = addDays(today, 1 - weekdayOf(today))
  const always = openings.map(({ until: _, ...opening }) => ({ ...opening, from: monday, onHolidays: true }))
  const weekly = counter && { weekly: counter.weekly, onHolidays: 'as-usual' as const, exceptions: {} }
  return datesFrom(monday, DAYS_A_WEEK).map((date) => {
    const ranges = openRangesOn(always, { date, departement: '', timeZone, counter: weekly })
    return ranges.at(-1)?.end ?? quarter(0)
  })
}

export const listedSpaceOf = (space: Space, site: Listing, today: LocalDate): ListedSpace => ({
  uses: lentUsesOf(space),
  most: space.capacity,
  stepFree: space.amenities.includes('step-free'),
  free: space.price.per === 'free',
  access: space.access.kind,
  ends: endsOf(
    space.openings.filter((opening) => isLentFrom({ openings: [opening] }, today)),
    site,
    today,
  ),
})

/** When what is listed changes by itself. */
export const relistedFrom = (spaces: readonly Space[], today: LocalDate): LocalDate | undefined =>
  spaces
    .flatMap(({ openings }) => openings.flatMap(({ until }) => (until && until >= today ? [until] : [])))
    .sort()
    .map((until) => addDays(until, 1))[0]

/** The spaces that are still lent. */
export const listedSpacesOf = (spaces: readonly Space[], site: Listing, today: LocalDate): ListedSpace[] =>
  spaces.filter((space) => isLentFrom(space, today)).map((space) => listedSpaceOf(space, site, today))

const endsLateEnough = (ends: readonly Quarter[], { date, after = quarter(0) }: Wanted): boolean =>
  ends.some((end, at) => end > after && (date === undefined || at === weekdayOf(date) - 1))

/** In an ordinary week: what is free on a date is not known here. */
export const suits = (space: ListedSpace, wanted: Wanted): boolean =>
  (wanted.use === undefined || space.uses.includes(wanted.use)) &&
  space.most >= (wanted.people ?? 1) &&
  (!wanted.stepFree || space.stepFree) &&
  (!wanted.free || space.free) &&
  (wanted.access === undefined || space.access === wanted.access) &&
  ((wanted.date === undefined && wanted.after === undefined) || endsLateEnough(space.ends, wanted))

/** What a site lends in all its spaces. */
export type LendingSummary = {
  readonly lends: readonly { readonly use: LentUse; readonly most: number }[]
  readonly free: boolean
  readonly stepFree: boolean
  readonly access: readonly AccessKind[]
}

export const lendingSummaryOf = (spaces: readonly ListedSpace[]): LendingSummary => ({
  lends: LENT_USES.flatMap((use) => {
    const lent = spaces.filter(({ uses }) => uses.includes(use))
    return lent.length > 0 ? [{ use, most: Math.max(...lent.map(({ most }) => most)) }] : []
  }),
  free: spaces.some(({ free }) => free),
  stepFree: spaces.some(({ stepFree }) => stepFree),
  access: [...new Set(spaces.map(({ access }) => access))],
})
