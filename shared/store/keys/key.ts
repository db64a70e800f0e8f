import type { Instant } from '../../domain/instant.ts'

/** The names that the table is made with: infra and the local engine read them from here. */
export const PARTITION_KEY = 'pk'
export const SORT_KEY = 'sk'
export const EXPIRY = 'expiresAtSeconds'
export type Index = { readonly indexName: string; readonly partitionKey: string; readonly sortKey: string }
export const BY_HOLDER = { indexName: 'by-holder', partitionKey: 'holder', sortKey: 'startsLocal' } as const
/** Finds across sites what few items have in common; it has keys only. */
export const BY_LOOKUP = { indexName: 'by-lookup', partitionKey: 'lookup', sortKey: 'startsLocal' } as const

export type Key = { readonly pk: string; readonly sk: string }

export const keyOf = ({ pk, sk }: Readonly<Record<string, unknown>>): Key => ({
  pk: String(pk),
  sk: String(sk),
})

/** From one sort key to another, both included. */
export type SortRange = { readonly from: string; readonly to: string }
export type PartitionRange = SortRange & { readonly pk: string }

/** Sorts after whatever follows a prefix: no key has a tilde. */
const LAST = '~'

/** Of one day, or all that begins with the prefix. */
export const beginningWith = (first: string, last = first): SortRange => ({
  from: first,
  to: `${last}${LAST}`,
})
export const EVERYTHING: SortRange = { from: '0', to: LAST }

/** Instants of the same length sort in the order of time. */
export const sortable = (at: Instant): string => String(at).padStart(15, '0')
