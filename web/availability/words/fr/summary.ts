export const summary = {
  title: 'Votre choix',
  day: 'Jour',
  hours: 'Heures',
  what: 'Quoi',
  where: 'Lieu',
  price: 'Prix',
  howIn: 'Pour entrer',
  becomes: 'devient',
  back: 'Revenir à ma réservation',
  approval: (time: string, moment: string) =>
    `Le lieu répond sous ${time} d’ouverture de son guichet : avant le ${moment}. En attendant, la place vous est gardée.`,
  approvalWithoutHours: (time: string, moment: string) =>
    `Le lieu répond sous ${time}, comptés du lundi au vendredi de 9 h à 17 h : avant le ${moment}. En attendant, la place vous est gardée.`,
  onRequest: (time: string) => `Sur demande : réponse sous ${time} d’ouverture.`,
  approvedAnew: 'Si vous la déplacez, le lieu doit l’accepter à nouveau.',
  change: 'Changer',
  changeWhat: ' d’heure ou de jour',
  what1: { desk: 'une place', room: 'la salle entière' },
} as const
