import { STAFF_ROLES, type StaffRole } from '../shared/domain/rights.ts'
import type { PageName } from './pages.ts'

/** The pages for those who work at a place, and in which roles: a code by mail would lead to none of them. */
export const STAFF_PAGES = {
  equipe: STAFF_ROLES,
  planning: ['agent', 'mediator', 'manager'],
  feuille: ['agent', 'mediator', 'manager'],
  'codes-de-porte': ['agent', 'manager'],
  demandes: ['agent', 'manager', 'network'],
  traiter: ['agent', 'mediator', 'manager'],
  guichet: ['agent', 'manager'],
  retrouver: ['agent', 'manager'],
  copier: ['agent', 'manager'],
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
