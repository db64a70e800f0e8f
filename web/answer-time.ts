import type { SiteView, SpaceView } from '../shared/contracts/site-views.ts'
import type { Choice } from './choice.ts'
import { summary } from './messages/fr/summary.ts'
import { durationWords, momentWords } from './time-words.ts'

/** By when who lends a space answers what is asked for now, where somebody has to: before its start at the latest. */
export const answerTimeWords = (
  { counter, today }: Pick<SiteView, 'counter' | 'today'>,
  { approval }: Pick<SpaceView, 'approval'>,
  choice?: Pick<Choice, 'date' | 'start'>,
): string | undefined => {
  if (!approval) return undefined
  const start = choice ? `${choice.date}T${choice.start}` : approval.by
  const words = counter ? summary.approval : summary.approvalWithoutHours
  return words(durationWords(approval.hours * 60), momentWords(start < approval.by ? start : approval.by, today))
}
