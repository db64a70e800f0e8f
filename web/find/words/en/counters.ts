import type { Translation } from '../../../../shared/domain/language.ts'
import { dayAndNumberWords, hourWords, kilometresWords } from '../../../kit/words/en/time-words.ts'
import type { OpenCounter } from '../../find-client.ts'
import type * as fr from '../fr/counters.ts'

const stateOf = ({ openUntil, opensAt }: OpenCounter): string => {
  if (openUntil) return `open until ${hourWords(openUntil)}`
  const [date, time] = opensAt?.split('T') ?? []
  return date && time ? `opens ${dayAndNumberWords(date)} at ${hourWords(time)}` : ''
}

export const counterWords = {
  name: (site) => `Counter at ${site}`,
  openTitle: 'Open now, nearby',
  nextTitle: 'Open soon, nearby',
  stateOf,
  distance: (km, isAbout) => (km === undefined ? '' : `${kilometresWords(km, isAbout)}, `),
} satisfies Translation<typeof fr.counterWords>
