export const slip = {
  booked: 'C’est réservé.',
  moved: 'C’est déplacé.',
  movedLead: 'Si elle est dans votre agenda, changez-la aussi là-bas.',
  begun: 'Votre réservation',
  begunLead: 'Elle a commencé, ou elle est passée.',
  what: { desk: 'Une place', room: 'La salle entière' },
  who: (
    holder: string,
    { places, guest }: { readonly places: number; readonly guest?: string | undefined },
  ) => {
    if (!guest) return holder
    return places > 1 ? `${holder} et ${guest}` : `${guest}, par ${holder}`
  },
  party: ({ places, guest }: { readonly places: number; readonly guest?: string | undefined }): string => {
    if (places > 1) return guest ? `avec ${guest}` : `${places}\u00A0places`
    return guest ? `pour ${guest}` : ''
  },
  bring: 'À apporter',
  places: (places: number) => `${places} places`,
  workshop: 'Atelier',
  day: 'Jour',
  hours: 'Heures',
  holder: 'Pour',
  space: 'Espace',
  howIn: 'Pour entrer',
  price: 'Prix',
  reference: 'Référence',
  phone: 'Téléphone du lieu',
  calendar: 'Ajouter à mon agenda',
  print: 'Imprimer',
  cancel: 'Annuler cette réservation',
  leave: 'Me désinscrire',
  move: 'Changer l’heure ou le jour',
  repeat: 'Répéter chaque semaine',
  series: 'Voir toute la série',
  seeWorkshop: 'Revoir l’atelier',
  next: 'Vous n’avez rien à imprimer : votre nom ou la référence suffit.',
  hindered: 'Un empêchement ? Déplacez ou annulez jusqu’au début : la place servira à quelqu’un d’autre.',
  hinderedSeat: 'Un empêchement ? Désinscrivez-vous jusqu’au début : la place ira à quelqu’un d’autre.',
  hinderedBefore: (moment: string) =>
    `Un empêchement ? Annulez avant le ${moment} : après, cela compte comme une absence.`,
  nextTitle: 'Et maintenant',
  postmark: 'Restante',
  stamps: { cancelled: 'Annulée', 'no-show': 'Rendue', requested: 'Demande', offered: 'À accepter' },
} as const

export const mine = {
  page: 'Mes réservations',
  title: 'Mes réservations',
  sessions: 'Voir mes connexions',
  upcoming: 'À venir',
  past: 'Passées ou annulées',
  noneUpcoming: 'Rien de prévu.',
  search: 'Chercher une place',
  rhythms: {
    week: (weekday: string) => `Chaque ${weekday}`,
    fortnight: (weekday: string) => `Un ${weekday} sur deux`,
    dates: (_: string, count: number) => `${count} dates`,
  },
  nextDate: (day: string) => `La prochaine : ${day}`,
  allDates: (count: number) => `Les ${count} dates`,
  cancelled: 'annulée',
  past1: 'passée ou commencée',
  requested: (until: string) => `demande envoyée, réponse avant le ${until}`,
  offered: (until: string) => `à accepter avant le ${until}`,
  attended: 'arrivée notée',
  noShow: 'place rendue',
  excused: 'absence excusée',
  proposals: 'Mes idées pour des lieux',
  associations: 'Mes associations',
  forAssociation: (name: string) => `Pour ${name}`,
  myData: 'Voir, emporter ou effacer mes données',
  signOut: 'Me déconnecter',
  signedInAs: 'Votre adresse : ',
} as const

export const cancelling = {
  page: 'Annuler',
  title: 'Annuler cette réservation ?',
  lead: 'La place sera rendue tout de suite, et quelqu’un d’autre pourra la prendre.',
  before: (moment: string) => `Après le ${moment}, cela compte comme une absence.`,
  yes: 'Oui, annuler',
  no: 'Non, je garde ma place',
  done: 'C’est annulé.',
  doneLead: 'La place est rendue : elle servira à quelqu’un d’autre. Merci de l’avoir dit.',
  working: 'Nous annulons…',
} as const
