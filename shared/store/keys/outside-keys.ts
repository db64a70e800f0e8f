import type { SiteId, SpaceId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/instant.ts'
import { closureOfOutside } from '../../domain/outside-calendar.ts'
import { dueKey } from './booking-keys.ts'
import type { Key } from './key.ts'
import { sitePartition } from './site-keys.ts'

export const OUTSIDE_CALENDARS = 'OUTSIDE#'

export const outsideKey = (site: SiteId, space: SpaceId): Key => ({
  pk: sitePartition(site),
  sk: `${OUTSIDE_CALENDARS}${space}`,
})

/** When it is to be read next. */
export const outsideDueKey = (at: Instant, site: SiteId, space: SpaceId): Key =>
  dueKey(at, closureOfOutside(site, space))
