/** The spelling alphabet of French telephone operators. */
const NAMES = [
  ...['Anatole', 'Berthe', 'Célestin', 'Désiré', 'Eugène', 'François', 'Gaston', 'Henri', 'Irma', 'Joseph'],
  ...['Kléber', 'Louis', 'Marcel', 'Nicolas', 'Oscar', 'Pierre', 'Quintal', 'Raoul', 'Suzanne', 'Thérèse'],
  ...['Ursule', 'Victor', 'William', 'Xavier', 'Yvonne', 'Zoé'],
]

const signWords = (sign: string): string => {
  const name = NAMES.find((each) => each.startsWith(sign))
  return name ? `${sign} comme ${name}` : sign
}

export const dictation = {
  lead: 'À dicter, lettre par lettre :',
  /** `K comme Kléber, 7, P comme Pierre`. */
  words: (reference: string): string => [...reference].map(signWords).join(', '),
} as const
