import type { LocalDate } from './local-date.ts'

/** Who a space is lent to: each public may have hours and limits of its own. */
export const PUBLICS = ['everyone', 'member', 'subscriber'] as const
export type Public = (typeof PUBLICS)[number]

/** What a holder is at a site, up to a date that is included. */
export type Membership = { readonly public: Public; readonly until?: LocalDate | undefined }

/** As whom somebody books for a date: a membership counts for the dates that it covers, whenever one books. */
export const publicOn = (membership: Membership | undefined, date: LocalDate): Public =>
  membership && date <= (membership.until ?? date) ? membership.public : 'everyone'
