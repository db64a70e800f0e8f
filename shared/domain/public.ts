import type { LocalDate } from './local-date.ts'
import type { Space } from './space.ts'

/** Who a space is lent to: each public may have hours and limits of its own. */
export const PUBLICS = ['everyone', 'member', 'subscriber'] as const
export type Public = (typeof PUBLICS)[number]

/** What a holder is at a site, up to a date that is included. */
export type Membership = { readonly public: Public; readonly until?: LocalDate | undefined }

/** As whom somebody books for a date: a membership counts for the dates that it covers, whenever one books. */
export const publicOn = (membership: Membership | undefined, date: LocalDate): Public =>
  membership && date <= (membership.until ?? date) ? membership.public : 'everyone'

/** A space as a public meets it: the hours that it is lent to them, and their limits. */
export const spaceFor = (space: Space, who: Public): Space => ({
  ...space,
  openings: space.openings.filter(({ publics }) => publics?.includes(who) ?? true),
  limits: { ...space.limits, ...space.limitsFor?.[who] },
})
