import type { Hash, HolderId } from '../domain/ids.ts'
import type { Item, Table } from './client.ts'
import { type Listing, queryIndex } from './index-query.ts'
import { BY_HOLDER } from './keys/key.ts'

export const queryHolder = (table: Table, holder: HolderId | Hash, listing: Listing): Promise<Item[]> =>
  queryIndex(table, BY_HOLDER, holder, listing)
