import { ofName } from '../../../kit/words/fr/names.ts'
import { dayAndNumberWords, hourWords, kilometresWords } from '../../../kit/words/fr/time-words.ts'
import type { OpenCounter } from '../../find-client.ts'

const stateOf = ({ openUntil, opensAt }: OpenCounter): string => {
  if (openUntil) return `ouvert jusqu’à ${hourWords(openUntil)}`
  const [date, time] = opensAt?.split('T') ?? []
  return date && time ? `ouvre ${dayAndNumberWords(date)} à\u00A0${hourWords(time)}` : ''
}

export const counterWords = {
  name: (site: string): string => `Guichet ${ofName(site)}`,
  openTitle: 'À côté, c’est ouvert',
  nextTitle: 'Ouverts bientôt',
  stateOf,
  distance: (km: number | undefined, isAbout: boolean): string =>
    km === undefined ? '' : `${kilometresWords(km, isAbout)}, `,
} as const
