import {
  type Alternative,
  nearestAlternatives,
  type SpaceDay,
  type Wanted,
} from '../../../shared/domain/availability.ts'
import type { HolderId } from '../../../shared/domain/booking.ts'
import { closedRangesOf } from '../../../shared/domain/closure.ts'
import { withWholes } from '../../../shared/domain/footprint.ts'
import { localTimeAt } from '../../../shared/domain/instant.ts'
import { addDays, datesFrom, type LocalDate } from '../../../shared/domain/local-date.ts'
import { publicOn, spaceFor } from '../../../shared/domain/public.ts'
import type { Site, SiteId } from '../../../shared/domain/site.ts'
import type { LentSite, SheetAt } from '../../../shared/store/site-store.ts'
import type { Dependencies } from '../../dependencies.ts'

type Deps = Pick<Dependencies, 'sites' | 'members' | 'now'>

/** `holder`: what they may book, which may be more than everyone may. */
export type ReadAvailability = {
  readonly site: SiteId
  readonly from?: LocalDate | undefined
  readonly days: number
  readonly holder?: HolderId | undefined
}

export type SiteDays = LentSite & {
  readonly sheetAt: SheetAt
  readonly dates: readonly LocalDate[]
  readonly days: readonly SpaceDay[]
}

/** The days of all spaces of a site, today first unless told; undefined when there is no such site. */
export const readSiteDays = async (query: ReadAvailability, deps: Deps): Promise<SiteDays | undefined> => {
  const now = deps.now()
  // The site's zone is not known before it is read: its today may be UTC's yesterday, today or tomorrow.
  const utcToday = localTimeAt(now, 'UTC' as Site['timeZone']).date
  const first = query.from ?? addDays(utcToday, -1)
  const last = query.from ? addDays(query.from, query.days - 1) : addDays(utcToday, query.days)
  const [lent, membership] = await Promise.all([
    deps.sites.findSiteWithSheets(query.site, { from: first, to: last, now }),
    query.holder && deps.members.findMembership(query.holder, query.site),
  ])
  if (!lent) return undefined
  const { site, spaces, closures, sheetAt } = lent
  const dates = datesFrom(query.from ?? localTimeAt(now, site.timeZone).date, query.days)
  const days = dates.flatMap((date) =>
    spaces
      .map((space) => spaceFor(space, publicOn(membership, date)))
      .map((space) => {
        const closed = closedRangesOf(closures, { space, spaces, date })
        return { site, space, date, sheet: withWholes(space, (id) => sheetAt(date, id)), closed, now }
      }),
  )
  return { ...lent, dates, days }
}

const DAYS_LOOKED_AT = 7
const MOST_ALTERNATIVES = 3

/** What else the holder may book near a time that was taken, in the same site. */
export const findAlternatives = async (
  wanted: Wanted & { readonly site: SiteId; readonly holder?: HolderId | undefined },
  deps: Deps,
): Promise<Alternative[]> => {
  const found = await readSiteDays({ ...wanted, from: wanted.date, days: DAYS_LOOKED_AT }, deps)
  return found ? nearestAlternatives(wanted, found.days, MOST_ALTERNATIVES) : []
}
