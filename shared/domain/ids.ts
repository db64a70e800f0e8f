export type BookingId = string & { readonly brand: 'BookingId' }

export type HolderId = string & { readonly brand: 'HolderId' }

/** Holds the bookings of erased people, which are still counted. */
export const NOBODY = '00000000000000000000' as HolderId

export type WorkshopId = string & { readonly brand: 'WorkshopId' }

/** Made on the device that counts the person. */
export type DropInId = string & { readonly brand: 'DropInId' }

export type WaitlistEntryId = string & { readonly brand: 'WaitlistEntryId' }

/** La Poste's identifier, such as `09410A`. */
export type SiteId = string & { readonly brand: 'SiteId' }

/** Chosen by the lender and unique in its site, such as `bureau`. */
export type SpaceId = string & { readonly brand: 'SpaceId' }

export type DoorId = string & { readonly brand: 'DoorId' }

export type SeriesId = string & { readonly brand: 'SeriesId' }

/** Workshops that were planned together. */
export type CycleId = string & { readonly brand: 'CycleId' }

export type ClosureId = string & { readonly brand: 'ClosureId' }

/** It counts for limits only, across aliases of an address, and is never an identity. */
export type PersonId = string & { readonly brand: 'PersonId' }

export type ProposalId = string & { readonly brand: 'ProposalId' }

export type HookId = string & { readonly brand: 'HookId' }

export type InvitationId = string & { readonly brand: 'InvitationId' }

/** It stands for a secret or an address, since keys show up in logs and metrics. */
export type Hash = string & { readonly brand: 'Hash' }
