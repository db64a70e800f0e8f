import type { Hash } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { changeItem } from './change-item.ts'
import type { Table } from './client.ts'
import { expiryAfter } from './expiry.ts'
import { allowanceKey, EXPIRY } from './keys.ts'

/*
 | access        | how                                                                |
 | spend one     | update of the window's counter, on condition that it is below most |
 | give one back | update of the window's counter, on condition that one was spent    |
 A window has a key of its own: a counter that outlives it, since TTL only tidies up, counts for nothing.
*/

export type Allowance = { readonly most: number; readonly minutes: number }

const MINUTE_MS = 60_000

/** The counter of the window that an instant is in, and when that ends. */
const windowAt = (name: Hash, { minutes }: Allowance, at: Instant) => {
  const window = Math.floor(at / (minutes * MINUTE_MS))
  return {
    key: allowanceKey(name, `${minutes}#${window}`),
    endsAt: ((window + 1) * minutes * MINUTE_MS) as Instant,
  }
}

export type AllowanceStore = ReturnType<typeof allowanceStore>

export const allowanceStore = (table: Table) => ({
  /** Takes one of so many in so many minutes; answers when the next can be had once there are no more. */
  spend: async (name: Hash, allowance: Allowance, now: Instant): Promise<Instant | undefined> => {
    const { key, endsAt } = windowAt(name, allowance, now)
    const spent = await changeItem(table, key, {
      set: `ADD #spent :one SET #${EXPIRY} = :expiry`,
      when: 'attribute_not_exists(#spent) OR #spent < :most',
      values: { ':one': 1, ':most': allowance.most, ':expiry': expiryAfter(endsAt)[EXPIRY] },
    })
    return spent ? undefined : endsAt
  },

  giveBack: async (name: Hash, allowance: Allowance, now: Instant): Promise<void> => {
    await changeItem(table, windowAt(name, allowance, now).key, {
      set: 'ADD #spent :less',
      when: '#spent > :none',
      values: { ':less': -1, ':none': 0 },
    })
  },
})
