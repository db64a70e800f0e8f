import { EVERYTHING, type Key, type PartitionRange } from './key.ts'

/** One item a département for search, one that the import compares with, one for the middles of communes. */
export const directoryKey = (departement: string): Key => ({ pk: 'DIRECTORY', sk: departement })
/** Which version of each of those there is. */
export const directoryHeadKey: Key = { pk: 'DIRECTORY-HEAD', sk: 'HEAD' }
export const fingerprintsKey = (departement: string): Key => ({ pk: 'FINGERPRINTS', sk: departement })
export const allDirectory: PartitionRange = { pk: 'DIRECTORY', ...EVERYTHING }
export const allFingerprints: PartitionRange = { pk: 'FINGERPRINTS', ...EVERYTHING }
export const positionsKey = (departement: string): Key => ({ pk: 'POSITIONS', sk: departement })
export const allPositions: PartitionRange = { pk: 'POSITIONS', ...EVERYTHING }
