import type { Refusals } from '../../../kit/words/fr/refusals.ts'
import { lendingRefusals } from './lending-refusals.ts'

/** How codes come to the keypad of a space. */
export const keypad = {
  page: 'Le clavier de la porte',
  title: (space: string) => `Le clavier de « ${space} »`,
  lead: 'Chaque réservation peut avoir son propre code, qui ouvre dix minutes avant le début, et jusqu’à la fin.',
  gone: 'Aucun code n’ouvre la porte de cet espace. Si elle en a un, changez d’abord l’espace pour le dire.',
  method: 'Comment le code arrive-t-il sur le clavier ?',
  methods: {
    '': 'Il n’y a pas de code par réservation',
    hand: 'Nous le tapons chaque jour',
    lock: 'La serrure le reçoit d’elle-même',
  },
  digits: 'Nombre de chiffres',
  name: 'Nom du clavier',
  nameHint: 'Le même nom pour tous les espaces derrière ce clavier. Ce qui est dit ici vaut pour eux aussi.',
  nameMissing: 'Donnez un nom au clavier, par exemple : entrée.',
  save: 'Enregistrer',
  working: 'Un instant…',
  saved: 'C’est enregistré',
  savedHand: 'Les codes à taper sont sur la feuille du jour.',
  unsettled: 'Les réservations à venir reçoivent leurs codes : revenez dans un instant.',
  list: 'Voir les codes à taper',
  all: 'Revenir aux espaces',
} as const

export const keypadRefusals = {
  ...lendingRefusals,
  'touches-bookings': {
    title: 'Des réservations ne tiennent plus dans cet espace',
    says: () => 'Rien n’a été changé. Changez d’abord l’espace, et dites ce qu’elles deviennent.',
    remedy: 'correct',
  },
} as const satisfies Refusals
