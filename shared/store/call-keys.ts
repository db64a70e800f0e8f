import type { BookingId, HolderId, SiteId, WaitlistEntryId } from '../domain/ids.ts'
import { BY_HOLDER, type Key, siteKey } from './keys.ts'

/** What a call is about: one call each, however often it changes. */
export type CallId = BookingId | WaitlistEntryId

/** Apart from those that were made, so that few are read. */
export const callKey = (site: SiteId, id: CallId): Key => ({ pk: siteKey(site).pk, sk: `CALL#${id}` })
export const calls = (site: SiteId) => ({ pk: siteKey(site).pk, from: 'CALL#', to: 'CALL#~' })
export const madeCallKey = (site: SiteId, id: CallId): Key => ({ pk: siteKey(site).pk, sk: `CALLED#${id}` })

/** Listed with all that is the holder's: it goes with them. */
export const callOfHolder = (holder: HolderId) =>
  ({ [BY_HOLDER.partitionKey]: holder, [BY_HOLDER.sortKey]: 'CALL#' }) as const
export const callsOfHolder = { from: 'CALL#', to: 'CALL#~' } as const
