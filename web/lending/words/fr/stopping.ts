/** To lend a space no longer. */
export const stopping = {
  page: 'Ne plus prêter un espace',
  done: 'C’est noté',
  gone: 'Cet espace n’existe pas, ou plus.',
  all: 'Tous les espaces de ce lieu',
  title: (name: string) => `Ne plus prêter « ${name} »`,
  lead: 'Ce qui est réservé avant reste. Pour la suite, c’est vous qui dites.',
  from: 'Premier jour où il n’est plus prêté',
  wrong: 'Choisissez aujourd’hui ou un jour à venir.',
  submit: 'Ne plus le prêter',
  never: 'Continuer à le prêter',
} as const
