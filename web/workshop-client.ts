import type { BookingView } from '../shared/contracts/booking-views.ts'
import type { WorkshopList, WorkshopView } from '../shared/contracts/workshop-views.ts'
import { asker, type Fetch } from './api-client.ts'

export type WorkshopQuery = Partial<Record<'site' | 'departement' | 'near' | 'radius' | 'begun' | 'after', string>>

/** Apart from the other calls: few pages need them. */
export const createWorkshopClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  const pathOf = (id: string, part = '') => `/workshops/${encodeURIComponent(id)}${part}`
  return {
    list: (query: WorkshopQuery) => ask<WorkshopList>({ path: `/workshops?${new URLSearchParams(query)}` }),
    read: (id: string) => ask<WorkshopView>({ path: pathOf(id) }),
    takeSeat: (id: string, key: string) => ask<BookingView>({ method: 'POST', path: pathOf(id, '/seats'), key }),
    wait: (id: string) => ask<WorkshopView>({ method: 'POST', path: pathOf(id, '/waits') }),
    stopWaiting: (id: string) => ask<WorkshopView>({ method: 'DELETE', path: pathOf(id, '/waits') }),
  }
}

export const workshopApi = createWorkshopClient((path, init) => fetch(path, init))
