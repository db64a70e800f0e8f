import type { Table } from './client.ts'
import type { Key } from './keys/key.ts'
import { retryContended } from './retry.ts'
import { remove, write } from './write.ts'

const MOST_AT_ONCE = 100

/** Again changes nothing. Throws ContentionError when the table stays busy. */
export const dropAll = async (table: Table, keys: readonly Key[]): Promise<void> => {
  for (let at = 0; at < keys.length; at += MOST_AT_ONCE) {
    const some = keys.slice(at, at + MOST_AT_ONCE).map((key) => remove(table, key))
    await retryContended(() => write(table, some))
  }
}
