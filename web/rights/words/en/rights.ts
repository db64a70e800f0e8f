import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/rights.ts'

export const roles = {
  agent: 'Counter staff',
  phone: 'Telephone staff',
  mediator: 'Digital skills adviser',
  manager: 'Manager',
  owner: 'Town hall, owner of the premises',
  coordinator: 'Département coordination',
  network: 'Network',
  member: 'Member',
  lead: 'Representative',
} satisfies Translation<typeof fr.roles>

export const roleHints = {
  agent: 'books for people, welcomes them, closes the post office',
  phone: 'books for people who call, for every post office of the area',
  mediator: 'plans workshops, books for people, notes who came',
  manager: 'lends out the spaces, invites the team, and does all that counter staff do',
  owner: 'sees what is in use, without names, and closes the post office',
  coordinator: 'answers requests and ideas, calls people, closes a post office, in the whole département',
  network: 'invites managers, and others for the network',
} satisfies Translation<typeof fr.roleHints>

export const scopeWords = (scope: string, place: string | undefined): string => {
  if (scope === 'network') return 'The whole network'
  const [kind, name = ''] = scope.split(':')
  return kind === 'departement' ? `All of département ${name}` : (place ?? name)
}

export const rights = {
  page: 'The team',
  title: 'The team',
  lead: 'Who can do what at this post office. A right that you take away ends at once.',
  who: 'Who has a right',
  none: 'Nobody has been given a right for this post office yet.',
  me: '(you)',
  nameless: 'No name',
  withdraw: 'Take this right away',
  withdrawOf: (role: string, name: string) => `: ${role}, ${name}`,
  sure: (name: string) => `Take this right away from ${name}?`,
  yes: 'Yes, take it away',
  no: 'No, keep it',
  invitations: 'Invitations sent',
  until: (date: string) => `to accept before ${date}`,
  withdrawInvitation: 'Withdraw the invitation',
  withdrawInvitationOf: (email: string) => ` to ${email}`,
  invite: 'Invite somebody',
  email: 'Their work email address',
  emailHint: 'We will send them a link, to be opened within seven days.',
  emailWrong: 'Enter a full address, like sam@example.com.',
  role: 'What they will do',
  submit: 'Send the invitation',
  sent: (email: string) => `The invitation is on its way to ${email}.`,
  done: 'Done.',
  working: 'One moment…',
} satisfies Translation<typeof fr.rights>

export const invitation = {
  page: 'An invitation',
  title: 'An invitation for you',
  lead: 'Accept to use Restante where the message says.',
  accept: 'Accept the invitation',
  working: 'One moment…',
  signIn:
    'Sign in to accept: with your work account if you work at a post office, with the address that got the message for an association.',
  goSignIn: 'Sign in',
  absent: 'Part of the link is missing',
  absentLead: 'Open the whole link from the message, or copy it to the very end.',
  doneTitle: 'It’s accepted',
  done: (role: string, where: string) => `${role}: ${where}.`,
  go: 'Continue',
} satisfies Translation<typeof fr.invitation>
