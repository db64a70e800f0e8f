import type { BookingView, NewBooking } from '../shared/contracts/booking-views.ts'
import type { KnownPeople } from '../shared/contracts/counter-views.ts'
import type { WorkshopView } from '../shared/contracts/workshop-views.ts'
import { asker, type Fetch } from './api-client.ts'

/** Somebody without an e-mail: new, or known here already. */
export type Person = NonNullable<NewBooking['for']>

/** What those at a counter ask. Names and phones go in bodies: an address is kept in histories and logs. */
export const createCounterClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  const part = encodeURIComponent
  const post = <T>(path: string, body: unknown, key?: string) =>
    ask<T>({ method: 'POST', path, body, ...(key && { key }) })
  return {
    searchPeople: (site: string, phone: string) => post<KnownPeople>(`/sites/${part(site)}/people/search`, { phone }),
    takeSeat: (workshop: string, person: Person, key: string) =>
      post<BookingView>(`/workshops/${part(workshop)}/seats`, { for: person }, key),
    waitForSeat: (workshop: string, person: Person, key: string) =>
      post<WorkshopView>(`/workshops/${part(workshop)}/waits`, { for: person }, key),
  }
}

export const counterApi = createCounterClient((path, init) => fetch(path, init))
