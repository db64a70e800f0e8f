import type { Booking } from '../../../shared/domain/booking.ts'
import { decideBooking } from '../../../shared/domain/decide-booking.ts'
import type { BookingId, HolderId, SiteId, SpaceId } from '../../../shared/domain/ids.ts'
import { addMinutes, type Instant, localTimeAt } from '../../../shared/domain/instant.ts'
import { addDays } from '../../../shared/domain/local-date.ts'
import { quarter } from '../../../shared/domain/quarter.ts'
import { bookingStore } from '../../../shared/store/booking-store.ts'
import type { Table } from '../../../shared/store/client.ts'
import { hashOf } from '../../../shared/store/hash.ts'
import { siteStore } from '../../../shared/store/site-store.ts'
import { addPerson } from './add-person.ts'

const SITE = '09410A' as SiteId
const SPACE = 'bureau-partage' as SpaceId
const DAY_MINUTES = 24 * 60
const VISITORS = [
  { name: 'Simone Garnier', from: 8, to: 12 },
  { name: 'Karim Haddad', from: 9, to: 11 },
]

const idOf = (...parts: readonly string[]): string => hashOf('recent', ...parts).slice(0, 20)

/** Fills the past days of Montmirail and today, booked the day before at the counter. */
export const bookRecentDays = async (table: Table, now: Instant): Promise<void> => {
  const [sites, bookings] = [siteStore(table), bookingStore(table)]
  const zone = (await sites.findSite(SITE))?.site.timeZone
  if (!zone) return
  const { date: today } = localTimeAt(now, zone)
  for (let daysAgo = 0; daysAgo <= 3; daysAgo++) {
    const date = addDays(today, -daysAgo)
    const askedAt = addMinutes(now, -(daysAgo + 1) * DAY_MINUTES)
    for (const { name, from, to } of VISITORS) {
      const day = await sites.readDay(SITE, date)
      const space = day?.spaces.find(({ id }) => id === SPACE)
      if (!day || !space) return
      const holder = idOf(name) as HolderId
      await addPerson(table, { id: holder, name })
      const hours = { start: quarter(from * 4), end: quarter(to * 4) }
      const request = { space: SPACE, date, ...hours, use: 'desk', places: 1 } as const
      const facts = { ...day, space, holderOccupancy: {}, usage: undefined, now: askedAt }
      const decision = decideBooking(request, facts)
      if (!decision.ok) continue
      const booked = {
        holder,
        use: 'desk',
        channel: 'counter',
        site: SITE,
        revision: 0,
        status: 'confirmed',
      } as const
      const id = idOf(name, date) as BookingId
      const booking: Booking = { ...decision.value, ...booked, id, createdAt: askedAt }
      await bookings.change([{ to: booking }], askedAt)
    }
  }
}
