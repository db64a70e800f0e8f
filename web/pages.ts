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
  'equipe',
  'droits',
  'invitation',
<<<<<<< HEAD
  'mes-associations',
  'association',
  'accepter',
=======
  'espaces',
  'espace',
  'preter',
  'ne-plus-preter',
  'proposer',
>>>>>>> 12ccf16 (Lend a space on a phone: choose a model, answer few questions, see the week, say what becomes of bookings)
  '404',
  'indisponible',
  'accessibilite',
  'mentions-legales',
  'confidentialite',
] as const

export type PageName = (typeof PAGES)[number]
