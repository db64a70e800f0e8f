import type { Instant, LocalTime, TimeZone } from '../../shared/domain/instant.ts'
import { localTimeText } from './time-zone.ts'

/** When something begins first, on the clock of its zone. */
export type Occurs = { readonly local: LocalTime; readonly zone: TimeZone }

/** By days or more: rooms are not taken by the minute. */
const RULE = /^(?:RRULE:)?(?=.*\bFREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)\b)[A-Z0-9=;,:+-]{1,500}$/i
const MOST_STEPS = 1000

export class TooManyTimes extends Error {}

/** Larger than the rest of what reads a calendar: it loads with the first rule. */
const loadLibrary = async () => {
  await import('temporal-polyfill/global')
  return import('rrule-temporal')
}

/** When a rule begins something between two instants; a rule without such a time ends too, by its steps. */
export const occurrences = async (
  { local, zone }: Occurs,
  rule: string,
  from: Instant,
  to: Instant,
): Promise<Instant[]> => {
  if (!RULE.test(rule)) throw new TooManyTimes(rule)
  const { RRuleTemporal } = await loadLibrary()
  try {
    const rruleString = `DTSTART;TZID=${zone}:${localTimeText(local)}\nRRULE:${rule.replace(/^RRULE:/i, '')}`
    return new RRuleTemporal({ rruleString, maxIterations: MOST_STEPS })
      .between(new Date(from), new Date(to), true)
      .map((at) => at.epochMilliseconds as Instant)
  } catch (cause) {
    throw new TooManyTimes(rule, { cause })
  }
}
