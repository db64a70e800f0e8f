import type { LocalDate } from './local-date.ts'

export const PUBLICS = ['everyone', 'member', 'subscriber'] as const
export type Public = (typeof PUBLICS)[number]

export type Membership = { readonly public: Public; readonly until?: LocalDate | undefined }

/** The membership on the booked date counts, not on the day of booking. */
export const publicOn = (membership: Membership | undefined, date: LocalDate): Public =>
  membership && date <= (membership.until ?? date) ? membership.public : 'everyone'

/** Whether a membership would not hold a day longer. */
export const hasEndedBefore = (today: LocalDate, { public: as, until }: Membership): boolean =>
  as !== 'everyone' && until !== undefined && until < today

export const MEMBERSHIP_NEWS = ['admitted', 'withdrawn'] as const
export type MembershipNews = (typeof MEMBERSHIP_NEWS)[number]

/** Undefined when nothing changes for them; other terms are told like an admission. */
export const membershipNewsOf = (
  from: Membership | undefined,
  to: Membership | undefined,
): MembershipNews | undefined => {
  if (!to) return from && 'withdrawn'
  return from?.public === to.public && from.until === to.until ? undefined : 'admitted'
}
