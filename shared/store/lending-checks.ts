import { isSameAllocations } from '../domain/allocation.ts'
import type { BookingChange } from '../domain/booking-change.ts'
import { isActive } from '../domain/booking-state.ts'
import { seatIn } from '../domain/workshop.ts'
import type { Table } from './client.ts'
import { ContentionError } from './contention.ts'
import type { Key } from './keys/key.ts'
import { spaceKey } from './keys/site-keys.ts'
import { isAtRevision } from './site-item.ts'
import { isSiteAt, type SiteVersion } from './site-version.ts'
import { check, type Write } from './write.ts'

/** With `siteVersion` it was decided on the site as it was then. */
export type DecidedChange = BookingChange & { readonly siteVersion?: SiteVersion | undefined }

const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`

/** Two wholes of the same parts have the same allocations, and are lent apart. */
const takesAnew = ({ from, to }: BookingChange): boolean =>
  isActive(to) &&
  !seatIn(to) &&
  (from?.space !== to.space || !isSameAllocations(from.allocations, to.allocations))

/** What was decided on a site as it is remembered is written only while the site is so. */
export const siteChecks = (table: Table, changes: readonly DecidedChange[]): Write[] => {
  const decided = new Map(
    changes.filter(({ siteVersion }) => siteVersion).map((each) => [each.to.site, each]),
  )
  return [...decided].flatMap(([site, { siteVersion }]) =>
    siteVersion ? [isSiteAt(table, site, siteVersion)] : [],
  )
}

/**
 * Places are taken only from the space as it was read: a change of the lending in between fails the write.
 */
export const lendingChecks = (table: Table, changes: readonly DecidedChange[]): Write[] => {
  const taken = changes.filter((each) => !each.siteVersion && takesAnew(each)).map(({ to }) => to)
  const revisions = new Map(taken.map(({ site, space, lentAs }) => [nameOf(spaceKey(site, space)), lentAs]))
  if (taken.some(({ site, space, lentAs }) => revisions.get(nameOf(spaceKey(site, space))) !== lentAs))
    throw new ContentionError('changed')
  const once = new Map(taken.map((booking) => [nameOf(spaceKey(booking.site, booking.space)), booking]))
  return [...once.values()].map(({ site, space, lentAs }) =>
    check(table, spaceKey(site, space), isAtRevision(lentAs)),
  )
}
