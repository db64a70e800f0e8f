import type { SiteSummary } from '../../../../shared/contracts/site-views.ts'
import { kilometresWords } from '../../../kit/words/en/time-words.ts'
import type * as fr from '../fr/site-facts.ts'

type Lent = SiteSummary['lends'][number]

const many = (count: number, one: string, more: string): string => `${count} ${count > 1 ? more : one}`

const LENT: Readonly<Record<Lent['use'], (most: number) => string>> = {
  desk: (most) => many(most, 'desk', 'desks'),
  room: (most) => `a room for ${many(most, 'person', 'people')}`,
  workshop: () => 'digital workshops',
}

/** How one gets in, said shortly. */
const shortAccess: Readonly<Record<SiteSummary['access'][number], string>> = {
  'counter-staff': 'staff let you in',
  'key-holder': 'key to fetch',
  'door-code': 'code at the door',
  host: 'somebody lets you in',
  open: 'open door',
}

/** `6 desks`, `free of charge`, `step-free`, `code at the door`. */
export const siteFacts: typeof fr.siteFacts = ({ lends, free, stepFree, access }, use) => [
  ...lends.filter((each) => !use || each.use === use).map((each) => LENT[each.use](each.most)),
  free ? 'free of charge' : 'to be paid for',
  ...(stepFree ? ['step-free'] : []),
  ...access.map((kind) => shortAccess[kind]),
]

/** `step-free`, `key to fetch`. */
export const spaceFacts: typeof fr.spaceFacts = (isStepFree, kind) => [
  ...(isStepFree ? ['step-free'] : []),
  shortAccess[kind],
]

/** `12 km from Champaubert`. */
export const distanceFrom: typeof fr.distanceFrom = (km, from, isAbout) =>
  from ? kilometresWords(km, isAbout).replace(/ away$/, ` from ${from}`) : kilometresWords(km, isAbout)
