import type { Attendance } from '../../../../shared/domain/attendance.ts'
import type { AgeBand, Occupation } from '../../../../shared/domain/drop-in.ts'
import { dayAndYearWords, dayWords, hourWords, rangeWords } from '../../../kit/words/fr/time-words.ts'

const people = (count: number): string => (count > 1 ? `${count} personnes` : `${count} personne`)

const AGES = {
  'under-12': 'Moins de 12 ans',
  '12-17': '12 à 17 ans',
  '18-24': '18 à 24 ans',
  '25-39': '25 à 39 ans',
  '40-59': '40 à 59 ans',
  '60-69': '60 à 69 ans',
  '70-and-over': '70 ans et plus',
  'not-said': 'Âge non dit',
} as const satisfies Record<AgeBand, string>

const OCCUPATIONS = {
  'at-school': 'À l’école ou en études',
  'in-work': 'En emploi',
  'without-work': 'Sans emploi',
  retired: 'À la retraite',
  'not-said': 'Situation non dite',
} as const satisfies Record<Occupation, string>

type Counted = { readonly ageBand: AgeBand; readonly occupation: Occupation; readonly skillsTest: boolean }

const LEVELS = { beginner: 'débuter', intermediate: 'continuer', advanced: 'aller plus loin' } as const

export const attendance = {
  page: 'Les présences',
  signedOut: 'Cette page est pour les personnes qui travaillent dans le lieu. Connectez-vous pour la voir.',
  signIn: 'Se connecter',
  noRight:
    'Cette page n’existe pas, ou vous ne travaillez pas dans ce lieu. Si vous y travaillez, refaites votre connexion professionnelle, confirmée par votre téléphone ou votre clé.',
  when: (date: string, start: string, end: string) => `${dayWords(date)}, ${rangeWords(start, end)}`,
  hours: (start: string, end: string) => rangeWords(start, end),
  opens: (date: string, start: string) =>
    `Vous pourrez noter qui est là le ${dayWords(date)}, à partir de ${hourWords(start)}.`,
  closed: 'Plus de trente jours ont passé : les présences ne changent plus.',
  cancelled: 'C’est annulé.',
  signedUp: 'Personnes inscrites',
  nobody: 'Personne n’est inscrit.',
  nameless: 'Quelqu’un',
  guest: (places: number, guest: string) => (places > 1 ? `avec ${guest}` : `pour ${guest}`),
  done: (levels: readonly ('beginner' | 'intermediate' | 'advanced')[]) =>
    levels.length > 0
      ? `déjà fait ici : ${levels.map((level) => LEVELS[level]).join(', ')}`
      : 'aucun autre niveau fait ici',
  sentBy: (who: string) => `orientation : ${who}`,
  severalPlaces: (places: number) => `${places} places`,
  marks: { present: 'Là', excused: 'A prévenu', absent: 'Pas là' } as const satisfies Record<
    Attendance,
    string
  >,
  own: 'C’est vous : une autre personne du lieu le note.',
  summary: ({ present, left }: { present: number; left: number }) =>
    [
      present === 0 ? 'Personne n’est noté là' : `${people(present)} là`,
      ...(left > 0 ? [`${left} à noter`] : []),
    ].join(', '),
  dropIns: 'Personnes venues sans inscription',
  dropInsLead: 'Sans nom : seuls l’âge et la situation sont comptés.',
  age: 'Âge',
  ages: AGES,
  occupation: 'Situation',
  occupations: OCCUPATIONS,
  skillsTest: 'A fait un test de compétences numériques',
  count: 'Compter une personne',
  counted: ({ ageBand, occupation, skillsTest }: Counted) =>
    [AGES[ageBand], OCCUPATIONS[occupation], ...(skillsTest ? ['test fait'] : [])]
      .map((part) => part.charAt(0).toLocaleLowerCase('fr-FR') + part.slice(1))
      .join(', '),
  uncount: 'Retirer une personne',
  sending: 'Nous enregistrons…',
  saved: 'Tout est enregistré.',
  waiting: (count: number) =>
    count > 1
      ? `Pas de réseau : ${count} réponses sont gardées sur cet appareil. Elles partiront d’elles-mêmes.`
      : 'Pas de réseau : votre réponse est gardée sur cet appareil. Elle partira d’elle-même.',
  signInToSend:
    'Vos réponses sont gardées sur cet appareil. Pour les envoyer, refaites votre connexion professionnelle, confirmée par votre téléphone ou votre clé.',
  refused: 'Cela n’a pas pu être noté',
  refusedOne: 'Une personne venue sans inscription',
  print: 'Imprimer la feuille à signer',
  week: 'Ma semaine',
  site: (name: string) => `La semaine de ${name}`,
  sheet: {
    title: 'Feuille de présence',
    when: (date: string, start: string, end: string) => `${dayAndYearWords(date)}, ${rangeWords(start, end)}`,
    led: (name: string) => `Avec ${name}`,
    name: 'Nom',
    signature: 'Signature',
  },
} as const
