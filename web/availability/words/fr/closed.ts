import type { ClosureView } from '../../../../shared/contracts/site-views.ts'
import { dayWords, hourWords, rangeWords } from '../../../kit/words/fr/time-words.ts'

/** When a site, or some of its spaces, is closed exceptionally. */
export const closedWords = {
  on: ({ from, to, start, end }: Omit<ClosureView, 'id' | 'reason' | 'spaces'>, today: string) => {
    const hours = start === '00:00' && end === '24:00' ? '' : `, ${rangeWords(start, end)}`
    if (from === to) return `Fermé exceptionnellement le ${dayWords(from, today)}${hours}`
    const begin = `du ${dayWords(from, today)}${start === '00:00' ? '' : ` à ${hourWords(start)}`}`
    return `Fermé exceptionnellement ${begin} au ${dayWords(to, today)}${end === '24:00' ? '' : ` à ${hourWords(end)}`}`
  },
  spaces: (names: readonly string[]) => ` (${names.join(', ')})`,
} as const
