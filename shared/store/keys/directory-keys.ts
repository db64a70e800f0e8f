import { EVERYTHING, type Key, type PartitionRange } from './key.ts'

/** One item a département for search, and apart from it one that the import compares with. */
export const directoryKey = (departement: string): Key => ({ pk: 'DIRECTORY', sk: departement })
export const fingerprintsKey = (departement: string): Key => ({ pk: 'FINGERPRINTS', sk: departement })
export const allDirectory: PartitionRange = { pk: 'DIRECTORY', ...EVERYTHING }
export const allFingerprints: PartitionRange = { pk: 'FINGERPRINTS', ...EVERYTHING }
