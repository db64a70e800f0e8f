import type { Instant } from '../../../shared/domain/instant.ts'
import { bookingStore } from '../../../shared/store/booking-store.ts'
import { functionClient } from '../../../shared/store/client.ts'
import { dueStore } from '../../../shared/store/due-store.ts'
import { siteStore } from '../../../shared/store/site-store.ts'
import { waitStore } from '../../../shared/store/wait-store.ts'
import { apiEnvironment } from '../../environment.ts'
import type { EndDueDeps } from './end-due.ts'

export const dueDependencies = (): EndDueDeps => {
  const table = { client: functionClient(), name: apiEnvironment().RESTANTE_TABLE }
  return {
    now: () => Date.now() as Instant,
    bookings: bookingStore(table),
    sites: siteStore(table),
    waits: waitStore(table),
    due: dueStore(table),
  }
}
