import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { Instant } from '../../shared/domain/instant.ts'
import type { Table } from '../../shared/store/client.ts'
import { dropAll } from '../../shared/store/drop-all.ts'
import { EXPIRY, keyOf } from '../../shared/store/keys/key.ts'
import { scanImages } from './scan.ts'

/** Deletes what has expired by then, as the table does by itself some days later. */
export const expire = async (table: Table, at: Instant): Promise<void> => {
  const items = (await scanImages(table)).map((item) => unmarshall(item))
  await dropAll(table, items.filter((item) => Number(item[EXPIRY]) * 1000 <= at).map(keyOf))
}
