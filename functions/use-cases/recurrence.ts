import { type LocalDate, parseLocalDate } from '../../shared/domain/local-date.ts'
import type { Recurrence } from '../../shared/domain/recurrence-rule.ts'

/** Larger than half of the API: loaded when the first series is booked, never at a cold start. */
const loadLibrary = async () => {
  await import('temporal-polyfill/global')
  return import('rrule-temporal')
}

const asUtc = (date: LocalDate): string => `${date.replaceAll('-', '')}T000000Z`

/** Dates only, reckoned in UTC: the hour is put on each by the site's clock, whatever its changes. */
export const recurrence: Recurrence = async (pattern, from, to) => {
  const { RRuleTemporal } = await loadLibrary()
  const rruleString = `DTSTART:${asUtc(from)}\nRRULE:${pattern};UNTIL=${asUtc(to)}`
  return new RRuleTemporal({ rruleString })
    .all()
    .flatMap((at) => parseLocalDate(at.toString().slice(0, 10)) ?? [])
}
