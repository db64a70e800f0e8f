import type { LocalDate } from '../../../../../shared/domain/local-date.ts'
import { dateWords, minuteWords } from '../../../../use-cases/words/fr/time-words.ts'

/** For people who wait for a place. */
export const waiting = {
  joined: { title: 'Vous êtes sur la liste d’attente', says: 'Votre demande est notée.' },
  first: {
    title: 'Bientôt votre tour',
    says: 'Vous êtes maintenant en tête de la liste d’attente.',
  },
  turn: (rank: number): string => {
    if (rank === 1) return 'Votre tour est le prochain.'
    return rank < 100 ? `Votre tour est le ${rank}e.` : 'Votre tour est au-delà du 99e.'
  },
  window: (date: LocalDate, from: number, to: number): string =>
    `${dateWords(date)}, entre ${minuteWords(from)} et ${minuteWords(to)}`,
  orNear: 'Ou un autre lieu, tout près.',
  offered: 'Dès qu’une place se libère, nous vous écrivons et nous vous la gardons un moment.',
  action: 'Voir ma demande, ou ne plus attendre',
}
