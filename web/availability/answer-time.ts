import type { SiteView, SpaceView } from '../../shared/contracts/site-views.ts'
import { durationWords, momentWords } from '../kit/words/fr/time-words.ts'
import type { Choice } from './choice.ts'
import { summary } from './words/fr/summary.ts'

/** When the site answers a request made now, if the space needs approval; never after the start. */
export const answerTimeWords = (
  { counter, today }: Pick<SiteView, 'counter' | 'today'>,
  { approval }: Pick<SpaceView, 'approval'>,
  choice?: Pick<Choice, 'date' | 'start'>,
): string | undefined => {
  if (!approval) return undefined
  const start = choice ? `${choice.date}T${choice.start}` : approval.by
  const words = counter ? summary.approval : summary.approvalWithoutHours
  return words(
    durationWords(approval.hours * 60),
    momentWords(start < approval.by ? start : approval.by, today),
  )
}
