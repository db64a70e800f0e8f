import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/export.ts'

export const HEADER = [
  'Section',
  'Date',
  'From',
  'To',
  'Post office',
  'Space',
  'Places',
  'State',
  'Reference',
  'Details',
] satisfies Translation<typeof fr.HEADER>

export const STATES = {
  booked: 'booked',
  moved: 'moved',
  requested: 'requested',
  offered: 'offered',
  confirmed: 'confirmed',
  attended: 'came',
  'no-show': 'did not come',
  cancelled: 'cancelled',
  waited: 'put on the waiting list',
  left: 'left the waiting list',
  admitted: 'membership given',
  withdrawn: 'membership withdrawn',
  closed: 'closure',
  reopened: 'reopening',
  planned: 'workshop planned',
  'codes-read': 'codes read',
  'codes-typed': 'codes typed',
  described: 'premises described',
  'key-out': 'key handed out',
  'key-back': 'key back',
  'called-off': 'workshop cancelled',
  edited: 'workshop changed',
  invited: 'invitation sent',
  uninvited: 'invitation withdrawn',
  joined: 'invitation accepted',
  appointed: 'role changed',
  called: 'call noted',
  revoked: 'right taken away',
  resigned: 'right given up',
  founded: 'association registered',
  renamed: 'association renamed',
  accepted: 'house rules accepted',
  disabled: 'account closed',
  enabled: 'account reopened',
  waiting: 'waiting',
  declined: 'left to somebody else',
  lapsed: 'left without an answer',
  ended: 'over',
} satisfies Translation<typeof fr.STATES>

export const DOERS = {
  you: 'by you',
  association: 'by the association',
  staff: 'by the post office staff',
  operator: 'by the technical team of the service',
  system: 'automatic',
} satisfies Translation<typeof fr.DOERS>

export const ROWS = {
  booking: 'Booking',
  series: 'Series',
  doneForYou: 'Done for you',
  wait: 'Waiting list',
  membership: 'Membership',
  right: 'Right',
  sessionOpened: 'Signed in on',
  proposal: 'Idea',
  acceptedRules: 'House rules accepted',
  id: 'Identifier',
  email: 'Email address',
  name: 'Name',
  phone: 'Phone',
  language: 'Language of messages',
  weeklyHours: 'Hours a week of the contract',
} satisfies Translation<typeof fr.ROWS>

export const insuredWords = (until: string): string => `insured until ${until}`
