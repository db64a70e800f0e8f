import type { ClosureList, ClosurePreview, ClosureReportView } from '../../shared/contracts/closure-views.ts'
import type { ClosureView } from '../../shared/contracts/site-views.ts'
import { referenceOf } from '../../shared/domain/booking.ts'
import { isStanding } from '../../shared/domain/booking-change.ts'
import { type Closure, isInForce } from '../../shared/domain/closure.ts'
import { type Instant, instantAt } from '../../shared/domain/instant.ts'
import { formatQuarter } from '../../shared/domain/quarter.ts'
import { isWritten } from '../../shared/store/identity-item.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import type { PreviewedClosure } from './use-cases/preview-closure.ts'
import type { ClosureReport, TouchedBooking } from './use-cases/read-closure.ts'

export const viewOfClosure = ({ id, from, to, start, end, spaces, reason }: Closure): ClosureView => ({
  id,
  from,
  to,
  start: formatQuarter(start),
  end: formatQuarter(end),
  ...(spaces && { spaces: [...spaces] }),
  reason,
})

/** Those of a site that are not over, soonest first. */
const notOver = ({ site, closures }: Pick<LentSite, 'site' | 'closures'>, now: Instant): Closure[] =>
  closures
    .filter(({ to, end }) => instantAt(to, end, site.timeZone) > now)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.start - b.start))

export const viewOfClosures = (lent: LentSite, now: Instant): ClosureView[] =>
  notOver(lent, now).filter(isInForce).map(viewOfClosure)

/** With those that are being reopened: whoever reads it can finish what was stopped. */
export const viewOfList = (lent: LentSite, now: Instant): ClosureList => ({
  closures: notOver(lent, now).map((closure) => ({ ...viewOfClosure(closure), state: closure.state })),
})

type Standing = Pick<TouchedBooking, 'booking' | 'space' | 'workshop' | 'holder'>

const viewOfStanding = ({ booking, space, workshop, holder }: Standing) => ({
  id: booking.id,
  reference: referenceOf(booking.id),
  date: booking.date,
  start: formatQuarter(booking.start),
  end: formatQuarter(booking.end),
  use: booking.use,
  places: booking.places,
  holder: booking.holder,
  holderName: holder?.name ?? '',
  hasEmail: holder !== undefined && isWritten(holder),
  phone: holder?.phone,
  space: space ?? { id: booking.space, name: booking.space },
  title: workshop?.title,
})

const viewOfTouched = ({ instead, call, ...touched }: TouchedBooking): ClosureReportView['bookings'][number] => ({
  ...viewOfStanding(touched),
  outcome: isStanding(touched.booking) ? 'standing' : instead ? 'proposed' : 'cancelled',
  ...(instead && {
    proposal: {
      id: instead.booking.id,
      reference: referenceOf(instead.booking.id),
      status: instead.booking.status,
      site: instead.site,
      space: instead.space ?? { id: instead.booking.space, name: instead.booking.space },
    },
  }),
  ...(call && { call: { id: call.id, version: call.version, made: call.made } }),
})

export const viewOfPreview = ({ period, touched }: PreviewedClosure): ClosurePreview => ({
  ...period,
  start: formatQuarter(period.start),
  end: formatQuarter(period.end),
  bookings: touched.map(viewOfStanding),
})

export const viewOfReport = ({ closure, touched }: ClosureReport): ClosureReportView => ({
  ...viewOfClosure(closure),
  kind: closure.kind,
  state: closure.state,
  bookings: touched.map(viewOfTouched),
})
