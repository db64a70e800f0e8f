import type { Refusals } from '../../../kit/words/fr/refusals.ts'
import { dayAndYearWords } from '../../../kit/words/fr/time-words.ts'
import { actNotAllowed } from '../../../staff/words/fr/act-not-allowed.ts'

const PUBLICS = { everyone: 'Comme tout le monde', member: 'Membre', subscriber: 'Abonné' } as const

export const members = {
  page: 'Membres et abonnés',
  title: 'Membres et abonnés',
  lead: 'Ils réservent aux heures et avec les limites que vous leur donnez.',
  rules: 'Voir leurs règles',
  who: 'Qui est membre ou abonné',
  none: 'Personne pour le moment.',
  nameless: 'Sans nom',
  publics: PUBLICS,
  lasts: (until: string | undefined, today: string) => {
    if (until === undefined) return 'sans date de fin'
    return until < today ? `fini depuis le ${dayAndYearWords(until)}` : `jusqu’au ${dayAndYearWords(until)}`
  },
  more: 'Voir la suite',
  change: 'Prolonger ou changer',
  save: 'Enregistrer',
  withdraw: 'Retirer',
  of: (name: string) => ` : ${name}`,
  sure: (name: string) => `${name} réservera comme tout le monde. Ses réservations restent. Retirer ?`,
  yes: 'Oui, retirer',
  no: 'Non, garder',
  add: 'Ajouter quelqu’un',
  how: 'Comment la personne se fait connaître',
  hows: { email: 'Par une adresse e-mail', phone: 'Sans e-mail : par son nom et son téléphone' },
  email: 'Son adresse e-mail',
  emailHint: 'Celle qu’elle écrit pour se connecter.',
  emailWrong: 'Écrivez une adresse complète, comme camille@exemple.fr.',
  name: 'Son nom',
  nameMissing: 'Écrivez le nom de la personne.',
  phone: 'Son téléphone',
  phoneWrong: 'Écrivez le numéro en entier.',
  as: 'Comme',
  until: 'Dernier jour (facultatif)',
  untilHint: 'Sans date, cela dure jusqu’à ce que vous le retiriez.',
  untilPast: 'Choisissez aujourd’hui ou un jour à venir.',
  submit: 'Ajouter',
  working: 'Un instant…',
  done: (name: string, phone: string | undefined) =>
    `C’est fait pour ${name}. ${phone ? 'C’est noté dans les personnes à appeler.' : 'Un e-mail part le lui dire.'}`,
} as const

export const memberRefusals = {
  'not-found': actNotAllowed,
  past: { title: 'Ce jour est passé', says: () => members.untilPast, remedy: 'correct' },
} as const satisfies Refusals
