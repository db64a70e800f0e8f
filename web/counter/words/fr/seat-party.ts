/** Who comes to a workshop besides, and to which dates. */
export const seatParty = {
  cycle: 'Toutes les dates',
  wholeCycle: 'À toutes les dates, si l’atelier en a plusieurs',
  title: 'À deux, ou de la part de quelqu’un',
  people: 'Combien viennent',
  peopleOptions: [
    ['1', 'Une personne'],
    ['2', 'Deux personnes, ensemble'],
  ],
  guest: 'Prénom de la deuxième personne (facultatif)',
  sentBy: 'Qui l’oriente (facultatif)',
  sentByHint: 'Par exemple : France Travail, CCAS, mairie.',
} as const
