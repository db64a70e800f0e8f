import type { SeriesDateView } from '../../shared/contracts/series-views.ts'
import type { WebRefusalKind } from '../kit/api-client.ts'
import { refusalOf } from '../kit/notice/refusal-of.ts'
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

/** Whose sentence is the same for each date. */
const SAID_ONCE: ReadonlySet<string> = new Set(['quota-reached', 'beyond-horizon', 'conditions-missing'])

const reasonOf = (each: SeriesDateView): Omit<RefusedGroup, 'dates'> => {
  const { refusal, rule, limit, lastDate } = each
  if (refusal === undefined) return { reason: words.pending }
  if (refusal === 'cancelled') return { reason: words.cancelled }
  if (refusal === 'taken') return { reason: words.why.taken }
  if (refusal === 'closed') return { reason: words.why.closed(each.reason) }
  if (refusal === 'outside-opening') return { reason: notOpenWords(each) }
  const code = refusal as WebRefusalKind
  const { title, says } = refusalOf({ code }, seriesRefusals)
  return SAID_ONCE.has(refusal)
    ? { reason: title, hint: says({ code, rule, limit, lastDate }) }
    : { reason: title }
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** Each reason once, with all its dates. */
export const refusedGroups = (dates: readonly SeriesDateView[]): RefusedGroup[] => {
  const groups = new Map<string, RefusedGroup>()
  for (const each of dates) {
    const said = reasonOf(each)
    const before = groups.get(said.reason)?.dates ?? []
    groups.set(said.reason, { ...said, reason: capital(said.reason), dates: [...before, each.date] })
  }
  return [...groups.values()]
}
