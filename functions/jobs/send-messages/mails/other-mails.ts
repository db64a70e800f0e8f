import type { Proposal } from '../../../../shared/domain/proposal.ts'
import type { Membership } from '../../../../shared/domain/public.ts'
import type { Grant } from '../../../../shared/domain/rights.ts'
import type { Site } from '../../../../shared/domain/site.ts'
import type { Workshop } from '../../../../shared/domain/workshop.ts'
import type { Mail, Recipient } from '../mail.ts'
import { addressed, type MailWords } from '../words-in.ts'

type Code = { readonly digits: string; readonly minutes: number }

/** The link only fills in the code, behind `#`: mail scanners that follow it use nothing up. */
export const codeMail = (reader: Recipient, { digits, minutes }: Code, origin: string): Mail => {
  const { envelope, words, pages } = addressed(reader, origin)
  const { subject, says, type, sameDevice, action, unasked } = words.code
  return {
    ...envelope,
    subject: subject(digits),
    says: [{ words: says, code: digits }, type(minutes), sameDevice],
    action: { words: action, address: `${pages}/code-recu#${digits}` },
    notes: [unasked],
  }
}

type Ended = { readonly workshop: Workshop; readonly site: Site }

/** For people who waited for a seat of a cancelled workshop. */
export const waitEndedMail = (reader: Recipient, { workshop, site }: Ended, origin: string): Mail => {
  const { envelope, words, pages } = addressed(reader, origin)
  const { subjects, says, why, action } = words.waitEnded
  const kind = workshop.appointments ? 'appointments' : 'workshop'
  return {
    ...envelope,
    subject: subjects[kind](workshop.date, site.name),
    says: [says[kind](workshop.title), ...(workshop.note ? [why(workshop.note)] : [])],
    action: { words: action, address: `${pages}/ateliers?lieu=${site.id}` },
  }
}

type Answered = { readonly proposal: Proposal; readonly site: Site }

/** Told to the author of a proposal, once it is answered. */
export const proposalMail = (reader: Recipient, { proposal, site }: Answered, origin: string): Mail => {
  const { envelope, words, pages } = addressed(reader, origin)
  const { subjects, about, answer, action, ...said } = words.proposal
  const outcome = proposal.status === 'accepted' ? 'accepted' : 'declined'
  return {
    ...envelope,
    subject: subjects[outcome](site.name),
    says: [about(site.name), proposal.idea, said[outcome], ...(proposal.note ? [answer(proposal.note)] : [])],
    action: { words: action, address: `${pages}/lieu/${site.id}` },
  }
}

type Invited = Grant & {
  readonly place: string | undefined
  /** Holds the secret, so that no server sees it. */
  readonly fragment: string
}

const invitedIn = (
  { role, scope, place }: Invited,
  { roles, inDepartement, everywhere, at, somewhere }: MailWords['invitation'],
): string => {
  if (scope.kind === 'departement') return inDepartement(roles[role], scope.departement)
  if (scope.kind === 'network') return everywhere(roles[role])
  return at(roles[role], place ?? somewhere)
}

export const invitationMail = (reader: Recipient, invited: Invited, origin: string): Mail => {
  const { envelope, words, pages } = addressed(reader, origin)
  const subject = invitedIn(invited, words.invitation)
  return {
    ...envelope,
    subject,
    says: [`${subject}.`, words.invitation.within],
    action: { words: words.invitation.action, address: `${pages}/invitation#${invited.fragment}` },
    notes: [words.invitation.secret],
  }
}

type ChangedMembership = {
  readonly membership: Membership | undefined
  readonly site: Site
  readonly association?: string | undefined
}

/** To somebody who is admitted at a place or no longer is, or whose terms change. */
export const membershipMail = (
  reader: Recipient,
  { membership, site, association }: ChangedMembership,
  origin: string,
): Mail => {
  const { envelope, words, pages } = addressed(reader, origin)
  const { lasts, lastsUntil, signIn, stay, action, ...kinds } = words.membership
  const { subject, you, they } = kinds[membership?.public ?? 'everyone']
  return {
    ...envelope,
    subject: subject(site.name),
    says: [
      association ? they(association, site.name) : you(site.name),
      ...(membership ? [membership.until ? lastsUntil(membership.until) : lasts, signIn] : [stay]),
    ],
    action: { words: action, address: `${pages}/lieu/${site.id}` },
  }
}
