import type { CallView, PlacedCallList } from '../../../shared/contracts/call-views.ts'
import { referenceOf } from '../../../shared/domain/booking.ts'
import { localTextAt } from '../../../shared/domain/instant.ts'
import { formatQuarter, quarter } from '../../../shared/domain/quarter.ts'
import type { CallToMake, PlacedCall } from '../../use-cases/list-calls.ts'

const MIDNIGHT = { start: quarter(0), end: quarter(96) }

const viewOfTitle = (workshop: CallToMake['workshop']) => ({
  title: workshop?.title,
  ...(workshop?.appointments && { isAppointment: true as const }),
})

const viewOfDetails = ({ details, instead, call }: CallToMake) => {
  if (!details) return {}
  const { booking, site, space, workshop } = details
  const { id, use, places, until, cause, note } = booking
  return {
    ...{ reference: referenceOf(id), use, places, space: space?.name, cause, note },
    ...viewOfTitle(workshop),
    ...(until !== undefined && call.news !== 'cancelled' && { until: localTextAt(until, site.timeZone) }),
    ...(instead && {
      instead: { place: instead.site.name, cause: instead.booking.cause, note: instead.booking.note },
    }),
  }
}

const viewOfAwaited = ({ workshop }: CallToMake) =>
  workshop && { ...viewOfTitle(workshop), note: workshop.note }

export const viewOfPlacedCall = (told: PlacedCall): PlacedCallList['calls'][number] => ({
  ...viewOfCall(told),
  site: { id: told.site.id, name: told.site.name },
})

export const viewOfCall = (told: CallToMake): CallView => {
  const { call, holder, details, workshop } = told
  const { id, version, news, date } = call
  const { start, end } = details?.booking ?? workshop ?? MIDNIGHT
  return {
    ...{ id, version, news, holder: holder.id, holderName: holder.name ?? '', phone: holder.phone },
    ...{ date: details?.booking.date ?? date, start: formatQuarter(start), end: formatQuarter(end) },
    ...viewOfAwaited(told),
    ...viewOfDetails(told),
  }
}
