import { dayWords, durationWords, rangesWords } from '../../time-words.ts'
import type { Refusals } from './refusals.ts'
import { startsWords } from './rule-words.ts'

const minutesIn = (fact: unknown, otherwise: string): string =>
  typeof fact === 'number' ? durationWords(fact) : otherwise

const isRange = (fact: unknown): fact is [string, string] => Array.isArray(fact) && typeof fact[0] === 'string'

const openWords = (fact: unknown): string =>
  Array.isArray(fact) && fact.length > 0 && fact.every(isRange)
    ? `Ce jour-là, l’espace est prêté ${rangesWords(fact)}.`
    : 'L’espace n’est pas prêté ce jour-là.'

/** What is wrong with a time, whoever it is for. */
export const timeRefusals = {
  taken: {
    title: 'Ce créneau vient d’être pris',
    says: ({ alternatives }) =>
      alternatives?.length
        ? 'Voici les plus proches :'
        : 'Il n’y a rien d’autre de libre tout près. Voyez les autres jours.',
    wayOut: 'choose',
  },
  'use-not-offered': {
    title: 'Cet espace ne se réserve pas ainsi',
    says: () => 'Choisissez une place, ou la salle entière, selon ce qu’il propose.',
    wayOut: 'choose',
  },
  'too-many-places': {
    title: 'C’est plus de places qu’il n’y en a',
    says: ({ capacity }) => `${typeof capacity === 'number' ? `L’espace en a ${capacity}. ` : ''}Demandez-en moins.`,
    wayOut: 'choose',
  },
  'too-short': {
    title: 'C’est trop court',
    says: ({ shortestMinutes }) => `On réserve au moins ${minutesIn(shortestMinutes, 'un peu plus longtemps')}.`,
    wayOut: 'choose',
  },
  'too-long': {
    title: 'C’est trop long',
    says: ({ longestMinutes }) => `On réserve au plus ${minutesIn(longestMinutes, 'un peu moins longtemps')}.`,
    wayOut: 'choose',
  },
  past: { title: 'Cette heure est passée', says: () => 'Choisissez une heure à venir.', wayOut: 'choose' },
  'too-late': {
    title: 'C’est trop tard pour cette heure',
    says: ({ noticeMinutes }) =>
      `Ce lieu demande d’être prévenu ${minutesIn(noticeMinutes, 'un peu')} à l’avance. Choisissez une heure plus tardive, ou appelez le lieu.`,
    wayOut: 'choose',
  },
  'beyond-horizon': {
    title: 'C’est trop loin dans le temps',
    says: ({ lastDate }) =>
      typeof lastDate === 'string'
        ? `On réserve ici jusqu’au ${dayWords(lastDate)}.`
        : 'Choisissez un jour plus proche.',
    wayOut: 'choose',
  },
  'hour-skipped': {
    title: 'Cette heure n’existe pas ce jour-là',
    says: () => 'On passe à l’heure d’été. Choisissez une heure avant ou après.',
    wayOut: 'choose',
  },
  'outside-opening': {
    title: 'L’espace n’est pas prêté à cette heure',
    says: ({ open }) => openWords(open),
    wayOut: 'choose',
  },
  'off-grid': {
    title: 'On ne commence pas à cette heure-là',
    says: ({ starts }) => startsWords(starts),
    wayOut: 'choose',
  },
  closed: {
    title: 'C’est fermé exceptionnellement',
    says: ({ reason }) => `${typeof reason === 'string' ? `${reason}. ` : ''}Choisissez un autre jour.`,
    wayOut: 'choose',
  },
} as const satisfies Refusals
