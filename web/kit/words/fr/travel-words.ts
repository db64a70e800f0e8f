import type { WebProblem } from '../../api-client.ts'
import type { Refusals } from './refusals.ts'
import { durationWords } from './time-words.ts'

/** « 55 min de route, 39 km » */
export const travelWords = (minutes: number, km: number): string =>
  `${durationWords(minutes)} de route, ${km}\u00A0km`

/** Why a mediator cannot be there in time. */
export const travelRefusals = {
  'travel-too-short': {
    title: 'Trop peu de temps pour la route',
    says: ({ mediatorName, otherSiteName, minutes, km, freeMinutes }: WebProblem) =>
      typeof minutes === 'number' && typeof km === 'number' && typeof freeMinutes === 'number'
        ? `${mediatorName ? `${mediatorName} a` : 'Il y a'} déjà un atelier ou une permanence ce jour-là\u00A0: ${otherSiteName}. Il faut ${travelWords(minutes, km)}, et il reste ${freeMinutes > 0 ? durationWords(freeMinutes) : 'trop peu de temps'}. Choisissez une autre heure.`
        : 'Il y a déjà un atelier ou une permanence ce jour-là, dans un autre lieu. Choisissez une autre heure.',
    remedy: 'correct',
  },
} as const satisfies Refusals
