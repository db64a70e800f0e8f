/**
 * The themes of the activity report that digital mediators write in France (La Coop de la médiation numérique,
 * ANCT): those of learning first, then those of administrative steps.
 */
export const WORKSHOP_THEMES = [
  'skills-test',
  'first-steps',
  'maintenance',
  'files',
  'browsing',
  'email',
  'office-software',
  'social-networks',
  'health',
  'banking-and-shopping',
  'professionals',
  'employment',
  'security',
  'parenting',
  'schooling',
  'creation',
  'culture',
  'artificial-intelligence',
  'administrative-steps',
  'papers-and-citizenship',
  'family',
  'social-benefits',
  'work-and-training',
  'housing',
  'transport',
  'money-and-taxes',
  'justice',
  'foreigners-and-europe',
  'leisure',
  'associations',
] as const

export type WorkshopTheme = (typeof WORKSHOP_THEMES)[number]

/** Spoken beside French; `fsl` is French sign language (ISO 639-3). */
export const WORKSHOP_LANGUAGES = ['en', 'ar', 'es', 'pt', 'uk', 'tr', 'fsl'] as const

export type WorkshopLanguage = (typeof WORKSHOP_LANGUAGES)[number]
