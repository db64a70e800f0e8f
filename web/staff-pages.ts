import type { PageName } from './pages.ts'

/** The pages for those who work at a place: a code by mail would lead to none of them. */
export const STAFF_PAGES = [
  'equipe',
  'planning',
  'traiter',
  'demandes',
  'fermer',
  'fermeture',
  'copier',
  'guichet',
  'retrouver',
  'feuille',
  'codes-de-porte',
  'espaces',
  'espace',
  'clavier',
  'preter',
  'ne-plus-preter',
  'droits',
  'journal',
] as const satisfies readonly PageName[]
