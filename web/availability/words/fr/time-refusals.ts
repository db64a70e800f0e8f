import type { Refusals } from '../../../kit/words/fr/refusals.ts'
import { dayWords, durationWords, rangesWords } from '../../../kit/words/fr/time-words.ts'
import { startsWords } from './rule-words.ts'

const minutesIn = (fact: unknown, otherwise: string): string =>
  typeof fact === 'number' ? durationWords(fact) : otherwise

const isRange = (fact: unknown): fact is [string, string] =>
  Array.isArray(fact) && typeof fact[0] === 'string'

const openWords = (fact: unknown): string =>
  Array.isArray(fact) && fact.length > 0 && fact.every(isRange)
    ? `Ce jour-là, l’espace est prêté ${rangesWords(fact)}.`
    : 'L’espace n’est pas prêté ce jour-là.'

/** Why a time cannot be booked, for oneself or for somebody else. */
export const timeRefusals = {
  taken: {
    title: 'Ce créneau vient d’être pris',
    says: ({ alternatives }) =>
      alternatives?.length
        ? 'Voici les plus proches :'
        : 'Rien d’autre ne convient dans cet espace ce jour-là. Voyez les autres jours.',
    remedy: 'choose',
  },
  'use-not-offered': {
    title: 'Cet espace ne se réserve pas ainsi',
    says: () => 'Choisissez une place, ou la salle entière, selon ce qu’il propose.',
    remedy: 'choose',
  },
  'too-many-places': {
    title: 'C’est plus de places qu’il n’y en a',
    says: ({ capacity }) =>
      `${typeof capacity === 'number' ? `L’espace en a ${capacity}. ` : ''}Demandez-en moins.`,
    remedy: 'choose',
  },
  'too-short': {
    title: 'C’est trop court',
    says: ({ shortestMinutes }) =>
      `On réserve au moins ${minutesIn(shortestMinutes, 'un peu plus longtemps')}.`,
    remedy: 'choose',
  },
  'too-long': {
    title: 'C’est trop long',
    says: ({ longestMinutes }) =>
      `On réserve au plus ${minutesIn(longestMinutes, 'un peu moins longtemps')}.`,
    remedy: 'choose',
  },
  past: { title: 'Cette heure est passée', says: () => 'Choisissez une heure à venir.', remedy: 'choose' },
  'too-late': {
    title: 'C’est trop tard pour cette heure',
    says: ({ noticeMinutes }) =>
      `Ce lieu demande d’être prévenu ${minutesIn(noticeMinutes, 'un peu')} à l’avance. Choisissez une heure plus tardive, ou appelez le lieu.`,
    remedy: 'choose',
  },
  'beyond-horizon': {
    title: 'C’est trop loin dans le temps',
    says: ({ lastDate }) =>
      typeof lastDate === 'string'
        ? `On réserve ici jusqu’au ${dayWords(lastDate)}.`
        : 'Choisissez un jour plus proche.',
    remedy: 'choose',
  },
  'hour-skipped': {
    title: 'Cette heure n’existe pas ce jour-là',
    says: () => 'On passe à l’heure d’été. Choisissez une heure avant ou après.',
    remedy: 'choose',
  },
  'outside-opening': {
    title: 'L’espace n’est pas prêté à cette heure',
    says: ({ open, holiday }) =>
      holiday ? 'C’est un jour férié. Choisissez un autre jour.' : openWords(open),
    remedy: 'choose',
  },
  'off-grid': {
    title: 'On ne commence pas à cette heure-là',
    says: ({ starts }) => startsWords(starts),
    remedy: 'choose',
  },
  closed: {
    title: 'C’est fermé exceptionnellement',
    says: ({ reason }) => `${typeof reason === 'string' ? `${reason}. ` : ''}Choisissez un autre jour.`,
    remedy: 'choose',
  },
} as const satisfies Refusals
