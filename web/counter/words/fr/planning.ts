import { shortDayWords } from '../../../kit/words/fr/time-words.ts'

export const planning = {
  page: 'La semaine',
  title: (from: string, to: string) => `Du ${from} au ${to}`,
  caption: 'Qui vient et ce qui est libre, jour par jour et espace par espace',
  day: 'Jour',
  today: 'aujourd’hui',
  scroll: 'Le tableau de la semaine',
  days: 'Les jours',
  /** `dim. 29` */
  dayLink: (date: string) => shortDayWords(date).replace(/ [^ ]+$/, ''),
  previous: 'Sept jours avant',
  next: 'Sept jours après',
  back: 'Revenir à aujourd’hui',
  print: 'Imprimer, sans les noms',
  noSpace: 'Aucun espace n’est encore prêté ici.',
  taken: 'pris',
  free: (hours: string) => `libre ${hours}`,
  nobody: 'personne',
  notLent: 'pas prêté',
  room: 'toute la salle',
  seats: (taken: number, seats: number) => `${taken} sur ${seats} places prises`,
  appointments: (taken: number, seats: number) => `${taken} sur ${seats} rendez-vous pris`,
  people: 'Personnes inscrites',
  party: ({ places, guest }: { readonly places: number; readonly guest?: string | undefined }) => {
    if (places > 1) return guest ? `avec ${guest}, ${places}\u00A0places` : `${places}\u00A0places`
    return guest && `pour ${guest}`
  },
  sentBy: (who: string) => `orientation : ${who}`,
  workshops: 'Les ateliers et les permanences de la semaine',
  statuses: {
    requested: 'attend une réponse',
    offered: 'proposée, pas encore acceptée',
    confirmed: undefined,
    attended: 'est là',
    'no-show': 'absence notée',
    cancelled: 'annulée',
  },
  requests: (count: number) =>
    count > 1 ? `${count} demandes attendent votre réponse` : '1 demande attend votre réponse',
  calls: (count: number) => `${count} ${count > 1 ? 'personnes' : 'personne'} à appeler`,
  close: 'Fermer le lieu ou un espace',
  copy: 'Copier cette semaine',
  sheet: 'La feuille du jour',
  calendars: 'Voir dans mon agenda',
  kiosk: 'L’écran de la porte',
  closed: 'fermé',
  edit: 'Changer',
  attendance: 'Présences',
  of: (title: string) => ` l’atelier ${title}`,
  ofPermanence: (title: string) => ` la permanence ${title}`,
} as const
