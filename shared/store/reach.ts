import { type Holder, reachedAt } from '../domain/holder.ts'
import { type HolderId, NOBODY } from '../domain/ids.ts'
import { ofAssociation } from '../domain/rights.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { heldGrantOf } from './grant-item.ts'
import { forgettingOf, holderOf } from './identity-item.ts'
import { holderKey } from './keys/holder-keys.ts'
import { scopeGrants } from './keys/right-keys.ts'

/** `actor` did themselves what the others are told of. */
export type Owned = {
  readonly holder: HolderId
  readonly bookedBy?: HolderId
  readonly actor?: HolderId | undefined
}

type Belonging = { readonly holder: HolderId; readonly role: string }

/** Messages for an association go to its leads, and to the member who booked. */
export const toldOfAssociation = (
  belonging: readonly Belonging[],
  { bookedBy, actor }: Owned,
): HolderId[] => [
  ...new Set(
    belonging
      .filter(({ role, holder }) => holder !== actor && (role === 'lead' || holder === bookedBy))
      .map(({ holder }) => holder),
  ),
]

/** Disabled holders, and those whose address fails, get no message for an association or a site. */
export const reachedByMail = (holders: readonly Holder[]): (Holder & { readonly email: string })[] =>
  holders.flatMap((holder) => {
    const email = reachedAt(holder)
    return email === undefined || holder.disabledAt !== undefined ? [] : [{ ...holder, email }]
  })

const isAssociationReached = async (table: Table, owned: Owned): Promise<boolean> => {
  const items = await queryRange(table, scopeGrants(ofAssociation(owned.holder)), { consistent: true })
  const told = toldOfAssociation(items.map(heldGrantOf), owned)
  if (owned.actor && told.length === 0) return true
  const holders = told.length > 0 ? await readItems(table, told.map(holderKey)) : []
  return reachedByMail(holders.filter((item) => item !== undefined).map(holderOf)).length > 0
}

const isUnreachable = async (table: Table, owned: Owned, item: unknown): Promise<boolean> => {
  if (!item || forgettingOf(item)) return false
  const holder = holderOf(item)
  const isAssociation = owned.bookedBy !== undefined || holder.kind === 'association'
  return isAssociation ? !(await isAssociationReached(table, owned)) : reachedAt(holder) === undefined
}

/**
 * The bookings or waitlist entries whose holder no message reaches; holders being forgotten are told
 * nothing.
 */
export const unreachableOf = async <T extends Owned>(table: Table, all: readonly T[]): Promise<T[]> => {
  const owned = all.filter(({ holder }) => holder !== NOBODY)
  if (owned.length === 0) return []
  const items = await readItems(
    table,
    owned.map(({ holder }) => holderKey(holder)),
  )
  const unreachable = await Promise.all(owned.map((each, at) => isUnreachable(table, each, items[at])))
  return owned.filter((_, at) => unreachable[at])
}
