import type { FeedView } from '../../../../shared/contracts/feed-views.ts'
import type { Refusals } from '../../../kit/words/fr/refusals.ts'

export const feeds = {
  page: 'Mes agendas',
  title: 'Mes agendas',
  signInLead: 'Pour voir vos réservations dans votre agenda, connectez-vous.',
  lead: 'Vos réservations s’affichent dans l’agenda de votre téléphone ou de votre ordinateur, et s’y mettent à jour.',
  what: 'Que voulez-vous y voir ?',
  own: 'Mes réservations',
  led: 'Les ateliers que j’anime',
  association: (name: string) => `Les réservations de ${name}`,
  site: (name: string) => `Tout le lieu : ${name}`,
  space: (name: string) => name,
  occupied: 'On y voit les heures prises, jamais les noms.',
  name: 'Son nom dans votre agenda',
  nameMissing: 'Donnez-lui un nom.',
  add: 'Ajouter à mon agenda',
  working: 'Nous le préparons…',
  ready: 'C’est prêt. Choisissez votre agenda.',
  secret: 'Gardez cette adresse pour vous : qui l’a voit cet agenda. Elle ne s’affichera plus.',
  device: 'Téléphone ou ordinateur Apple, ou Outlook installé sur l’ordinateur',
  deviceSteps: 'Appuyez sur le bouton, puis sur « S’abonner ».',
  open: 'Ouvrir mon agenda',
  google: 'Google, téléphone Android',
  googleSteps:
    'Sur un ordinateur, appuyez sur le bouton, puis sur « Ajouter ». Sur le téléphone, il arrive en quelques heures.',
  openGoogle: 'Ouvrir Google Agenda',
  outlook: 'Outlook sur internet',
  outlookSteps: 'Appuyez sur le bouton, puis sur « Importer ».',
  openOutlook: 'Ouvrir Outlook',
  other: 'Un autre agenda',
  otherSteps: 'Copiez cette adresse, puis collez-la dans votre agenda : « Ajouter à partir d’une adresse ».',
  address: 'Adresse',
  another: 'Relier un agenda de plus',
  yours: 'Vos agendas reliés',
  none: 'Aucun agenda n’est relié.',
  of: ({ subject, about }: FeedView): string => {
    if (subject.kind === 'own') return 'Mes réservations'
    if (subject.kind === 'led') return 'Les ateliers que j’anime'
    return about ?? ''
  },
  used: (day: string) => `Lu le ${day}`,
  unused: 'Pas encore lu',
  added: (day: string) => `ajouté le ${day}`,
  remove: 'Retirer',
  removeThat: (name: string, day: string) => `${name}, ajouté le ${day}`,
  removed: 'C’est retiré.',
  removedLead: 'Il ne se mettra plus à jour. Supprimez-le aussi dans votre agenda.',
  back: 'Mes réservations',
} as const

export const feedRefusals = {
  'too-many-feeds': {
    title: 'Vous avez déjà relié vingt agendas',
    says: () => 'Retirez-en un qui ne vous sert plus.',
    remedy: 'correct',
  },
} as const satisfies Refusals
