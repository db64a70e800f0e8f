export type BookingId = string & { readonly brand: 'BookingId' }

export type HolderId = string & { readonly brand: 'HolderId' }

/** Whose a booking is once its holder is forgotten. */
export const NOBODY = '00000000000000000000' as HolderId

export type WorkshopId = string & { readonly brand: 'WorkshopId' }

export type WaitlistEntryId = string & { readonly brand: 'WaitlistEntryId' }

/** La Poste's identifier, such as `09410A`. */
export type SiteId = string & { readonly brand: 'SiteId' }

/** Chosen by who lends the space and unique in its site, such as `bureau` or `etage-salle`. */
export type SpaceId = string & { readonly brand: 'SpaceId' }

/** Chosen by who lends the space and unique in its site, such as `entree`. */
export type DoorId = string & { readonly brand: 'DoorId' }

export type SeriesId = string & { readonly brand: 'SeriesId' }

export type ClosureId = string & { readonly brand: 'ClosureId' }

/** Whose bookings count together, whatever address they were made with. Never an identity. */
export type PersonId = string & { readonly brand: 'PersonId' }

export type ProposalId = string & { readonly brand: 'ProposalId' }

export type InvitationId = string & { readonly brand: 'InvitationId' }

/** Hashes stand where a secret or an address would: a key shows up in logs and metrics. */
export type Hash = string & { readonly brand: 'Hash' }
