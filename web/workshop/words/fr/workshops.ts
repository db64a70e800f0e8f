const asked = (count: number): string => (count > 1 ? `${count} demandes en attente` : '1 demande en attente')

/** Days of `appointments` are no workshops. */
type Counted = { readonly workshops: number; readonly appointments: number; readonly isAll: boolean }

export const workshops = {
  page: 'Ateliers numériques',
  title: 'Apprendre le numérique',
  lead: 'Un atelier en petit groupe, ou un rendez-vous seul à seul, avec une personne qui vous aide : l’ordinateur, le téléphone, vos démarches. C’est gratuit.',
  submit: 'Voir les ateliers',
  departementHint: 'Ou le numéro de votre département, comme 35.',
  searching: 'Recherche des ateliers',
  count: ({ workshops, appointments, isAll }: Counted) => {
    if (workshops === 0) return isAll ? 'Des rendez-vous' : 'Les prochains rendez-vous'
    if (!isAll) return `Les prochains ateliers${appointments > 0 ? ' et rendez-vous' : ''}`
    const counted = workshops > 1 ? `${workshops} ateliers` : '1 atelier'
    return appointments > 0 ? `${counted}, et des rendez-vous` : counted
  },
  forWords: (words: string) => ` près de « ${words} »`,
  inDepartement: (departement: string) => ` dans le département ${departement}`,
  around: ' autour de vous',
  here: ' dans ce lieu',
  none: 'Aucun atelier prévu',
  noneHint:
    'Essayez une autre commune, ou votre département. Vous pouvez aussi appeler le 3631, ou demander à l’agent, au guichet.',
  unknownSite: (words: string) => `Nous ne trouvons pas « ${words} »`,
  more: 'Montrer plus d’ateliers',
  newSearch: 'Chercher ailleurs',
  listTitle: 'Les ateliers, du plus proche dans le temps au plus lointain',
  levels: { beginner: 'Pour débuter', intermediate: 'Pour continuer', advanced: 'Pour aller plus loin' },
  seatsLeft: (seats: number) => (seats > 1 ? `Il reste ${seats}\u00A0places` : 'Il reste 1\u00A0place'),
  appointmentsLeft: (count: number) => `Il reste ${count}\u00A0rendez-vous`,
  appointmentsOf: (length: string) => `Rendez-vous de ${length}, seul à seul`,
  full: (waiting: number) =>
    waiting > 0 ? `Complet : ${asked(waiting)}` : 'Complet : personne n’attend encore',
} as const

export const workshop = {
  page: 'Atelier numérique',
  space: 'Espace',
  howIn: 'Pour entrer',
  mediator: 'Avec',
  theme: 'Thème',
  bring: 'À apporter',
  languages: 'On y parle aussi',
  phone: 'Téléphone',
  ofSeats: (seats: number) => ` sur ${seats}.`,
  signUp: 'M’inscrire',
  waitInstead: 'M’inscrire sur la liste d’attente',
  waitLead:
    'Dès qu’une place se libère, nous la gardons pour la première personne de la liste, et nous lui écrivons.',
  orCall: (phone: string) =>
    `Vous pouvez aussi vous inscrire en appelant le ${phone}, ou au guichet : c’est pareil.`,
  seeSlip: 'Voir mon inscription',
  leave: 'Me désinscrire',
  waiting: (rank: number) => `Votre rang sur la liste d’attente : ${rank}.`,
  waitingLead:
    'Nous vous écrirons dès qu’une place se libère pour vous. Elle vous sera gardée quelques heures : le temps de répondre.',
  stopWaiting: 'Ne plus attendre',
  stopping: 'Un instant…',
  offeredUntil: (moment: string) => `Jusqu’au ${moment}. Ensuite, elle ira à la personne suivante.`,
  answer: 'Répondre',
  cancelled: 'Cet atelier est annulé.',
  begun: 'Cet atelier a commencé, ou il est passé.',
  others: 'Voir les ateliers et les rendez-vous de ce lieu',
  absent: 'Nous ne trouvons pas cet atelier ou ce rendez-vous.',
} as const

/** A permanence: one person at a time, each at an hour of their own. */
export const permanence = {
  choose: 'Choisissez une heure',
  lead: (length: string, name: string) => `Vous aurez ${length} avec ${name}.`,
  dropIn: (hours: string) => `Sans rendez-vous, vous pouvez aussi venir ${hours} : chacun son tour.`,
  orCall: (phone: string) => `Vous pouvez aussi appeler le ${phone}, ou demander au guichet : c’est pareil.`,
  anyHour: 'Ce sera peut-être à une autre heure, le même jour.',
  seated: (hours: string) => `Votre rendez-vous est ${hours}.`,
  leave: 'Annuler mon rendez-vous',
  offered: (hours: string) => `Un rendez-vous est gardé pour vous, ${hours}.`,
  cancelled: 'Ces rendez-vous sont annulés.',
  begun: 'Il n’y a plus de rendez-vous à prendre ce jour-là.',
  take: 'Prendre ce rendez-vous',
  justTaken: 'Cette heure vient d’être prise',
  justTakenLead: 'Choisissez-en une autre, ou attendez qu’une se libère.',
  otherHour: 'Choisir une autre heure',
} as const

export const signUp = {
  page: 'S’inscrire à un atelier',
  title: 'À quel nom ?',
  titleCode: 'Le code reçu par e-mail',
  working: 'Nous vous inscrivons…',
  changeAddress: 'Changer d’adresse',
  justFull: 'L’atelier vient de se remplir',
  justFullLead: (rank: number) =>
    `La dernière place vient d’être prise. Sur la liste d’attente, votre rang sera le ${rank}.`,
  back: 'Revoir l’atelier',
} as const
