import type { ClosureView } from '../../../../shared/contracts/site-views.ts'
import type { Translation } from '../../../../shared/domain/language.ts'
import { dayWords, hourWords, rangeWords } from '../../../kit/words/en/time-words.ts'
import type * as fr from '../fr/closed.ts'

export const closedWords = {
  on: ({ from, to, start, end }: Omit<ClosureView, 'id' | 'reason' | 'spaces'>, today: string) => {
    const hours = start === '00:00' && end === '24:00' ? '' : `, ${rangeWords(start, end)}`
    if (from === to) return `Closed on ${dayWords(from, today)}${hours}`
    const begin = `from ${dayWords(from, today)}${start === '00:00' ? '' : ` at ${hourWords(start)}`}`
    return `Closed ${begin} to ${dayWords(to, today)}${end === '24:00' ? '' : ` at ${hourWords(end)}`}`
  },
  spaces: (names: readonly string[]) => ` (${names.join(', ')})`,
} satisfies Translation<typeof fr.closedWords>
