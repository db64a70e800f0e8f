/** What is printed on paper, and the page that prints it. */
export const printed = {
  page: 'Bordereau',
  title: 'Bordereau',
  print: 'Imprimer',
  again: 'Une autre réservation',
  escape: 'Échap',
} as const
