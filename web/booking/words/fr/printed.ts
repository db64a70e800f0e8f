export const printed = {
  page: 'Bordereau',
  title: 'Bordereau',
  print: 'Imprimer',
  again: 'Une autre réservation',
  escape: 'Échap',
} as const
