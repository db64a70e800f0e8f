/** What a person can do when a chosen time cannot be had. */
export const timeRemedies = {
  choose: 'Choisir d’autres heures',
  'sign-in': 'Donner mon nom et mon adresse',
  accept: 'Lire le règlement',
} as const
