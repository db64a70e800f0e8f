import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/associations.ts'

export const associations = {
  page: 'My associations',
  title: 'My associations',
  lead: 'Book in the name of an association: its members see what is booked for it.',
  signInLead: 'Sign in to see your associations.',
  none: 'You are not in any association yet.',
  add: 'Register an association',
  addLead: 'You will represent it, and can invite the others.',
  name: 'Its name',
  nameMissing: 'Enter the name of the association.',
  number: 'Its RNA or SIRET number',
  numberHint:
    'RNA: W and nine digits, on the receipt from the préfecture; in Corsica and overseas, one of them is a letter. SIRET: fourteen digits.',
  numberWrong:
    'Check the number: W and nine digits (or a letter, as in W2A or W9R), or the fourteen digits of the SIRET.',
  submit: 'Register the association',
  working: 'One moment…',
  myName: 'We still need your name: the other members will see it.',
  save: 'Save my name',
  mine: 'My bookings',
} satisfies Translation<typeof fr.associations>

export const roleWords = { lead: 'Represents it', member: 'Member' } satisfies Translation<
  typeof fr.roleWords
>

export const association = {
  page: 'An association',
  signInLead: 'Sign in to see this association.',
  number: (rna: string | undefined, siret: string | undefined) =>
    rna ? `RNA ${rna}` : `SIRET ${siret ?? ''}`,
  members: 'Who belongs to it',
  me: '(you)',
  nameless: 'No name',
  makeLead: 'Let them represent the association',
  makeMember: 'No longer let them represent the association',
  withdraw: 'Remove from the association',
  of: (name: string) => `: ${name}`,
  sure: (name: string) => `Remove ${name} from the association? What is booked stays booked.`,
  yes: 'Yes, remove them',
  no: 'No',
  leave: 'Leave this association',
  leaveSure: 'Leave this association? What you have booked for it stays booked.',
  leaveYes: 'Yes, leave it',
  invitations: 'Invitations sent',
  withdrawInvitation: 'Withdraw the invitation',
  invite: 'Invite somebody',
  email: 'Their email address',
  emailHint: 'We will send them a link, to be opened within seven days. Only this address can accept it.',
  sent: (email: string) => `The invitation is on its way to ${email}.`,
  done: 'Done.',
  book: 'Find a place',
  tools: 'Link a tool of the association (in French)',
  journal: 'Who joined, left or changed role (in French)',
  back: 'My associations',
} satisfies Translation<typeof fr.association>

export const bookingFor = {
  legend: 'Who is it for?',
  me: 'Myself',
} satisfies Translation<typeof fr.bookingFor>
