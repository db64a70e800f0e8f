const NBSP = '\u00A0'

/** `14 h`, `4 h 30`. */
const hours = (minutes: number): string => {
  const rest = minutes % 60
  return [Math.floor(minutes / 60), 'h', ...(rest ? [String(rest).padStart(2, '0')] : [])].join(NBSP)
}

const list = new Intl.ListFormat('fr-FR', { type: 'conjunction' })

const waits = (count: number): string => {
  if (count === 0) return ''
  return count > 1 ? `, ${count} demandes en attente` : ', 1 demande en attente'
}

export const myWeek = {
  page: 'Ma semaine',
  title: (...days: [from: string, to: string]) => {
    const [from, to] = days.map((day) => day.replace(' ', NBSP))
    return `Ma semaine, du ${from} au ${to}`
  },
  signedOut:
    'Cette page est pour ceux qui animent des ateliers ou des permanences. Connectez-vous pour la voir.',
  noRight:
    'Cette page est pour ceux qui animent des ateliers ou des permanences. Demandez une invitation au responsable du lieu.',
  weeks: 'Les semaines',
  previous: 'La semaine d’avant',
  calendars: 'La voir dans mon agenda',
  back: 'Cette semaine',
  next: 'La semaine d’après',
  planned: (minutes: number) =>
    minutes === 0
      ? 'Rien de prévu'
      : minutes < 120
        ? `${hours(minutes)} prévue`
        : `${hours(minutes)} prévues`,
  of: (weekly: number) => ` sur ${hours(weekly * 60)}`,
  onTheWay: (minutes: number) => `, et ${hours(minutes)} de route`,
  today: 'Aujourd’hui',
  nothing: 'Rien',
  seats: ({ seats, taken, waiting }: { seats: number; taken: number; waiting: number }) => {
    if (taken >= seats) return `Complet${NBSP}: ${taken} sur ${seats}${waits(waiting)}`
    if (taken === 0) return `Personne encore, ${seats}${NBSP}${seats > 1 ? 'places' : 'place'}`
    return `${taken} ${taken > 1 ? 'inscrits' : 'inscrit'} sur ${seats}`
  },
  appointments: ({ seats, hours, waiting }: { seats: number; hours: readonly string[]; waiting: number }) => {
    if (hours.length === 0) return `Personne encore, ${seats}${NBSP}rendez-vous`
    const count =
      hours.length >= seats ? `Complet${NBSP}:` : `${hours.length} rendez-vous sur ${seats}${NBSP}:`
    return `${count} ${list.format(hours)}${waits(waiting)}`
  },
  beside: (names: string) => `avec ${names}`,
  cancelled: 'Annulé après le début',
  who: 'Qui vient, qui est là',
  whoTo: (title: string) => `${NBSP}: ${title}`,
  absent: 'Dire une absence',
  absentOn: (day: string) => `, ${day}`,
  print: 'Imprimer ma semaine',
  contract: 'Les heures de mon contrat',
  weekly: 'Heures par semaine',
  weeklyHint: 'Vous seul les voyez. Laissez vide pour ne plus les montrer.',
  weeklyWrong: 'Écrivez un nombre entre 1 et 60, par demi-heures. Par exemple 17,5.',
  save: 'Enregistrer',
  saving: 'Nous enregistrons…',
} as const
