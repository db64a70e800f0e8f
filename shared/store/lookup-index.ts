import type { Table } from './client.ts'
import { queryIndex } from './index-query.ts'
import { BY_LOOKUP, EVERYTHING, type Key, keyOf, type SortRange } from './keys/key.ts'

type Lookup = { readonly range?: SortRange; readonly most?: number }

/** Keys only, which lag by some milliseconds: what they name is read again. */
export const queryLookup = async (
  table: Table,
  lookup: string,
  { range = EVERYTHING, most }: Lookup = {},
): Promise<Key[]> =>
  (await queryIndex(table, BY_LOOKUP, lookup, { ...range, ...(most !== undefined && { most }) })).map(keyOf)
