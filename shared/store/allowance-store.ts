import type { Hash } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { Table } from './client.ts'
import { expiryAfter } from './expiry.ts'
import { when } from './expression.ts'
import { allowanceKey } from './keys/sign-in-keys.ts'
import { changeItem } from './single-item.ts'
import { storeOf } from './store-of.ts'

/*
 | access        | how                                                                |
 | spend one     | update of the window's counter, on condition that it is below most |
 | give one back | update of the window's counter, on condition that one was spent    |
 A window has a key of its own: a counter that outlives it, since TTL only tidies up, counts for nothing.
*/

export type Allowance = { readonly most: number; readonly minutes: number }

const MINUTE_MS = 60_000

const windowAt = (name: Hash, { minutes }: Allowance, at: Instant) => {
  const window = Math.floor(at / (minutes * MINUTE_MS))
  return {
    key: allowanceKey(name, `${minutes}#${window}`),
    endsAt: ((window + 1) * minutes * MINUTE_MS) as Instant,
  }
}

/** Uses one up; answers when the next window begins if none is left. */
const spend = async (
  table: Table,
  name: Hash,
  allowance: Allowance,
  now: Instant,
): Promise<Instant | undefined> => {
  const { key, endsAt } = windowAt(name, allowance, now)
  const spent = await changeItem(table, key, {
    set: expiryAfter(endsAt),
    add: { spent: 1 },
    when: when`attribute_not_exists(#spent) OR #spent < ${allowance.most}`,
  })
  return spent ? undefined : endsAt
}

const giveBack = async (table: Table, name: Hash, allowance: Allowance, now: Instant): Promise<void> => {
  await changeItem(table, windowAt(name, allowance, now).key, {
    add: { spent: -1 },
    when: when`#spent > ${0}`,
  })
}

export type AllowanceStore = ReturnType<typeof allowanceStore>

export const allowanceStore = (table: Table) => storeOf(table, { spend, giveBack })
