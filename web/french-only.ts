import type { PageName } from './pages.ts'

/** Pages of staff, what staff prints or shows to others, and those of the edge, which say it in both languages. */
export const FRENCH_ONLY = [
  'equipe',
  'planning',
  'planifier',
  'ma-semaine',
  'presences',
  'feuille',
  'codes-de-porte',
  'cles',
  'demandes',
  'traiter',
  'guichet',
  'telephone',
  'retrouver',
  'copier',
  'fermer',
  'fermeture',
  'idees',
  'locaux',
  'espaces',
  'espace',
  'regles',
  'clavier',
  'preter',
  'ne-plus-preter',
  'modifier-atelier',
  'adherents',
  'droits',
  'journal',
  'bordereau',
  'borne',
  '404',
  'indisponible',
] as const satisfies readonly PageName[]

export const isFrenchOnly = (name: string): boolean => (FRENCH_ONLY as readonly string[]).includes(name)
