import type { HolderId } from '../../../shared/domain/booking.ts'
import type { LocalDate } from '../../../shared/domain/local-date.ts'
import type { SiteId } from '../../../shared/domain/site.ts'
import type { StartDependencies } from '../../start-dependencies.ts'

type Wish = { readonly site: SiteId; readonly date: LocalDate; readonly holder: HolderId }

/** Ends what is held beyond its time in the way of a booking. Loaded then only: most bookings find nothing there. */
export const endLapsed = async (wish: Wish, deps: StartDependencies): Promise<boolean> => {
  const parts = [import('../../inventory/settle.ts'), import('../../dependencies.ts')] as const
  const [{ endLapsedOn }, { completed }] = await Promise.all(parts)
  return endLapsedOn(wish, completed(deps))
}
