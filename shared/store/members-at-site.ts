import type { HolderId, SiteId } from '../domain/ids.ts'
import type { Membership } from '../domain/public.ts'
import type { UsageRecord } from '../domain/usage.ts'
import { readItems, type Table } from './client.ts'
import { holderOf } from './identity-item.ts'
import { holderKey, memberKey } from './keys/holder-keys.ts'
import { usageKey } from './keys/site-keys.ts'
import { membershipOf } from './member-store.ts'
import { personOf, usageOf } from './usage-item.ts'

export type HolderAtSite = {
  readonly membership?: Membership | undefined
  readonly usage?: UsageRecord | undefined
}

/**
 * Memberships, with usage records where fair use is judged: one or two round trips for at most 50 holders.
 */
export const readMembers = async (
  table: Table,
  holders: readonly HolderId[],
  { site, usages }: { readonly site: SiteId; readonly usages: boolean },
): Promise<Map<HolderId, HolderAtSite>> => {
  const keys = holders.flatMap((holder) => [memberKey(holder, site), ...(usages ? [holderKey(holder)] : [])])
  const items = keys.length > 0 ? await readItems(table, keys) : []
  const each = usages ? 2 : 1
  const persons = holders.map((_, at) => (usages ? personOf(holderOf(items[at * each + 1])) : undefined))
  const known = [...new Set(persons.filter((person) => person !== undefined))]
  const usageItems =
    known.length > 0
      ? await readItems(
          table,
          known.map((person) => usageKey(site, person)),
        )
      : []
  return new Map(
    holders.map((holder, at) => {
      const person = persons[at]
      const usage = person && usageOf(usageItems[known.indexOf(person)], site, person)
      return [holder, { membership: membershipOf(items[at * each]), usage }]
    }),
  )
}
