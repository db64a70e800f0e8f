import type { Refusals } from '../../../kit/words/fr/refusals.ts'
import { dayWords, rangeWords } from '../../../kit/words/fr/time-words.ts'
import { changeRefusals } from './change-refusals.ts'

/** Why an offer can no longer be answered, or an arrival no longer noted. */
export const answerRefusals = {
  ...changeRefusals,
  'hold-ended': {
    title: 'Le délai pour répondre est passé',
    says: () => 'La place a été proposée à la personne suivante. Choisissez une autre heure.',
    remedy: 'choose',
  },
  'already-answered': {
    title: 'Vous avez déjà répondu',
    says: () => 'Voyez dans vos réservations ce qui a été retenu.',
    remedy: 'mine',
  },
  'not-offered': {
    title: 'Il n’y a rien à accepter ici',
    says: () => 'Voyez dans vos réservations ce qui a été retenu.',
    remedy: 'mine',
  },
  'check-in-closed': {
    title: 'Ce n’est pas l’heure de signaler votre arrivée',
    says: ({ from, until }) =>
      typeof from === 'string' && typeof until === 'string'
        ? `On le fait le ${dayWords(from.slice(0, 10))}, ${rangeWords(from.slice(11), until.slice(11))}. Sinon, dites-le à l’agent.`
        : 'Dites-le à l’agent, au guichet.',
    remedy: 'mine',
  },
} as const satisfies Refusals
