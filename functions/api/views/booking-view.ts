import type { BookingView } from '../../../shared/contracts/booking-views.ts'
import { referenceOf } from '../../../shared/domain/booking.ts'
import { decideCancellation } from '../../../shared/domain/booking-change.ts'
import type { BookingDetails } from '../../../shared/domain/booking-details.ts'
import { asOf, hasStarted, isActive } from '../../../shared/domain/booking-state.ts'
import { checkInWindowOf } from '../../../shared/domain/hold-terms.ts'
import type { Holder } from '../../../shared/domain/holder.ts'
import { type Instant, localTextAt } from '../../../shared/domain/instant.ts'
import { formatQuarter } from '../../../shared/domain/quarter.ts'
import { FREE } from '../../../shared/domain/space.ts'
import { accessOfSeats, seatIn } from '../../../shared/domain/workshop.ts'
import type { ListedRequest } from '../../use-cases/list-requests.ts'
import { viewOfPublicAccess } from './access-view.ts'

const viewOfCheckIn = ({ booking, site, space }: BookingDetails, now: Instant): BookingView['checkIn'] => {
  if (!space?.checkIn || booking.status !== 'confirmed' || booking.workshop) return undefined
  const { from, until } = checkInWindowOf(space.checkIn, booking, site)
  return {
    from: localTextAt(from, site.timeZone),
    until: localTextAt(until, site.timeZone),
    isOpen: from <= now && now < until,
    releases: space.checkIn.releases,
  }
}

const viewOfSpaceIn = ({ booking, space, workshop }: BookingDetails): BookingView['space'] => {
  if (!space) return { id: booking.space, name: booking.space }
  const { id, name, amenities } = space
  const common = { id, name, amenities: [...amenities] }
  const access = workshop && seatIn(booking) ? accessOfSeats(workshop) : viewOfPublicAccess(space.access)
  return { ...common, access, price: workshop ? FREE : space.price }
}

const viewOfPlace = ({ booking, space }: BookingDetails, holder: Holder) => ({
  id: booking.id,
  reference: referenceOf(booking.id),
  space: { id: booking.space, name: space?.name ?? booking.space },
  date: booking.date,
  start: formatQuarter(booking.start),
  end: formatQuarter(booking.end),
  use: booking.use,
  places: booking.places,
  guest: booking.guest,
  holderName: holder.name ?? '',
})

/** A booking as of now, even if its expiry is not written yet. */
export const viewOfBooking = (stored: BookingDetails, holder: Holder, now: Instant): BookingView => {
  const details = { ...stored, booking: asOf(stored.booking, now) }
  const { booking, site } = details
  return {
    ...viewOfPlace(details, holder),
    space: viewOfSpaceIn(details),
    association: booking.bookedBy && booking.holder,
    status: booking.status,
    site,
    ...(booking.until !== undefined && { until: localTextAt(booking.until, site.timeZone) }),
    ...(booking.cancelBefore !== undefined && {
      cancelBefore: localTextAt(booking.cancelBefore, site.timeZone),
    }),
    cause: booking.cause,
    note: booking.note,
    excused: booking.excused,
    checkIn: viewOfCheckIn(details, now),
    ...(booking.status === 'offered' && { distanceKm: booking.distanceKm }),
    replacedBy: booking.replacedBy,
    series: booking.series,
    workshop: booking.workshop,
    title: details.workshop?.title,
    ...(details.workshop?.appointments && { isAppointment: true }),
    bring: details.workshop?.bring,
    begun: hasStarted(booking, site, now),
    cancellable: isActive(booking) && decideCancellation(booking, site, now).ok,
  }
}

export const viewOfRequest = ({ holder, ...details }: ListedRequest) => ({
  ...viewOfPlace(details, holder),
  until: localTextAt(details.booking.until, details.site.timeZone),
  phone: holder.phone,
})
