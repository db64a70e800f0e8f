import type {
  ClosureList,
  ClosurePreview,
  ClosureReportView,
} from '../../../shared/contracts/closure-views.ts'
import { referenceOf } from '../../../shared/domain/booking.ts'
import { isActive } from '../../../shared/domain/booking-state.ts'
import { reachedAt } from '../../../shared/domain/holder.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import { formatQuarter } from '../../../shared/domain/quarter.ts'
import type { LentSite } from '../../../shared/store/site-store.ts'
import type { PreviewedClosure } from '../../use-cases/preview-closure.ts'
import type { ClosureReport, ReportedBooking } from '../../use-cases/read-closure.ts'
import { closuresToCome, viewOfClosure } from './closure-view.ts'

/** Includes closures that are reopening, so that their reader can finish an interrupted run. */
export const viewOfClosureList = (lent: LentSite, now: Instant): ClosureList => ({
  closures: closuresToCome(lent, now).map((closure) => ({ ...viewOfClosure(closure), state: closure.state })),
})

/** Leads of an association are told by mail, and a holder who is told by mail is not called. */
const viewOfReachable = ({ booking, holder, call }: Pick<ReportedBooking, 'booking' | 'holder' | 'call'>) => {
  const hasEmail = !call && ((holder && reachedAt(holder) !== undefined) || booking.bookedBy !== undefined)
  return { holderName: holder?.name ?? '', hasEmail, ...(!hasEmail && { phone: holder?.phone }) }
}

const viewOfActive = (touched: Omit<ReportedBooking, 'instead'>) => {
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
    ...(workshop?.appointments && { isAppointment: true as const }),
  }
}

const viewOfPlace = ({ booking, site, space }: NonNullable<ReportedBooking['instead']>) => ({
  site,
  space: space ?? { id: booking.space, name: booking.space },
  distanceKm: booking.distanceKm,
})

const viewOfTouched = ({ instead, ...touched }: ReportedBooking): ClosureReportView['bookings'][number] => ({
  ...viewOfActive(touched),
  outcome: isActive(touched.booking) ? 'standing' : instead ? 'proposed' : 'cancelled',
  ...(instead && {
    proposal: {
      id: instead.booking.id,
      reference: referenceOf(instead.booking.id),
      status: instead.booking.status,
      ...viewOfPlace(instead),
    },
  }),
  ...(touched.call && {
    call: { id: touched.call.id, version: touched.call.version, made: touched.call.made },
  }),
})

export const viewOfClosurePreview = ({ period, touched }: PreviewedClosure): ClosurePreview => ({
  ...period,
  start: formatQuarter(period.start),
  end: formatQuarter(period.end),
  bookings: touched.map(({ outcome, instead, workshop, seated, ...each }) => ({
    ...viewOfActive({ ...each, workshop }),
    outcome,
    ...(instead && { proposal: viewOfPlace({ ...instead, booking: instead.change.to }) }),
    ...(workshop && { workshop: { title: workshop.title, people: seated.map(viewOfReachable) } }),
  })),
})

export const viewOfClosureReport = ({ closure, touched }: ClosureReport): ClosureReportView => ({
  ...viewOfClosure(closure),
  kind: closure.kind,
  state: closure.state,
  bookings: touched.map(viewOfTouched),
})
