import type { Refusals } from '../../../kit/words/fr/refusals.ts'
import { dayWords } from '../../../kit/words/fr/time-words.ts'

/** The conditions of a site, accepted before booking there. */
export const conditionsRefusals = {
  'conditions-missing': {
    title: 'Ce lieu a un règlement à accepter',
    says: () => 'Lisez-le et acceptez-le, une seule fois. Votre choix est gardé.',
    remedy: 'accept',
  },
  'insurance-missing': {
    title: 'Il faut une assurance valable ce jour-là',
    says: ({ insuredUntil }) =>
      typeof insuredUntil === 'string'
        ? `La vôtre s’arrête le ${dayWords(insuredUntil)}. Dites jusqu’à quand va la nouvelle.`
        : 'Dites jusqu’à quand va votre assurance. Votre choix est gardé.',
    remedy: 'accept',
  },
} as const satisfies Refusals

export const acceptingRefusals = {
  'conditions-changed': {
    title: 'Le règlement vient de changer',
    says: () => 'Relisez-le, puis acceptez-le.',
    remedy: 'correct',
  },
  'insurance-missing': {
    title: 'Il manque la date de votre assurance',
    says: () => 'Écrivez jusqu’à quand elle va : un jour à venir.',
    remedy: 'correct',
  },
} as const satisfies Refusals
