/** The addresses of the site, each with its file in `pages/`; the server shows `/lieux` for `lieux.html`. */
export const PAGES = [
  'index',
  'lieux',
  'lieu',
  'reserver',
  'coordonnees',
  'code',
  'repeter',
  'reservation',
  'serie',
  'attendre',
  'attente',
  'ateliers',
  'atelier',
  'inscription',
  'mes-reservations',
  'deplacer',
  'annuler',
  'connexion',
  '404',
  'indisponible',
  'accessibilite',
  'mentions-legales',
  'confidentialite',
] as const

export type PageName = (typeof PAGES)[number]
