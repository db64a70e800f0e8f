import type { Booking } from '../../shared/domain/booking.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import { localTimeAt } from '../../shared/domain/instant.ts'
import {
  type LendingRefusal,
  lendingAfter,
  type TouchedBooking,
  touchedByLending,
} from '../../shared/domain/lending.ts'
import { datesFrom, type LocalDate } from '../../shared/domain/local-date.ts'
import { isUndecidedOn, openRangesOn } from '../../shared/domain/opening.ts'
import type { LentSpace } from '../../shared/domain/overlapping-spaces.ts'
import type { QuarterRange } from '../../shared/domain/quarter-range.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { Space } from '../../shared/domain/space.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { may } from './authorize.ts'
import { activeBookingsAt, type LendingDeps } from './change-active-bookings.ts'
import { hashOf } from './hash.ts'

const DAYS_SHOWN = 7
const MARK_LENGTH = 16

/** `mark` identifies exactly these bookings. */
export type Touched = {
  readonly mark: string
  readonly touched: readonly TouchedBooking[]
  readonly holders: ReadonlyMap<HolderId, Holder>
  readonly spaces: readonly Space[]
}

export type Previewed = Touched & {
  readonly site: Site
  readonly days: readonly {
    readonly date: LocalDate
    readonly open: readonly QuarterRange[]
    readonly undecided: boolean
  }[]
}

export type PreviewDeps = LendingDeps & Pick<Dependencies, 'identities'>

type LendingFacts = Pick<LentSite, 'site' | 'spaces'> & { readonly active: readonly Booking[] }

export const findTouched = async (
  space: Space,
  { site, spaces, active }: LendingFacts,
  deps: PreviewDeps,
): Promise<Touched> => {
  const facts = { site, spaces, now: deps.now() }
  const touched = touchedByLending(active, space, facts).sort(({ booking: a }, { booking: b }) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.start - b.start,
  )
  const ids = touched.map(({ booking }) => booking.id).sort()
  const holders = await deps.identities.findHolders([
    ...new Set(touched.map(({ booking }) => booking.holder)),
  ])
  return { mark: hashOf('touched', ...ids).slice(0, MARK_LENGTH), touched, holders, spaces }
}

/** The week of the first lent date, or of today. */
const weekOf = ({ openings }: LentSpace, today: LocalDate): LocalDate[] => {
  const [first = today] = openings.map(({ from }) => from).sort()
  return datesFrom(first > today ? first : today, DAYS_SHOWN)
}

type PreviewLending = { readonly site: SiteId; readonly lent: LentSpace; readonly by: Actor }

/** Shows a space in its first week, and the bookings that it touches; writes nothing. */
export const previewLending = async (
  { site: id, lent, by }: PreviewLending,
  deps: PreviewDeps,
): Promise<Result<Previewed, LendingRefusal | { readonly kind: 'not-found' }>> => {
  const [allowed, lending] = await Promise.all([
    may(by, 'lend-spaces', { site: id }, deps),
    deps.lending.readLending(id),
  ])
  if (!allowed || !lending) return refuse({ kind: 'not-found' })
  const { site } = lending
  const today = localTimeAt(deps.now(), site.timeZone).date
  const after = lendingAfter(lending.spaces, lent, { ...site, today })
  if (!after.ok) return after
  const space = after.value.spaces.find((each) => each.id === lent.id) as Space
  const dates = weekOf(lent, today)
  const days = dates.map((date) => {
    const day = { ...site, date }
    return { date, open: openRangesOn(lent.openings, day), undecided: isUndecidedOn(lent.openings, day) }
  })
  const active = await activeBookingsAt(id, deps)
  return ok({ site, days, ...(await findTouched(space, { site, spaces: after.value.spaces, active }, deps)) })
}
