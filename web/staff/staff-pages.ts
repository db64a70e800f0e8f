import type { StaffRole } from '../../shared/domain/rights.ts'
import type { PageName } from '../pages.ts'

/** The staff pages and the roles that open them; signing in by a code opens none. */
export const STAFF_PAGES = {
  equipe: ['agent', 'phone', 'mediator', 'manager', 'owner', 'coordinator', 'network'],
  'aujourd-hui': ['agent', 'mediator', 'manager', 'owner', 'coordinator', 'network'],
  planning: ['agent', 'mediator', 'manager', 'owner', 'coordinator', 'network'],
  planifier: ['mediator', 'manager'],
  'ma-semaine': ['mediator', 'manager'],
  absence: ['mediator', 'manager'],
  presences: ['agent', 'mediator', 'manager'],
  feuille: ['agent', 'mediator', 'manager', 'coordinator', 'network'],
  'codes-de-porte': ['agent', 'manager'],
  cles: ['agent', 'mediator', 'manager', 'owner'],
  demandes: ['agent', 'phone', 'mediator', 'manager', 'coordinator', 'network'],
  traiter: ['agent', 'phone', 'mediator', 'manager', 'coordinator', 'network'],
  guichet: ['agent', 'phone', 'mediator', 'manager'],
  retrouver: ['agent', 'phone', 'mediator', 'manager'],
  telephone: ['phone'],
  copier: ['agent', 'mediator', 'manager'],
  fermer: ['agent', 'manager', 'owner', 'coordinator', 'network'],
  fermeture: ['agent', 'manager', 'owner', 'coordinator', 'network'],
  'modifier-atelier': ['mediator', 'manager'],
  idees: ['manager', 'coordinator', 'network'],
  locaux: ['agent', 'mediator', 'manager', 'owner', 'coordinator', 'network'],
  espaces: ['manager'],
  espace: ['manager'],
  regles: ['manager'],
  clavier: ['manager'],
  'agenda-exterieur': ['manager'],
  preter: ['manager'],
  'ne-plus-preter': ['manager'],
  adherents: ['manager'],
  chiffres: ['manager', 'coordinator', 'network'],
  droits: ['manager', 'network'],
  outils: ['manager', 'network'],
  outil: ['manager', 'network'],
  journal: ['manager', 'network'],
} as const satisfies Partial<Record<PageName, readonly StaffRole[]>>

export type StaffPageName = keyof typeof STAFF_PAGES

/** Pages that staff prints or shows to others, in the styles of staff. */
const SHOWN: readonly PageName[] = ['borne', 'bordereau']

/** Whether a page has the styles of staff. */
export const hasStaffStyles = (name: PageName): boolean => name in STAFF_PAGES || SHOWN.includes(name)
