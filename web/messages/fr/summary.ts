export const summary = {
  title: 'Votre choix',
  day: 'Jour',
  hours: 'Heures',
  what: 'Quoi',
  where: 'Lieu',
  becomes: 'devient',
  back: 'Revenir à ma réservation',
  approval: (time: string) =>
    `Le lieu répond à chaque demande, en ${time} au plus. En attendant, la place vous est gardée.`,
  change: 'Changer d’heure ou de jour',
  what1: { desk: 'une place', room: 'la salle entière' },
} as const
