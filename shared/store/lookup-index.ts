import type { Table } from './client.ts'
import { queryIndex } from './index-query.ts'
import { BY_LOOKUP, EVERYTHING, type Key, keyOf } from './keys/key.ts'

/** Keys only, which lag by some milliseconds: what they name is read again. */
export const queryLookup = async (
  table: Table,
  lookup: string,
  { most }: { readonly most: number },
): Promise<Key[]> => (await queryIndex(table, BY_LOOKUP, lookup, { ...EVERYTHING, most })).map(keyOf)
