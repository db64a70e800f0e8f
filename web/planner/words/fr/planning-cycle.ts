import type { Refusals } from '../../../kit/words/fr/refusals.ts'
import { travelRefusals } from '../../../kit/words/fr/travel-words.ts'
import { seriesRefusals } from '../../../series/words/fr/series-refusals.ts'

type Kind = 'workshop' | 'permanence'

const NAMES = { workshop: ['atelier', 'ateliers'], permanence: ['permanence', 'permanences'] } as const

const many = (count: number, kind: Kind): string => `${count} ${NAMES[kind][count > 1 ? 1 : 0]}`

export const planning = {
  page: 'Planifier des ateliers',
  title: 'Planifier des ateliers, des permanences',
  noSpace: 'Aucun espace de ce lieu n’accueille d’ateliers. Son responsable peut en prêter un.',
  name: 'Titre',
  nameHints: {
    workshop: 'Par exemple : Premiers pas sur internet.',
    permanence: 'Par exemple : Aide individuelle.',
  },
  nameMissing: 'Donnez un titre.',
  kind: 'Quoi',
  kinds: { workshop: 'Atelier, en groupe', permanence: 'Permanence, sur rendez-vous' },
  length: 'Durée d’un rendez-vous',
  uneven: 'Il faut un nombre entier de rendez-vous. Changez une heure, ou la durée.',
  others: 'Sans rendez-vous',
  dropIn: 'On peut aussi venir sans rendez-vous',
  theme: 'Thème',
  themeHint: 'Un thème de votre compte rendu d’activité.',
  noTheme: 'Sans thème',
  level: 'Niveau',
  noLevel: 'Pour tous',
  space: 'Espace',
  from: 'À partir du',
  fromMissing: 'Choisissez aujourd’hui ou un jour à venir.',
  hourMissing: 'Écrivez une heure.',
  start: 'De',
  end: 'À',
  hoursWrong: 'La fin vient après le début.',
  rhythm: 'Quand',
  rhythms: {
    week: 'Chaque semaine',
    fortnight: 'Une semaine sur deux',
    working: 'Au début de chaque mois',
    once: 'Une seule fois',
  },
  count: 'Nombre de fois',
  countHint: '40 au plus.',
  workingDays: 'Jours ouvrés par mois',
  months: 'Nombre de mois',
  numberWrong: (most: number) => `Écrivez un nombre entre 1 et ${most}.`,
  seats: 'Places',
  mediators: 'Qui anime',
  you: (name: string) => `${name} (vous)`,
  mediatorMissing: 'Choisissez au moins une personne.',
  mediatorsMost: (most: number) => `Choisissez ${most} personnes au plus.`,
  more: 'Ce qu’il faut apporter, les langues, à qui d’abord',
  bring: 'À apporter',
  bringHint: 'Par exemple : votre téléphone.',
  languages: 'Langues parlées, en plus du français',
  who: 'À qui d’abord',
  newcomersFirst: 'D’abord aux personnes qui ne sont pas encore venues',
  newcomersHint:
    'Qui est déjà venu dans l’année, au même titre et ici, attend jusqu’à sept jours avant la date.',
  check: 'Voir les dates',
  checking: 'Nous regardons chaque date…',
  free: (count: number, kind: Kind) =>
    count > 0 ? `${many(count, kind)} à planifier` : 'Aucune date n’est possible',
  moved: (from: string) => `au lieu du ${from}, jour férié`,
  refused: 'Ces dates ne sont pas possibles',
  plan: (count: number, kind: Kind) => `Planifier ${many(count, kind)}`,
  working: 'Nous planifions chaque date…',
  change: 'Changer',
  done: (count: number, kind: Kind) => {
    if (kind === 'permanence')
      return count > 1 ? `${many(count, kind)} sont planifiées` : 'La permanence est planifiée'
    return count > 1 ? `${many(count, kind)} sont planifiés` : 'L’atelier est planifié'
  },
  again: 'Planifier autre chose',
  seeWeek: 'Voir la semaine',
} as const

/** Why a cycle cannot be planned. */
export const cycleRefusals = {
  ...seriesRefusals,
  ...travelRefusals,
  'holder-busy': {
    title: 'La personne qui anime est déjà prise',
    says: ({ mediatorName }) =>
      mediatorName
        ? `${mediatorName} a autre chose à cette heure. Choisissez une autre heure, ou quelqu’un d’autre.`
        : 'Choisissez une autre heure.',
    remedy: 'correct',
  },
  'cycle-refused': {
    title: 'Rien n’a été planifié',
    says: () => 'Aucune de ces dates n’est encore possible. Choisissez une autre heure.',
    remedy: 'correct',
  },
  'rule-endless': {
    title: 'Il manque une fin',
    says: ({ most }) => (typeof most === 'number' ? `On planifie ${most} dates au plus.` : 'Dites combien.'),
    remedy: 'correct',
  },
} as const satisfies Refusals
