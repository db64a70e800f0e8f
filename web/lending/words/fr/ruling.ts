import type { Refusals } from '../../../kit/words/fr/refusals.ts'
import { durationWords } from '../../../kit/words/fr/time-words.ts'

const DAY_MINUTES = 1440

/** The rules of a site and of its spaces, for its managers. */
export const ruling = {
  page: 'Les règles',
  title: 'Les règles de ce lieu',
  spaceTitle: (name: string) => `Les règles de « ${name} »`,
  all: 'Revenir aux règles de ce lieu',
  spaces: 'Les espaces de ce lieu',
  stays: 'Ce qui est déjà réservé ne change pas.',
  save: 'Enregistrer les règles',
  working: 'Un instant…',
  saved: (name: string) => `Les règles de « ${name} » sont enregistrées.`,
  unsettled: 'Les réservations touchées sont encore traitées.',
  see: 'Voir la page du lieu',
  gone: 'Cet espace n’existe pas, ou plus.',
  ofEach: 'Les règles de chaque espace',
  noSpace: 'Ce lieu ne prête encore aucun espace.',
  ruleOf: ({ shortestMinutes, longestMinutes, horizonDays }: Summed) =>
    `De ${durationWords(shortestMinutes)} à ${durationWords(longestMinutes)}, jusqu’à ${durationWords(horizonDays * DAY_MINUTES)} à l’avance`,
  durations: 'Combien de temps',
  shortest: 'Durée, au moins',
  longest: 'Durée, au plus',
  grid: 'Une réservation commence',
  grids: {
    15: 'à tout quart d’heure',
    30: 'à l’heure ou à la demie',
    60: 'à l’heure juste',
  } as Record<number, string>,
  everyGrid: (duration: string) => `toutes les ${duration}, depuis minuit`,
  ahead: 'Combien de temps à l’avance',
  notice: 'On réserve au plus tard',
  noticeBefore: (duration: string) => `${duration} avant`,
  noNotice: 'jusqu’au dernier moment',
  horizon: 'On réserve au plus tôt',
  horizonHint: 'Par exemple, 60 jours à l’avance : le 1er mars, on réserve jusqu’au 30 avril.',
  horizonBefore: (duration: string) => `${duration} à l’avance`,
  today: 'le jour même',
  cancel: 'On annule au plus tard',
  cancelHint: 'Annuler plus tard compte comme une absence.',
  noCancel: 'jusqu’au début',
  takeBack: 'Vous annoncez une fermeture prévue',
  takeBackHint: 'En cas d’imprévu, vous fermez tout de suite.',
  takeBackBefore: (duration: string) => `${duration} avant`,
  noTakeBack: 'sans délai',
  between: 'Temps de rangement entre deux réservations',
  betweenHint: 'Personne ne réserve pendant ce temps : il sert à ranger, à aérer, à préparer la salle.',
  before: 'Avant chaque réservation',
  after: 'Après chaque réservation',
  none: 'aucun',
  confirming: 'Qui confirme ?',
  approval: 'Quand quelqu’un réserve',
  approvalHint:
    'Le délai ne court que quand le guichet est ouvert, et s’arrête au début de la réservation. Sans réponse à temps, la demande tombe et la place redevient libre.',
  approvals: (hours: number) =>
    hours === 0
      ? 'c’est confirmé tout de suite'
      : `vous répondez sous ${durationWords(hours * 60)} d’ouverture`,
  arrival: 'À l’arrivée',
  arrivals: {
    '': 'il n’y a rien à faire',
    said: 'on dit qu’on est là',
    released: 'on le dit, ou on perd sa place',
  },
  arriving: 'Quand on arrive',
  arrivalHint: 'On le dit sur la page de sa réservation, ou à l’agent. Une place perdue redevient libre.',
  opens: 'On peut le dire',
  opensBefore: (duration: string) => `dès ${duration} avant`,
  atStart: 'à l’heure de la réservation',
  closes: 'Et jusqu’à',
  closesAfter: (duration: string) => `${duration} après le début`,
  fairUse: 'Pour que chacun ait sa part',
  fairUseLead: 'Pour chaque personne. Laissez vide ce que vous ne limitez pas.',
  active: 'Réservations à venir, au plus',
  activeHint: 'Par exemple 3.',
  hours: 'Heures par semaine, au plus',
  hoursHint: 'Du lundi au dimanche. Par exemple 20.',
  missed: 'Absences avant de ne plus pouvoir réserver',
  missedHint: 'Une absence : ne pas venir, ou annuler trop tard. Par exemple 3.',
  missedDays: 'Une absence s’oublie au bout de (en jours)',
  missedDaysHint: 'Par exemple 90.',
  others: { member: 'Pour les membres', subscriber: 'Pour les abonnés' },
  othersLead: 'Ce que vous ne changez pas est comme pour tout le monde.',
  same: 'comme tout le monde',
  errors: {
    longest: 'La durée la plus longue est sous la plus courte.',
    horizon: 'Personne ne pourrait réserver : le plus tôt vient après le plus tard.',
    'active-bookings': 'Écrivez un nombre de 1 à 1000, ou rien.',
    'hours-a-week': 'Écrivez un nombre d’heures de 1 à 168, ou rien.',
    'hours-below-shortest': 'C’est moins que la réservation la plus courte : personne ne pourrait réserver.',
    missed: 'Écrivez un nombre d’absences de 1 à 100.',
    'missed-days': 'Écrivez un nombre de jours de 1 à 366.',
  },
} as const

type Summed = {
  readonly shortestMinutes: number
  readonly longestMinutes: number
  readonly horizonDays: number
}

/** The conditions of a site. */
export const conditionsForm = {
  title: 'Le règlement à accepter',
  lead: 'Chacun l’accepte une fois, avant sa première réservation ici.',
  rules: 'Votre règlement',
  rulesHint:
    'En quelques phrases. Par exemple : la clé se prend à la mairie, on rend la salle propre. Laissez vide pour ne rien demander.',
  insurance: 'Demander aussi jusqu’à quand on est assuré (responsabilité civile)',
  again: 'Si vous le changez, chacun devra l’accepter à nouveau avant sa prochaine réservation.',
  rulesMissing: 'Écrivez le règlement : c’est en l’acceptant que l’on dit son assurance.',
  save: 'Enregistrer le règlement',
  saved: 'Le règlement est enregistré. Chacun l’acceptera avant de réserver.',
  removed: 'C’est enregistré : ce lieu ne demande rien à accepter.',
} as const

export const conditionsFormRefusals = {
  changed: {
    title: 'Quelqu’un d’autre vient de changer le règlement',
    says: () => 'Relisez-le tel qu’il est maintenant, puis refaites votre changement.',
    remedy: 'again',
  },
} as const satisfies Refusals
