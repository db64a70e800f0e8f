import * as z from 'zod'
import { type Association, REGISTERS, type Roster, type RosterEntry } from '../domain/association.ts'
import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Hash, HolderId } from '../domain/ids.ts'
import { ASSOCIATION_ROLES, type AssociationRole, type Grant, ofAssociation } from '../domain/rights.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { branded } from './branded.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { when } from './expression.ts'
import { heldGrantOf } from './grant-item.ts'
import { grantPuts } from './grant-store.ts'
import { forgettingOf } from './identity-item.ts'
import { holderKey, REVIEWED_SOON, registerKey } from './keys/holder-keys.ts'
import { grantKey, scopeGrantKey, scopeGrants } from './keys/right-keys.ts'
import { storeOf } from './store-of.ts'
import { type Conflict, putNew, remove, update, type Write, write } from './write.ts'

/*
 | access             | how                                                                   | read   |
 | add an association | transaction: holder, register (absent), the lead's grant, audit entry |        |
 | an association     | get of its holder                                                     | strong |
 | its members        | the same, then query of the grants of its scope                       | strong |
 | some associations  | batch get                                                             | strong |
 | change members     | transaction: holder (same revision), grants, audit entry              |        |
 | rename             | transaction: holder (exists), audit entry                             |        |
 Members belong by grants. Joining adds one; leaving, or no longer leading, is decided on the roster as read.
*/

const AssociationItem = z.object({
  id: branded<HolderId>(),
  kind: z.literal('association'),
  name: z.string(),
  register: z.object({ kind: z.enum(REGISTERS), number: z.string() }),
  revision: z.int().min(0),
  requestHash: branded<Hash>(),
})

export type StoredAssociation = Association & { readonly revision: number; readonly requestHash: Hash }

/** Undefined for a person, and for an association that is being forgotten. */
export const associationOf = (item: unknown): StoredAssociation | undefined => {
  if (!z.object({ kind: z.literal('association') }).safeParse(item).success || forgettingOf(item))
    return undefined
  const { kind: _, ...association } = AssociationItem.parse(item)
  return association
}

const grantOf = (association: HolderId, { role }: RosterEntry): Grant => ({
  role,
  scope: ofAssociation(association),
})

const isAssociationRole = (role: Grant['role']): role is AssociationRole =>
  ASSOCIATION_ROLES.some((each) => each === role)

/** A holder of both roles is listed as lead. */
const entriesOf = (grants: readonly (Grant & { readonly holder: HolderId })[]): RosterEntry[] => {
  const roles = new Map<HolderId, AssociationRole>()
  for (const { holder, role } of grants)
    if (isAssociationRole(role) && (role === 'lead' || !roles.has(holder))) roles.set(holder, role)
  return [...roles].map(([holder, role]) => ({ holder, role }))
}

const removals = (table: Table, association: HolderId, entry: RosterEntry): Write[] => {
  const grant = grantOf(association, entry)
  return [remove(table, grantKey(entry.holder, grant)), remove(table, scopeGrantKey(entry.holder, grant))]
}

const grantWrites = (
  table: Table,
  { association, entries }: Roster,
  after: readonly RosterEntry[],
): Write[] => {
  const roleAfter = new Map(after.map(({ holder, role }) => [holder, role]))
  const changed = entries.filter(({ holder, role }) => roleAfter.get(holder) !== role)
  return changed.flatMap(({ holder }) =>
    ASSOCIATION_ROLES.flatMap((role): Write[] => {
      const entry = { holder, role }
      return roleAfter.get(holder) === role
        ? grantPuts(table, holder, grantOf(association, entry))
        : removals(table, association, entry)
    }),
  )
}

/** Answers `taken` when another holder has the register number. */
const addAssociation = (
  table: Table,
  association: Association,
  auditEntry: AuditEntry & { readonly by: HolderId },
  requestHash: Hash,
): Promise<Conflict | undefined> => {
  const lead = auditEntry.by
  const item = {
    ...holderKey(association.id),
    ...REVIEWED_SOON,
    ...association,
    kind: 'association',
    revision: 0,
    requestHash,
  }
  return write(table, [
    putNew(table, item),
    {
      ...putNew(table, { ...registerKey(association.register), holder: association.id }),
      conflict: 'taken',
    },
    ...grantPuts(table, lead, grantOf(association.id, { holder: lead, role: 'lead' })),
    ...auditEntryWrites(table, [auditEntry]),
  ])
}

const findAssociation = async (table: Table, id: HolderId): Promise<StoredAssociation | undefined> => {
  const [item] = await readItems(table, [holderKey(id)])
  return associationOf(item)
}

/** The grants are read after the revision: a change in between fails the write. */
const readRoster = async (
  table: Table,
  { id, revision }: Pick<StoredAssociation, 'id' | 'revision'>,
): Promise<Roster> => {
  const items = await queryRange(table, scopeGrants(ofAssociation(id)), { consistent: true })
  return { association: id, revision, entries: entriesOf(items.map(heldGrantOf)) }
}

const listAssociations = async (table: Table, ids: readonly HolderId[]): Promise<Association[]> =>
  (ids.length > 0 ? await readItems(table, ids.map(holderKey)) : [])
    .map(associationOf)
    .filter((each) => each !== undefined)

const changeRoster = (
  table: Table,
  roster: Roster,
  entries: readonly RosterEntry[],
  auditEntry: AuditEntry,
): Promise<Conflict | undefined> =>
  write(table, [
    update(table, holderKey(roster.association), {
      set: { revision: roster.revision + 1 },
      when: when`#revision = ${roster.revision}`,
    }),
    ...grantWrites(table, roster, entries),
    ...auditEntryWrites(table, [auditEntry]),
  ])

const rename = (
  table: Table,
  id: HolderId,
  name: string,
  auditEntry: AuditEntry,
): Promise<Conflict | undefined> =>
  write(table, [
    update(table, holderKey(id), {
      set: { name },
      when: when`attribute_exists(pk) AND attribute_not_exists(forgetting)`,
    }),
    ...auditEntryWrites(table, [auditEntry]),
  ])

export const associationStore = (table: Table) =>
  storeOf(table, { addAssociation, findAssociation, readRoster, listAssociations, changeRoster, rename })
