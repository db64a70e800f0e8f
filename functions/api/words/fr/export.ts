import type { ExportView } from '../../../../shared/contracts/privacy-views.ts'
import type { Effect } from '../../../../shared/domain/audit-entry.ts'

export const HEADER = [
  'Rubrique',
  'Date',
  'De',
  'À',
  'Lieu',
  'Espace',
  'Places',
  'État',
  'Référence',
  'Précisions',
]

export const STATES = {
  booked: 'réservée',
  moved: 'déplacée',
  requested: 'demandée',
  offered: 'proposée',
  confirmed: 'confirmée',
  attended: 'venu',
  'no-show': 'absent',
  cancelled: 'annulée',
  waited: 'mise en attente',
  left: 'attente retirée',
  admitted: 'adhésion donnée',
  withdrawn: 'adhésion retirée',
  closed: 'fermeture',
  reopened: 'réouverture',
  planned: 'atelier prévu',
  'codes-read': 'codes lus',
  'codes-typed': 'codes tapés',
  described: 'locaux décrits',
  'key-out': 'clé remise',
  'key-back': 'clé rendue',
  'called-off': 'atelier annulé',
  edited: 'atelier changé',
  invited: 'invitation envoyée',
  uninvited: 'invitation retirée',
  joined: 'invitation acceptée',
  appointed: 'rôle changé',
  called: 'appel noté',
  revoked: 'droit retiré',
  resigned: 'droit rendu',
  founded: 'association inscrite',
  renamed: 'association renommée',
  accepted: 'règlement accepté',
  disabled: 'compte fermé',
  enabled: 'compte rouvert',
  waiting: 'en attente',
  declined: 'laissée',
  lapsed: 'restée sans réponse',
  ended: 'terminée',
} as const satisfies Record<Effect | ExportView['waits'][number]['status'], string>

export const DOERS = {
  you: 'par vous',
  association: 'par l’association',
  staff: 'par le personnel du lieu',
  operator: 'par l’équipe technique du service',
  system: 'automatique',
} as const

export const ROWS = {
  booking: 'Réservation',
  series: 'Série',
  doneForYou: 'Fait pour vous',
  wait: 'Attente',
  membership: 'Adhésion',
  right: 'Droit',
  sessionOpened: 'Connexion ouverte le',
  proposal: 'Proposition',
  acceptedRules: 'Règlement accepté',
  id: 'Identifiant',
  email: 'Adresse e-mail',
  name: 'Nom',
  phone: 'Téléphone',
  language: 'Langue des messages',
  weeklyHours: 'Heures par semaine du contrat',
} as const

export const insuredWords = (until: string): string => `assuré jusqu’au ${until}`
