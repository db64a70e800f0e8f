import type { LocalDate } from './local-date.ts'

export const PUBLICS = ['everyone', 'member', 'subscriber'] as const
export type Public = (typeof PUBLICS)[number]

export type Membership = { readonly public: Public; readonly until?: LocalDate | undefined }

/** The membership on the booked date counts, not on the day of booking. */
export const publicOn = (membership: Membership | undefined, date: LocalDate): Public =>
  membership && date <= (membership.until ?? date) ? membership.public : 'everyone'
