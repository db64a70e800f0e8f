import { timeRefusals } from '../../../availability/words/fr/time-refusals.ts'
import type { Refusals } from '../../../kit/words/fr/refusals.ts'
import { dayWords, momentWords } from '../../../kit/words/fr/time-words.ts'

const correct = 'correct' as const

/** A refusal at the counter is put right on the same page. */
export const inPlace = <R extends Refusals>(refusals: R): R =>
  Object.fromEntries(
    Object.entries(refusals).map(([kind, refusal]) => [
      kind,
      refusal.remedy === 'choose' || refusal.remedy === 'mine' ? { ...refusal, remedy: correct } : refusal,
    ]),
  ) as R

/** Staff accept no conditions themselves; these sentences stay true if they ever do. */
const signed = {
  title: 'Ce lieu a un règlement',
  says: () => 'La personne le signe au guichet.',
  remedy: correct,
}

/** An hour that came free, and went again. */
const gone = {
  title: 'Cette place n’est plus proposée à cette personne',
  says: () => 'Recommencez, ou choisissez une autre heure.',
  remedy: correct,
}

/** Refusals when booking for somebody, addressed to the agent. */
export const counterRefusals = inPlace({
  ...timeRefusals,
  'conditions-missing': signed,
  'insurance-missing': signed,
  'holder-busy': {
    title: 'Cette personne a déjà une réservation à cette heure',
    says: () => 'Choisissez une autre heure, ou annulez l’autre.',
    remedy: correct,
  },
  'quota-reached': {
    title: 'Cette personne a atteint la limite de ce lieu',
    says: ({ passes, rule }) => {
      if (rule === 'waits') return 'Elle attend déjà autant de places qu’on peut en attendre à la fois.'
      return typeof passes === 'string'
        ? `Elle pourra réserver à nouveau à partir du ${momentWords(passes)}.`
        : 'Annulez d’abord une autre réservation.'
    },
    remedy: correct,
  },
  'hold-ended': gone,
  'already-answered': gone,
  'not-offered': gone,
  'already-signed-up': {
    title: 'Cette personne est déjà inscrite',
    says: () => 'Sa place est gardée.',
    remedy: correct,
  },
  'no-such-appointment': {
    title: 'Il manque l’heure du rendez-vous',
    says: () => 'Choisissez une heure dans la liste.',
    remedy: correct,
  },
  'newcomers-first': {
    title: 'D’abord les personnes qui découvrent',
    says: ({ openToAllFrom: from }) =>
      `Cette personne est déjà venue. Elle aura une place qui reste${typeof from === 'string' ? ` à partir du ${dayWords(from)}` : ', plus tard'}.`,
    remedy: correct,
  },
  'workshop-cancelled': {
    title: 'Cet atelier est annulé',
    says: () => 'Choisissez-en un autre.',
    remedy: correct,
  },
  'not-found': {
    title: 'Ce n’est plus possible ici',
    says: () => 'Le lieu ou la personne n’est plus connu, ou vous n’y avez plus droit.',
    remedy: correct,
  },
  invalid: {
    title: 'Le nom ou le téléphone n’est pas juste',
    says: () => 'Relisez-les, puis recommencez.',
    remedy: correct,
  },
  'signed-out': {
    title: 'Votre connexion est terminée',
    says: () => 'Reconnectez-vous, puis recommencez.',
    remedy: 'sign-in',
  },
} satisfies Refusals)
