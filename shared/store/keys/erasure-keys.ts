import type { HolderId } from '../../domain/ids.ts'
import { callsOfHolder } from './call-keys.ts'
import { EVERYTHING, type Key, type PartitionRange } from './key.ts'
import { personsOfHolder } from './person-keys.ts'
import { proposalsOfHolder } from './proposal-keys.ts'

/** All of a holder's in the index by-holder that is in another partition and deleted with the holder. */
export const listedOfHolder = [personsOfHolder, callsOfHolder, proposalsOfHolder] as const

/** In the ledger, which holds nothing else. */
export const erasureKey = (holder: HolderId): Key => ({ pk: 'ERASURES', sk: holder })
export const allErasures: PartitionRange = { pk: 'ERASURES', ...EVERYTHING }
