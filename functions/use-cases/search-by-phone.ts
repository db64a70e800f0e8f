import type { Booking } from '../../shared/domain/booking.ts'
import { isPhoneQuery, readReference } from '../../shared/domain/booking-search.ts'
import { isActive } from '../../shared/domain/booking-state.ts'
import { localTimeAt, UTC } from '../../shared/domain/instant.ts'
import { addDays, type LocalDate } from '../../shared/domain/local-date.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { Dependencies } from '../dependencies.ts'
import { placesOf } from './read-bookings.ts'
import { DAYS_BACK, type FoundAtCounter, MOST_FOUND } from './search-counter.ts'
import { isServed, scopesServedBy } from './served-by-phone.ts'

type Deps = Pick<
  Dependencies,
  'bookings' | 'identities' | 'lookups' | 'sites' | 'workshops' | 'grants' | 'now'
>

/** Of each person who gave the phone, wherever they gave it. */
const bookingsByPhone = async (phone: string, from: LocalDate, deps: Deps): Promise<Booking[]> => {
  const known = await deps.lookups.listKnownAnywhere(phone)
  const lists = known.map(({ holder }) => deps.bookings.listAllFrom(holder.id, from))
  return (await Promise.all(lists)).flat()
}

const bookingsNamed = async (q: string, from: LocalDate, deps: Deps): Promise<Booking[]> => {
  const reference = readReference(q)
  const [referred, called] = await Promise.all([
    reference ? deps.lookups.listReferredTo(reference) : [],
    isPhoneQuery(q) ? bookingsByPhone(q, from, deps) : [],
  ])
  const all = new Map([...referred, ...called].map((booking) => [booking.id, booking]))
  return [...all.values()].filter((booking) => isActive(booking) && booking.date >= from)
}

/** Active bookings at the sites that `by` serves, by phone or reference; undefined for others. */
export const searchByPhone = async (
  { by, q }: { readonly by: Actor; readonly q: string },
  deps: Deps,
): Promise<FoundAtCounter | undefined> => {
  const scopes = await scopesServedBy(by, deps)
  if (!scopes) return undefined
  const from = addDays(localTimeAt(deps.now(), UTC).date, -DAYS_BACK)
  const details = await placesOf(await bookingsNamed(q, from, deps), deps)
  const served = details
    .filter(({ site }) => isServed(scopes, site))
    .sort(
      ({ booking: one }, { booking: other }) => one.date.localeCompare(other.date) || one.start - other.start,
    )
  const shown = served.slice(0, MOST_FOUND)
  const holders = await deps.identities.findHolders([...new Set(shown.map(({ booking }) => booking.holder))])
  return {
    found: shown.map((each) => ({
      ...each,
      holder: holders.get(each.booking.holder) ?? { id: each.booking.holder },
    })),
    isAll: served.length <= MOST_FOUND,
  }
}
