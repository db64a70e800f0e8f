import type { ClosureList, ClosurePreview, ClosureReportView } from '../../shared/contracts/closure-views.ts'
import { referenceOf } from '../../shared/domain/booking.ts'
import { isStanding } from '../../shared/domain/booking-change.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import { formatQuarter } from '../../shared/domain/quarter.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import { notOver, viewOfClosure } from './closure-view.ts'
import type { PreviewedClosure } from './use-cases/preview-closure.ts'
import type { ClosureReport, TouchedBooking } from './use-cases/read-closure.ts'

/** With those that are being reopened: whoever reads it can finish what was stopped. */
export const viewOfList = (lent: LentSite, now: Instant): ClosureList => ({
  closures: notOver(lent, now).map((closure) => ({ ...viewOfClosure(closure), state: closure.state })),
})

/** Of what is booked for an association, its leads are told by message. Who is told so is not called. */
const viewOfReachable = ({ booking, holder, call }: Pick<TouchedBooking, 'booking' | 'holder' | 'call'>) => {
  const hasEmail = !call && (holder?.email !== undefined || booking.bookedBy !== undefined)
  return { holderName: holder?.name ?? '', hasEmail, ...(!hasEmail && { phone: holder?.phone }) }
}

const viewOfStanding = (touched: Omit<TouchedBooking, 'instead'>) => {
  const { booking, space, workshop } = touched
  return {
    id: booking.id,
    reference: referenceOf(booking.id),
    date: booking.date,
    start: formatQuarter(booking.start),
    end: formatQuarter(booking.end),
    use: booking.use,
    places: booking.places,
    holder: booking.holder,
    ...viewOfReachable(touched),
    space: space ?? { id: booking.space, name: booking.space },
    title: workshop?.title,
  }
}

const viewOfPlace = ({ booking, site, space }: NonNullable<TouchedBooking['instead']>) => ({
  site,
  space: space ?? { id: booking.space, name: booking.space },
  distanceKm: booking.distanceKm,
})

const viewOfTouched = ({ instead, ...touched }: TouchedBooking): ClosureReportView['bookings'][number] => ({
  ...viewOfStanding(touched),
  outcome: isStanding(touched.booking) ? 'standing' : instead ? 'proposed' : 'cancelled',
  ...(instead && {
    proposal: {
      id: instead.booking.id,
      reference: referenceOf(instead.booking.id),
      status: instead.booking.status,
      ...viewOfPlace(instead),
    },
  }),
  ...(touched.call && { call: { id: touched.call.id, version: touched.call.version, made: touched.call.made } }),
})

export const viewOfPreview = ({ period, touched }: PreviewedClosure): ClosurePreview => ({
  ...period,
  start: formatQuarter(period.start),
  end: formatQuarter(period.end),
  bookings: touched.map(({ outcome, instead, workshop, seated, ...each }) => ({
    ...viewOfStanding({ ...each, workshop }),
    outcome,
    ...(instead && { proposal: viewOfPlace({ ...instead, booking: instead.change.to }) }),
    ...(workshop && { workshop: { title: workshop.title, people: seated.map(viewOfReachable) } }),
  })),
})

export const viewOfReport = ({ closure, touched }: ClosureReport): ClosureReportView => ({
  ...viewOfClosure(closure),
  kind: closure.kind,
  state: closure.state,
  bookings: touched.map(viewOfTouched),
})
