import type { SiteSummary } from '../../../../shared/contracts/site-views.ts'
import { ofName } from '../../../kit/words/fr/names.ts'
import { kilometresWords } from '../../../kit/words/fr/time-words.ts'

type Lent = SiteSummary['lends'][number]

const many = (count: number, one: string, more: string): string => `${count} ${count > 1 ? more : one}`

const LENT: Readonly<Record<Lent['use'], (most: number) => string>> = {
  desk: (most) => many(most, 'place de bureau', 'places de bureau'),
  room: (most) => `une salle pour ${many(most, 'personne', 'personnes')}`,
  workshop: () => 'des ateliers numériques',
}

/** How one gets in, said shortly. */
const shortAccess: Readonly<Record<SiteSummary['access'][number], string>> = {
  'counter-staff': 'l’agent vous ouvre',
  'key-holder': 'clé à retirer',
  'door-code': 'code à la porte',
  host: 'quelqu’un vous ouvre',
  open: 'porte ouverte',
}

/** `6 places de bureau`, `gratuit`, `de plain-pied`, `code à la porte`. */
export const siteFacts = ({ lends, free, stepFree, access }: SiteSummary, use?: string): string[] => [
  ...lends.filter((each) => !use || each.use === use).map((each) => LENT[each.use](each.most)),
  free ? 'gratuit' : 'payant',
  ...(stepFree ? ['de plain-pied'] : []),
  ...access.map((kind) => shortAccess[kind]),
]

/** `de plain-pied`, `clé à retirer`. */
export const spaceFacts = (isStepFree: boolean, kind: SiteSummary['access'][number]): string[] => [
  ...(isStepFree ? ['de plain-pied'] : []),
  shortAccess[kind],
]

/** `à 12 km de Champaubert`. */
export const distanceFrom = (km: number, from: string | undefined, isAbout: boolean): string =>
  from ? `${kilometresWords(km, isAbout)} ${ofName(from)}` : kilometresWords(km, isAbout)
