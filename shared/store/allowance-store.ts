import type { Instant } from '../domain/instant.ts'
import { changeItem } from './change-item.ts'
import type { Table } from './client.ts'
import { expiryAfter } from './expiry.ts'
import { allowanceKey, EXPIRY, type Hash } from './keys.ts'

/*
 | access            | how                                                          |
 | spend one         | update of the window's counter, on condition that it is below most |
 A window has a key of its own: a counter that outlives it, since TTL only tidies up, counts for nothing.
*/

export type Allowance = { readonly most: number; readonly minutes: number }

const MINUTE_MS = 60_000

export type AllowanceStore = ReturnType<typeof allowanceStore>

export const allowanceStore = (table: Table) => ({
  /** Takes one of so many in so many minutes; answers when the next can be had once there are no more. */
  spend: async (name: Hash, { most, minutes }: Allowance, now: Instant): Promise<Instant | undefined> => {
    const window = Math.floor(now / (minutes * MINUTE_MS))
    const endsAt = ((window + 1) * minutes * MINUTE_MS) as Instant
    const spent = await changeItem(table, allowanceKey(name, `${minutes}#${window}`), {
      set: `ADD #spent :one SET #${EXPIRY} = :expiry`,
      when: 'attribute_not_exists(#spent) OR #spent < :most',
      values: { ':one': 1, ':most': most, ':expiry': expiryAfter(endsAt)[EXPIRY] },
    })
    return spent ? undefined : endsAt
  },
})
