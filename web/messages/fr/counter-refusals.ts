import { momentWords } from '../../time-words.ts'
import type { Refusals } from './refusals.ts'
import { timeRefusals } from './time-refusals.ts'

const correct = 'correct' as const

/** What is refused at the counter is put right on the same page. */
export const inPlace = <R extends Refusals>(refusals: R): R =>
  Object.fromEntries(
    Object.entries(refusals).map(([kind, refusal]) => [
      kind,
      refusal.wayOut === 'choose' || refusal.wayOut === 'mine' ? { ...refusal, wayOut: correct } : refusal,
    ]),
  ) as R

/** Staff is not asked to accept anything; should that change, this is still true. */
const signed = {
  title: 'Ce lieu a un règlement',
  says: () => 'La personne le signe au guichet.',
  wayOut: correct,
}

/** Why nothing can be had for somebody, said to the agent who asks for them. */
export const counterRefusals = inPlace({
  ...timeRefusals,
  'conditions-missing': signed,
  'insurance-missing': signed,
  'holder-busy': {
    title: 'Cette personne a déjà une réservation à cette heure',
    says: () => 'Choisissez une autre heure, ou annulez l’autre.',
    wayOut: correct,
  },
  'quota-reached': {
    title: 'Cette personne a atteint la limite de ce lieu',
    says: ({ passes }) =>
      typeof passes === 'string'
        ? `Elle pourra réserver à nouveau à partir du ${momentWords(passes)}.`
        : 'Annulez d’abord une autre réservation.',
    wayOut: correct,
  },
  'already-signed-up': {
    title: 'Cette personne est déjà inscrite à cet atelier',
    says: () => 'Sa place est gardée.',
    wayOut: correct,
  },
  'workshop-cancelled': { title: 'Cet atelier est annulé', says: () => 'Choisissez-en un autre.', wayOut: correct },
  'not-found': {
    title: 'Ce n’est plus possible ici',
    says: () => 'Le lieu ou la personne n’est plus connu, ou vous n’y avez plus droit.',
    wayOut: correct,
  },
  invalid: {
    title: 'Le nom ou le téléphone n’est pas juste',
    says: () => 'Relisez-les, puis recommencez.',
    wayOut: correct,
  },
  'signed-out': {
    title: 'Vous n’êtes plus connecté',
    says: () => 'Reconnectez-vous, puis recommencez.',
    wayOut: 'sign-in',
  },
} satisfies Refusals)
