import type { StaffRole } from '../../shared/domain/rights.ts'
import type { PageName } from '../pages.ts'

/** The staff pages and the roles that open them; signing in by a code opens none. */
export const STAFF_PAGES = {
  equipe: ['agent', 'phone', 'mediator', 'manager', 'network'],
  planning: ['agent', 'mediator', 'manager'],
  feuille: ['agent', 'mediator', 'manager'],
  'codes-de-porte': ['agent', 'manager'],
  demandes: ['agent', 'phone', 'mediator', 'manager', 'network'],
  traiter: ['agent', 'phone', 'mediator', 'manager'],
  guichet: ['agent', 'phone', 'mediator', 'manager'],
  retrouver: ['agent', 'phone', 'mediator', 'manager'],
  telephone: ['phone'],
  copier: ['agent', 'mediator', 'manager'],
  fermer: ['agent', 'manager', 'network'],
  fermeture: ['agent', 'manager', 'network'],
  'modifier-atelier': ['mediator', 'manager'],
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
