import { lastBookableDate } from './availability.ts'
import type { BookingRefusal } from './booking-refusal.ts'
import type { BookingContext, BookingRequest } from './booking-request.ts'
import { longestQuartersOf } from './fair-use.ts'
import { addMinutes, instantAt } from './instant.ts'
import { openRangesOn } from './opening.ts'
import { offGridRefusal } from './opening-grid.ts'
import { isPublicHoliday } from './public-holidays.ts'
import { MINUTES_A_QUARTER } from './quarter.ts'
import { isWithin } from './quarter-range.ts'

const refusalOfNotice = (
  { date, start, end }: BookingRequest,
  { site, space, walkIn, now }: BookingContext,
): BookingRefusal | undefined => {
  if (walkIn) return instantAt(date, end, site.timeZone) <= now ? { kind: 'past' } : undefined
  const startsAt = instantAt(date, start, site.timeZone)
  if (startsAt < now) return { kind: 'past' }
  const { noticeMinutes } = space.limits
  return startsAt < addMinutes(now, noticeMinutes) ? { kind: 'too-late', noticeMinutes } : undefined
}

export const refusalOfTime = (
  request: BookingRequest,
  context: BookingContext,
): BookingRefusal | undefined => {
  const { site, space, now } = context
  const { limits } = space
  const quarters = request.end - request.start
  if (quarters < limits.shortestQuarters)
    return { kind: 'too-short', shortestMinutes: limits.shortestQuarters * MINUTES_A_QUARTER }
  const longest = longestQuartersOf(space)
  if (quarters > longest) return { kind: 'too-long', longestMinutes: longest * MINUTES_A_QUARTER }
  const notice = refusalOfNotice(request, context)
  if (notice) return notice
  const lastDate = lastBookableDate(space, site, now)
  if (request.date > lastDate) return { kind: 'beyond-horizon', lastDate }
  const open = openRangesOn(space.openings, { ...site, date: request.date })
  if (!isWithin(open, request)) {
    const holiday = open.length === 0 && isPublicHoliday(request.date, site.departement)
    return { kind: 'outside-opening', open, ...(holiday && { holiday }) }
  }
  return offGridRefusal(request, open, limits)
}
