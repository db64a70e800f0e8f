import type { AccessView, WarningsView } from '../../../../shared/contracts/access-views.ts'
import { dayWords, rangesWords } from '../../../kit/words/fr/time-words.ts'
import { daysWords } from '../../../kit/words/fr/weekday-words.ts'
import { byHours } from '../../by-hours.ts'

const DAY_HOURS = 24

const beforeWords = (hours: number): string => {
  if (hours === DAY_HOURS) return 'la veille'
  if (hours % DAY_HOURS === 0) return `${hours / DAY_HOURS} jours avant`
  return hours > 1 ? `${hours} heures avant` : 'une heure avant'
}

/** How one gets into a space. */
export const wayIn = {
  kinds: {
    'counter-staff': 'L’agent vous ouvre : présentez-vous au guichet.',
    'key-holder': 'Une clé est à retirer ici :',
    'door-code': 'Un code ouvre la porte.',
    open: 'La porte est ouverte : entrez.',
  } satisfies Record<Exclude<AccessView['kind'], 'host'>, string>,
  host: (name: string) => `${name} vous ouvre.`,
  hostLater: 'Quelqu’un vient vous ouvrir. Vous saurez qui une fois la réservation confirmée.',
  callBefore: (hours: number) => `Appelez au plus tard ${beforeWords(hours)} :`,
  keyHours: (hours: Parameters<typeof byHours>[0]) =>
    byHours(hours, rangesWords).map(([ranges, days]) => `${daysWords(days)}, ${ranges}`),
  pickup: ({ date, ranges }: NonNullable<WarningsView['keyPickup']>) =>
    `Retirez-la avant : ${dayWords(date)}, ${rangesWords(ranges)}.`,
  pickupOver: 'On ne peut plus retirer la clé avant cette heure. Appelez d’abord.',
  pickupThen: 'Vous pouvez la retirer en arrivant.',
  unstaffed: 'Le guichet est fermé à cette heure-là. Appelez avant de venir :',
} as const
