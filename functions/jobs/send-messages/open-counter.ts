import type { Booking } from '../../../shared/domain/booking.ts'
import { directoryOf } from '../../../shared/domain/directory.ts'
import { instantAt } from '../../../shared/domain/instant.ts'
import { nearestCounters, type OpenCounter } from '../../use-cases/nearest-counters.ts'
import type { SendDependencies } from './send-dependencies.ts'

/** Where a counter is open when a closure took the place, or opens next. */
export const openCounterFor = async (
  bookings: readonly (Booking | undefined)[],
  deps: Pick<SendDependencies, 'sites' | 'listing' | 'hours'>,
): Promise<OpenCounter | undefined> => {
  const lost = bookings.find((booking) => booking?.cause === 'closure')
  if (!lost) return undefined
  const site = (await deps.sites.findSite(lost.site))?.site
  if (!site?.position) return undefined
  const directory = directoryOf(await deps.listing.readShard(site.departement))
  const at = instantAt(lost.date, lost.start, site.timeZone)
  const [counter] = await nearestCounters(
    { directory, near: site.position, at, limit: 1, except: site.id },
    deps,
  )
  return counter
}
