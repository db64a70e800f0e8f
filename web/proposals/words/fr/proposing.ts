import type { Refusals } from '../../../kit/words/fr/refusals.ts'

export const proposing = {
  page: 'Proposer un usage',
  title: 'Que feriez-vous de ce lieu ?',
  leads: {
    site: 'Votre idée va à l’équipe responsable de ce lieu. Elle vous répond par e-mail.',
    office:
      'Ce lieu n’a pas de responsable. Votre idée va au bureau dont il dépend, qui vous répond par e-mail.',
    departement:
      'Ce lieu n’a pas de responsable. Votre idée va à l’équipe du département, qui vous répond par e-mail.',
    network:
      'Ce lieu n’a pas de responsable. Votre idée va à l’équipe du réseau, qui vous répond par e-mail.',
  },
  nobody: 'Personne ne pourrait vous répondre',
  nobodyLead:
    'Ce lieu n’a pas encore de responsable, et personne ne répond pour lui : on ne peut pas envoyer d’idée pour l’instant.',
  idea: 'Votre idée',
  ideaHint: 'En quelques phrases : un bureau pour travailler, une salle pour votre association…',
  audience: 'Pour qui',
  times: 'Quand',
  timesHint: 'Par exemple : le mercredi après-midi.',
  ideaMissing: 'Écrivez votre idée.',
  audienceMissing: 'Dites pour qui.',
  timesMissing: 'Dites quand.',
  submit: 'Envoyer mon idée',
  working: 'Un instant, nous l’envoyons…',
  done: 'Votre idée est envoyée',
  doneLead: 'Elle sera lue, et la réponse vous arrivera par e-mail.',
  backToSite: 'Revenir au lieu',
  signIn: 'Pour que l’on puisse vous répondre, connectez-vous d’abord : un code vous est envoyé par e-mail.',
  signInLink: 'Me connecter',
  saveName: 'Enregistrer mon nom',
  link: 'Proposer un usage de ce lieu',
} as const

export const proposals = {
  page: 'Les idées',
  title: 'Ce que les gens proposent',
  none: 'Personne n’a encore rien proposé.',
  by: (name: string, day: string) => `${name}, le ${day}`,
  audience: 'Pour qui',
  times: 'Quand',
  status: { asked: 'Sans réponse', accepted: 'Retenue', declined: 'Pas retenue', withdrawn: 'Retirée' },
  answer: 'Votre réponse',
  answerHint: 'La personne la reçoit par e-mail.',
  missing: 'Écrivez votre réponse.',
  accept: 'Retenir cette idée',
  decline: 'Ne pas la retenir',
  answered: 'Réponse envoyée.',
} as const

export const ownProposals = {
  title: 'Vos idées',
  none: 'Vous n’avez encore rien proposé.',
  lead: 'Cherchez un lieu : sa page a un lien pour proposer un usage.',
  search: 'Chercher un lieu',
  made: (day: string) => `Proposée le ${day}`,
  answer: 'La réponse du lieu',
  withdraw: 'Retirer cette idée',
  withdrawOf: (site: string) => ` : ${site}`,
  withdrawn: 'Votre idée est retirée.',
} as const

export const withdrawingRefusals = {
  changed: {
    title: 'Le lieu vient de vous répondre',
    says: () => 'Cette idée ne se retire plus : lisez la réponse.',
    remedy: 'again',
  },
} as const satisfies Refusals

/** Why a use cannot be proposed now, nor answered. */
export const proposalRefusals = {
  changed: {
    title: 'Quelqu’un d’autre vient d’y répondre',
    says: () => 'Relisez la réponse telle qu’elle est maintenant.',
    remedy: 'again',
  },
  'too-many-proposals': {
    title: 'Vous avez déjà proposé plusieurs usages',
    says: () => 'Attendez une réponse à l’un d’eux, puis proposez celui-ci.',
    remedy: 'search',
  },
  'too-many-proposals-today': {
    title: 'Vous avez déjà beaucoup proposé aujourd’hui',
    says: () => 'Vous pourrez proposer celui-ci demain.',
    remedy: 'search',
  },
  'nobody-in-charge': {
    title: proposing.nobody,
    says: () => proposing.nobodyLead,
    remedy: 'search',
  },
} as const satisfies Refusals
