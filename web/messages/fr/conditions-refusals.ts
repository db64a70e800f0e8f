import { dayWords } from '../../time-words.ts'
import type { Refusals } from './refusals.ts'

/** What a place asks to be accepted before one books there. */
export const conditionsRefusals = {
  'conditions-missing': {
    title: 'Ce lieu a un règlement à accepter',
    says: () => 'Lisez-le et acceptez-le, une seule fois. Votre choix est gardé.',
    wayOut: 'accept',
  },
  'insurance-missing': {
    title: 'Il faut une assurance valable ce jour-là',
    says: ({ insuredUntil }) =>
      typeof insuredUntil === 'string'
        ? `La vôtre s’arrête le ${dayWords(insuredUntil)}. Dites jusqu’à quand va la nouvelle.`
        : 'Dites jusqu’à quand va votre assurance. Votre choix est gardé.',
    wayOut: 'accept',
  },
} as const satisfies Refusals

export const acceptingRefusals = {
  'conditions-changed': {
    title: 'Le règlement vient de changer',
    says: () => 'Relisez-le, puis acceptez-le.',
    wayOut: 'correct',
  },
  'insurance-missing': {
    title: 'Il manque la date de votre assurance',
    says: () => 'Écrivez jusqu’à quand elle va : un jour à venir.',
    wayOut: 'correct',
  },
} as const satisfies Refusals
