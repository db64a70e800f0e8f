import { asOf } from '../../../shared/domain/booking-state.ts'
import type { SeriesId, WorkshopId } from '../../../shared/domain/ids.ts'
import { addMinutes } from '../../../shared/domain/instant.ts'
import type { Due } from '../../../shared/store/due-store.ts'
import { retryContended } from '../../../shared/store/retry.ts'
import type { Dependencies } from '../../dependencies.ts'
import { outside } from '../../http/outside.ts'
import { faultOf, log } from '../../invocation/log.ts'
import type { BookingDependencies } from '../../use-cases/booking-dependencies.ts'
import { commitAndOffer, offerWhatIsFree } from '../../use-cases/commit-and-offer.ts'
import { endDueActs } from '../../use-cases/end-series-act.ts'
import { followOutside, type ReadOutside } from '../../use-cases/follow-outside-calendar.ts'
import { followWorkshop } from '../../use-cases/follow-workshop.ts'
import { readOutsideBy } from './read-outside.ts'

export type EndDueDeps = BookingDependencies & Pick<Dependencies, 'due' | 'series' | 'outsideCalendars'>

/** `dropped` counts items whose booking is no longer due. */
export type Ended = Readonly<Record<'ended' | 'dropped' | 'failed', number>>

type How = Parameters<typeof followOutside>[1]

const AT_ONCE = 8
/** Anything left after this is for the next run. */
const BEGINS_WITHIN_MINUTES = 0.75

/** Who waits follows a workshop that has moved, and is offered what is left from now on. */
const serveWaiting = async (id: WorkshopId, due: Due, deps: EndDueDeps): Promise<'ended'> => {
  await followWorkshop(id, deps)
  const found = await deps.workshops.findWorkshop(id)
  if (found?.workshop.status === 'planned') await offerWhatIsFree({ ...found.workshop, workshop: id }, deps)
  await deps.due.dropDue(due)
  return 'ended'
}

const endActs = async (id: SeriesId, due: Due, deps: EndDueDeps): Promise<'ended'> => {
  await endDueActs(id, deps)
  await deps.due.dropDue(due)
  return 'ended'
}

/** Other calendars are read while there is time; what one says is wholly taken, or due again soon. */
const followCalendar = async (due: Due, how: How, deps: EndDueDeps): Promise<'ended'> => {
  if (due.outside) await followOutside({ ...due.outside, at: due.at }, how, deps)
  await deps.due.dropDue(due)
  return 'ended'
}

/** Ending a booking deletes its due item; a leftover item belongs to a booking that has changed. */
const endOne = async (due: Due, how: How, deps: EndDueDeps): Promise<'ended' | 'dropped'> => {
  if (due.outside) return followCalendar(due, how, deps)
  if (due.workshop) return serveWaiting(due.workshop, due, deps)
  if (due.series) return endActs(due.series, due, deps)
  return retryContended(async () => {
    const from = due.booking && (await deps.bookings.findBooking(due.booking))
    const to = from && asOf(from, deps.now())
    if (from && to && to !== from) {
      await commitAndOffer([{ from, to }], deps)
      return 'ended'
    }
    await deps.due.dropDue(due)
    return 'dropped'
  })
}

const endOrTell = async (due: Due, how: How, deps: EndDueDeps): Promise<keyof Ended> => {
  try {
    return await endOne(due, how, deps)
  } catch (error) {
    log('error', 'due booking not ended', {
      booking: due.booking ?? due.workshop ?? due.series ?? due.outside?.site,
      ...faultOf(error),
    })
    return 'failed'
  }
}

/** Ends each expired booking alone, so that a failure stops no other. Two runs at once end each once. */
export const endDue = async (
  deps: EndDueDeps,
  readOutside: ReadOutside = readOutsideBy(outside()),
): Promise<Ended> => {
  const started = deps.now()
  const listed = await deps.due.listDue(started)
  // Nobody's place waits for the calendar of somebody else.
  const all = [...listed.filter((due) => !due.outside), ...listed.filter((due) => due.outside)]
  const isOutOfTime = () => deps.now() >= addMinutes(started, BEGINS_WITHIN_MINUTES)
  const counts = { ended: 0, dropped: 0, failed: 0 }
  for (let at = 0; at < all.length && !isOutOfTime(); at += AT_ONCE) {
    const outcomes = await Promise.all(
      all.slice(at, at + AT_ONCE).map((due) => endOrTell(due, { readOutside, isOutOfTime }, deps)),
    )
    for (const outcome of outcomes) counts[outcome] += 1
  }
  return counts
}
