import type { Instant } from './instant.ts'
import type { LocalDate } from './local-date.ts'
import type { Premises } from './premises.ts'

/** What the owner of the premises agreed to: that a space is lent, until a last date if there is one. */
export type OwnerConsent = { readonly at: Instant; readonly until?: LocalDate | undefined }

export type ConsentRefusal = { readonly kind: 'owner-disagrees'; readonly until: LocalDate }

/** The owner is asked where somebody else runs the place. What is lent stands while nobody has answered. */
export const asksOwner = (premises: Premises | undefined): boolean =>
  premises?.owner !== undefined && premises.owner !== premises.operator

/** Why a space cannot be lent so: beyond the last date that its owner agreed to. */
export const consentRefusal = (
  { openings }: { readonly openings: readonly { readonly until?: LocalDate }[] },
  consent: OwnerConsent | undefined,
): ConsentRefusal | undefined => {
  const last = consent?.until
  return last !== undefined && openings.some(({ until }) => until === undefined || until > last)
    ? { kind: 'owner-disagrees', until: last }
    : undefined
}
