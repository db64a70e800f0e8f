const NUMBER = new Intl.NumberFormat('fr-FR')

export const numberWords = (count: number): string => NUMBER.format(count)

const counted = (count: number, one: string, several: string): string =>
  `${numberWords(count)} ${count > 1 ? several : one}`

/** On every map. */
export const sheet = {
  enlarge: 'Agrandir la carte',
  reduce: 'Réduire la carte',
  shifts: {
    left: 'Aller à gauche',
    up: 'Aller en haut',
    down: 'Aller en bas',
    right: 'Aller à droite',
  },
  legend: {
    lent: 'On y prête un espace',
    idle: 'Guichet fermé une partie de la semaine',
    other: 'Autre point de La Poste',
    closed: 'Guichet fermé toute la semaine',
  },
  source: 'Points de contact : La Poste. Contours : IGN.',
  failed: 'La carte ne s’affiche pas. Il ne vous manque rien : tout est aussi dans la liste.',
  incomplete: 'La carte n’est pas complète : les petits points manquent.',
  again: 'Réessayer',
} as const

/** Beside a list of places. */
export const around = {
  title: 'Sur la carte',
  show: 'Voir la carte',
  caption: (lent: number) =>
    lent > 0
      ? `En grand, ${counted(lent, 'lieu qui prête', 'lieux qui prêtent')} un espace. En petit, les autres points de La Poste.`
      : 'En petit, les points de La Poste. Aucun ne prête encore d’espace sur cette carte.',
  wideCaption: (lent: number) => `${counted(lent, 'lieu prête', 'lieux prêtent')} un espace sur cette carte.`,
  crossIsAbout: 'La croix est à peu près au bon endroit.',
  france: 'Voir toute la France',
} as const

/** The page with the whole country. */
export const country = {
  page: 'La carte de France',
  title: 'La France, dessinée par ses postes',
  lead: 'Chaque point est un lieu de La Poste. Ensemble, ils dessinent le pays.',
  sentence: (points: number, lent: number, idle: number) =>
    [
      `Sur ${counted(points, 'point de contact', 'points de contact')}, ${counted(lent, 'prête', 'prêtent')} déjà un espace.`,
      idle > 0
        ? `${counted(idle, 'autre a son guichet fermé', 'autres ont leur guichet fermé')} une partie de la semaine : il y a de la place.`
        : '',
    ].join(' '),
  mapTitle: 'La carte',
  hint: 'Choisissez un département pour voir ses lieux.',
  departement: (name: string, lent: number, points: number) =>
    lent > 0
      ? `${name} : ${counted(lent, 'lieu prête', 'lieux prêtent')} un espace, sur ${numberWords(points)}`
      : `${name} : aucun lieu ne prête encore, sur ${numberWords(points)}`,
  paris: 'Paris et alentours',
  insetsNote: 'Dans les petits cadres, l’échelle change.',
  tableTitle: 'Département par département',
  columns: {
    departement: 'Département',
    lent: 'Prêtent',
    idle: 'Parfois fermés',
    points: 'En tout',
  },
} as const
