import { quartersOfSeat } from './appointments.ts'
import { opensToAllAt } from './newcomers.ts'
import type { Site } from './site.ts'
import type { WaitlistEntry } from './waitlist.ts'
import type { Workshop } from './workshop.ts'

/** Who waits for a seat waits for the time that the workshop has now, and after newcomers until it opens to all. */
export const waitingAt = (
  wait: WaitlistEntry,
  workshop: Workshop,
  site: Pick<Site, 'timeZone'>,
): WaitlistEntry => {
  const { date, start, end } = workshop
  const notBefore = wait.notBefore && opensToAllAt(workshop, site)
  return {
    ...wait,
    ...{ date, start, end, quarters: quartersOfSeat(workshop) },
    ...(notBefore && { notBefore }),
  }
}

const TIMES = ['date', 'start', 'end', 'quarters', 'notBefore'] as const

/** Whether an entry has yet to follow its workshop. */
export const isElsewhere = (wait: WaitlistEntry, there: WaitlistEntry): boolean =>
  TIMES.some((name) => wait[name] !== there[name])
