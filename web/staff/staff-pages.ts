import type { StaffRole } from '../../shared/domain/rights.ts'
import type { PageName } from '../pages.ts'

/** The staff pages and the roles that open them; signing in by a code opens none. */
export const STAFF_PAGES = {
  equipe: ['agent', 'mediator', 'manager', 'network'],
  planning: ['agent', 'mediator', 'manager'],
  feuille: ['agent', 'mediator', 'manager'],
  'codes-de-porte': ['agent', 'manager'],
  demandes: ['agent', 'mediator', 'manager', 'network'],
  traiter: ['agent', 'mediator', 'manager'],
  guichet: ['agent', 'mediator', 'manager'],
  retrouver: ['agent', 'mediator', 'manager'],
  copier: ['agent', 'mediator', 'manager'],
  fermer: ['agent', 'manager', 'network'],
  fermeture: ['agent', 'manager', 'network'],
  idees: ['manager', 'network'],
  espaces: ['manager'],
  espace: ['manager'],
  regles: ['manager'],
  clavier: ['manager'],
  preter: ['manager'],
  'ne-plus-preter': ['manager'],
  droits: ['manager', 'network'],
  journal: ['manager', 'network'],
} as const satisfies Partial<Record<PageName, readonly StaffRole[]>>

export type StaffPageName = keyof typeof STAFF_PAGES
