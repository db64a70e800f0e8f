import type { LentSpaceView } from '../../../../shared/contracts/lending-views.ts'
import { rangesWords } from '../../../kit/words/fr/time-words.ts'
import { daysWords } from '../../../kit/words/fr/weekday-words.ts'

type Unstaffed = LentSpaceView['unstaffed']

const isUnstaffed = (hours: unknown): hours is Unstaffed => Array.isArray(hours)

/** Days of the same hours together: `du lundi au vendredi de 8 h à 14 h`; holidays last. */
export const unstaffedWords = (hours: unknown): string => {
  const all = isUnstaffed(hours) ? hours : []
  const saidOf = (day: number | 'holiday') =>
    rangesWords(all.filter((each) => each.day === day).map(({ start, end }) => [start, end] as const))
  const weekdays = new Map<string, number[]>()
  for (const { day } of all)
    if (day !== 'holiday') weekdays.set(saidOf(day), [...(weekdays.get(saidOf(day)) ?? []), day])
  const onHolidays = saidOf('holiday')
  return [
    ...[...weekdays].map(([said, days]) => `${daysWords([...new Set(days)])} ${said}`),
    ...(onHolidays ? [`les jours fériés ${onHolidays}`] : []),
  ].join(' ; ')
}
