import { type LocalDate, parseLocalDate } from '../../shared/domain/local-date.ts'
import type { Recurrence } from '../../shared/domain/recurrence-rule.ts'

/** The library is larger than half of the API: it loads with the first series, never at a cold start. */
const loadLibrary = async () => {
  await import('temporal-polyfill/global')
  return import('rrule-temporal')
}

const asUtc = (date: LocalDate): string => `${date.replaceAll('-', '')}T000000Z`

/** Dates are computed in UTC; the site's clock adds the hour, across its changes. */
export const recurrence: Recurrence = async (pattern, from, to) => {
  const { RRuleTemporal } = await loadLibrary()
  const rruleString = `DTSTART:${asUtc(from)}\nRRULE:${pattern};UNTIL=${asUtc(to)}`
  return new RRuleTemporal({ rruleString })
    .all()
    .flatMap((at) => parseLocalDate(at.toString().slice(0, 10)) ?? [])
}
