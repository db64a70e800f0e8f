import { allocationsOf, occupancySeenByDesk, withBuffers } from './allocation.ts'
import type { Slot } from './booking.ts'
import type { BookingRefusal } from './booking-refusal.ts'
import type { BookingContext, BookingRequest } from './booking-request.ts'
import { refusalOfTime } from './booking-time.ts'
import { refusalOfConditions } from './conditions.ts'
import { refusalOfUse } from './fair-use.ts'
import { addMinutes, type Instant, instantAt } from './instant.ts'
import { placesLeft } from './occupancy.ts'
import { ok, type Result, refuse } from './result.ts'
import { hourSkippedRefusal } from './skipped-hour.ts'

/** A booking made after its limit can be cancelled until the start. */
const cancelBeforeOf = (
  { date, start }: BookingRequest,
  { site, space, now }: BookingContext,
): Instant | undefined => {
  const minutes = space.limits.cancelBeforeMinutes
  if (minutes === undefined) return undefined
  const before = addMinutes(instantAt(date, start, site.timeZone), -minutes)
  return before > now ? before : undefined
}

/** The slot that a request takes, or its refusal; the store's conditions decide again under concurrency. */
export const decideBooking = (
  request: BookingRequest,
  context: BookingContext,
): Result<Slot, BookingRefusal> => {
  const { space, occupancyOf, holderOccupancy } = context
  const { date, start, end, use } = request
  if (!space.uses.includes(use)) return refuse({ kind: 'use-not-offered', uses: space.uses })
  const places = use === 'room' ? space.capacity : request.places
  if (places > space.capacity) return refuse({ kind: 'too-many-places', capacity: space.capacity })
  const refusal =
    hourSkippedRefusal(request, end - start, context.site.timeZone) ??
    refusalOfTime(request, context) ??
    (context.siteConditions && refusalOfConditions(context.siteConditions, date)) ??
    refusalOfUse(request, context)
  if (refusal) return refuse(refusal)
  if (placesLeft(1, holderOccupancy, request) < 1) return refuse({ kind: 'holder-busy' })
  const allocations = allocationsOf(space, { date, start, end, use, places })
  if (allocations.some((each) => placesLeft(each.capacity, occupancyOf(each.space), each) < each.places)) {
    const occupancy = withBuffers(occupancySeenByDesk(space, occupancyOf), space.buffers)
    return refuse({ kind: 'taken', placesLeft: placesLeft(space.capacity, occupancy, request) })
  }
  return ok({
    space: space.id,
    date,
    start,
    end,
    places,
    allocations,
    lentAs: space.revision,
    kept: undefined,
    countsFor: space.fairUse && context.usage?.person,
    cancelBefore: cancelBeforeOf(request, context),
  })
}
