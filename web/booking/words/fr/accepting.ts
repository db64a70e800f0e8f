import { dayWords } from '../../../kit/words/fr/time-words.ts'

export const accepting = {
  page: 'Le règlement du lieu',
  title: 'Le règlement du lieu',
  lead: 'Ce lieu demande d’accepter son règlement, une seule fois, avant d’y réserver.',
  leadAssociation:
    'Ce lieu demande que l’association accepte son règlement, une seule fois, avant d’y réserver.',
  signInLead: 'Connectez-vous pour accepter le règlement de ce lieu.',
  accepted: 'Vous avez accepté ce règlement.',
  insured: (date: string) => `Votre assurance va jusqu’au ${dayWords(date)}.`,
  insuredUntil: 'Dernier jour de votre assurance',
  insuredHint:
    'La date est écrite sur votre attestation de responsabilité civile. Apportez-la la première fois.',
  submit: 'Accepter le règlement',
  goOn: 'Continuer',
  toSite: 'Voir le lieu',
  leadOnly:
    'Seule une personne qui représente l’association peut l’accepter. Demandez-lui d’ouvrir cette page.',
  working: 'Un instant…',
} as const
