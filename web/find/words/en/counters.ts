import type { Translation } from '../../../../shared/domain/language.ts'
import { dayWords, hourWords, kilometresWords } from '../../../kit/words/en/time-words.ts'
import type { OpenCounter } from '../../find-client.ts'
import type * as fr from '../fr/counters.ts'

const stateOf = ({ openUntil, opensAt }: OpenCounter): string => {
  if (openUntil) return `Open until ${hourWords(openUntil)}`
  const [date, time] = opensAt?.split('T') ?? []
  return date && time ? `Opens ${dayWords(date)} at ${hourWords(time)}` : ''
}

export const counterWords = {
  name: (site) => `Post office counter, ${site}`,
  openTitle: 'Open now, nearby',
  nextTitle: 'Counters that open soon',
  stateOf,
  distance: (km) => (km === undefined ? '' : `, ${kilometresWords(km)}`),
} satisfies Translation<typeof fr.counterWords>
