export const choose = {
  page: 'Choisir une heure',
  title: 'Quand voulez-vous venir ?',
  useTitle: 'Que réservez-vous ?',
  uses: { desk: 'Une place', room: 'La salle entière' },
  nothingThatWeek: 'Rien de libre ces sept jours-ci.',
  noneOn: (days: string) => `Rien de libre : ${days}.`,
  nextWeek: 'Semaine suivante',
  previousWeek: 'Semaine précédente',
  horizon: (day: string) => `On réserve jusqu’au ${day}.`,
  missing: 'Choisissez une heure dans la liste.',
  submit: 'Continuer',
  other: 'Choisir d’autres heures',
  day: 'Jour',
  start: 'De',
  end: 'À',
  places: 'Nombre de places',
  submitOther: 'Continuer avec ces heures',
  week: (from: string, to: string) => `Du ${from} au ${to}`,
  incomplete: 'Il manque une partie de l’adresse de cette page. Cherchez votre lieu à nouveau.',
} as const

export const summary = {
  title: 'Votre choix',
  day: 'Jour',
  hours: 'Heures',
  what: 'Quoi',
  where: 'Lieu',
  approval: (time: string) =>
    `Le lieu répond à chaque demande, en ${time} au plus. En attendant, la place vous est gardée.`,
  change: 'Changer',
  changeWhat: ' d’heure ou de jour',
  what1: { desk: 'une place', room: 'la salle entière' },
} as const
