import type { Weekday } from '../../../shared/domain/local-date.ts'
import type { WorkshopDescription } from '../../../shared/domain/workshop.ts'

/** `signedUp` people, some by name, book seats of the first workshop; those without one wait. `inOneGo`: its dates are a cycle. */
export type DemoWorkshop = WorkshopDescription & {
  readonly inOneGo?: true
  readonly site: string
  readonly space: string
  readonly mediator: string
  /** The mediator's account, if they are demo staff. */
  readonly account?: string
  /** Or the first working days of each month, so many. */
  readonly weekdays: readonly Weekday[] | { readonly workingDays: number }
  readonly from: number
  readonly to: number
  readonly seats: number
  readonly signedUp: number | readonly string[]
}

const ALLIER = { mediator: 'Nadia', account: 'nadia', from: 10, to: 12, seats: 4, signedUp: 1 } as const

const SAINT_GERAND = '00518A'
const NOYANT = '00502A'
const MOLINET = '00486A'
const island = { space: 'ilot-numerique' } as const

/** One mediator, three offices, 14 of her 18 hours; an hour and a quarter of road between two of them. */
const ALLIER_WEEK: readonly DemoWorkshop[] = [
  { ...ALLIER, ...island, site: NOYANT, weekdays: [1], title: 'Ses démarches en ligne' },
  {
    ...{ ...ALLIER, ...island, site: SAINT_GERAND, weekdays: [2], from: 9, to: 11 },
    title: 'Écrire et recevoir des messages',
  },
  {
    ...{ ...ALLIER, ...island, site: MOLINET, weekdays: [2], from: 14, to: 16, signedUp: 6 },
    title: 'L’intelligence artificielle, à quoi ça sert ?',
  },
  { ...ALLIER, ...island, site: NOYANT, weekdays: [3], signedUp: 0, title: 'Trier ses photos' },
  { ...ALLIER, ...island, site: MOLINET, weekdays: [4], title: 'Son téléphone, pas à pas' },
  {
    ...{ ...ALLIER, ...island, site: MOLINET, weekdays: [4], from: 14, to: 16, signedUp: 3 },
    title: 'Mon espace santé, mes remboursements',
  },
  {
    ...{ ...ALLIER, ...island, site: SAINT_GERAND, weekdays: [5], from: 9, to: 11, signedUp: 2 },
    title: 'Premiers pas sur internet',
  },
]

const PERMANENCE = {
  weekdays: { workingDays: 2 },
  title: 'Aide individuelle',
  description: 'Vos démarches, votre téléphone, vos messages : quelqu’un s’assoit avec vous.',
  appointments: { minutes: 30, dropIn: true },
  seats: 1,
} as const

const office = { space: 'bureau-du-mediateur', from: 14, to: 17, ...PERMANENCE } as const

/** When benefits are paid, mediators are in six offices of Rennes. */
const RENNES_PERMANENCES: readonly DemoWorkshop[] = [
  { ...office, site: '06687A', mediator: 'Aïcha', signedUp: ['Odette', 'Roger'] },
  {
    ...{ ...office, site: '06686A', mediator: 'Maël' },
    signedUp: ['Simone', 'Farid', 'Monique', 'Gilles', 'Aline', 'Youssef'],
  },
  { ...office, site: '06685A', mediator: 'Lucie', signedUp: ['Denise'] },
  { ...office, site: '06681A', mediator: 'Nolwenn', signedUp: ['Marcel', 'Fatou', 'Henri'] },
  { ...office, site: '06684A', mediator: 'Bastien', signedUp: 0 },
  {
    ...{ ...PERMANENCE, site: '06682A', space: 'salle-ateliers', mediator: 'Yann' },
    ...{ from: 9, to: 12, signedUp: ['Bernadette'] },
  },
]

export const DEMO_WORKSHOPS: readonly DemoWorkshop[] = [
  {
    ...{ site: '06632A', space: 'etape-numerique', mediator: 'Sophie', weekdays: [2], from: 10, to: 12 },
    ...{ title: 'Déjouer les arnaques en ligne', level: 'beginner', seats: 6, signedUp: 4 },
    description: 'Reconnaître un faux message, choisir un bon mot de passe.',
    ...{ bring: 'Votre téléphone, si vous en avez un', inOneGo: true },
  },
  {
    ...{ site: '06632A', space: 'etape-numerique', mediator: 'Sophie', weekdays: [4], from: 10, to: 12 },
    title: 'L’intelligence artificielle, à quoi ça sert ?',
    ...{ level: 'intermediate', seats: 6, signedUp: 9 },
    ...{ description: 'Essayer, comprendre, garder son bon sens.', inOneGo: true },
  },
  {
    ...{ site: '07845A', space: 'salle-numerique', mediator: 'Karim', weekdays: [1, 3], from: 10, to: 12 },
    ...{ title: 'Premiers pas avec l’ordinateur', level: 'beginner', seats: 8, signedUp: 6 },
    newcomersFirst: true,
  },
  {
    ...{ site: '07845A', space: 'salle-numerique', mediator: 'Karim', weekdays: [2, 4], from: 10, to: 12 },
    ...{ title: 'Ses démarches en ligne', level: 'intermediate', seats: 8, signedUp: 3 },
  },
  {
    ...{ site: '07845A', space: 'salle-numerique', mediator: 'Karim', weekdays: [5], from: 10, to: 12 },
    ...{ title: 'Photos, sauvegarde et partage', level: 'advanced', seats: 8, signedUp: 0 },
  },
  {
    ...{ site: '06682A', space: 'salle-ateliers', mediator: 'Yann', weekdays: [3], from: 14, to: 16 },
    ...{ title: 'Mon espace santé, mes remboursements', level: 'beginner', seats: 8, signedUp: 2 },
  },
  ...ALLIER_WEEK,
  ...RENNES_PERMANENCES,
]
