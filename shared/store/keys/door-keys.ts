import type { DoorId, Hash, SiteId } from '../../domain/ids.ts'
import { EVERYTHING, type Key, type PartitionRange } from './key.ts'

export const DOORS = 'DOOR#'
const doorPartition = (site: SiteId, door: DoorId) => `${DOORS}${site}#${door}`

/** A code of a door that a booking has, by a tag from which nobody reads the code. */
export const doorCodeKey = (site: SiteId, door: DoorId, tag: Hash): Key => ({
  pk: doorPartition(site, door),
  sk: tag,
})
export const doorCodes = (site: SiteId, door: DoorId): PartitionRange => ({
  pk: doorPartition(site, door),
  ...EVERYTHING,
})
