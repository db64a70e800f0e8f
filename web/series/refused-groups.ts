import type { SeriesDateView } from '../../shared/contracts/series-views.ts'
import type { WebRefusalKind } from '../kit/api-client.ts'
import { refusalOf } from '../kit/notice/refusal-of.ts'
import type { Refusals } from '../kit/words/fr/refusals.ts'
import { rangesWords } from '../kit/words/fr/time-words.ts'
import { series as words } from './words/fr/series.ts'
import { seriesRefusals } from './words/fr/series-refusals.ts'

/** Dates refused for the same reason; `hint` says more of it. */
export type RefusedGroup = {
  readonly reason: string
  readonly hint?: string
  readonly dates: readonly string[]
}

const isRange = (fact: unknown): fact is [string, string] =>
  Array.isArray(fact) && typeof fact[0] === 'string'

const notOpenWords = ({ open, holiday }: SeriesDateView): string => {
  if (holiday) return words.why.holiday
  const ranges = Array.isArray(open) ? open.filter(isRange) : []
  return ranges.length > 0 ? words.why.notThen(rangesWords(ranges)) : words.why.notThatDay
}

/** Whose sentence says more than the title. */
const SAID_WHOLE: ReadonlySet<string> = new Set([
  'quota-reached',
  'beyond-horizon',
  'conditions-missing',
  'travel-too-short',
])

const reasonOf = (each: SeriesDateView, refusals: Refusals): Omit<RefusedGroup, 'dates'> => {
  const { refusal, rule, limit, lastDate, otherSiteName, km, minutes, freeMinutes } = each
  if (refusal === undefined) return { reason: words.pending }
  if (refusal === 'cancelled') return { reason: words.cancelled }
  if (refusal === 'taken') return { reason: words.why.taken }
  if (refusal === 'closed') return { reason: words.why.closed(each.reason) }
  if (refusal === 'outside-opening') return { reason: notOpenWords(each) }
  const code = refusal as WebRefusalKind
  const { title, says } = refusalOf({ code }, refusals)
  return SAID_WHOLE.has(refusal)
    ? { reason: title, hint: says({ code, rule, limit, lastDate, otherSiteName, km, minutes, freeMinutes }) }
    : { reason: title }
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** Each reason once, with all its dates. */
export const refusedGroups = (
  dates: readonly SeriesDateView[],
  refusals: Refusals = seriesRefusals,
): RefusedGroup[] => {
  const groups = new Map<string, RefusedGroup>()
  for (const each of dates) {
    const said = reasonOf(each, refusals)
    const name = `${said.reason} ${said.hint ?? ''}`
    const before = groups.get(name)?.dates ?? []
    groups.set(name, { ...said, reason: capital(said.reason), dates: [...before, each.date] })
  }
  return [...groups.values()]
}
