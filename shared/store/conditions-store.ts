import * as z from 'zod'
import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Acceptance, Conditions } from '../domain/conditions.ts'
import type { HolderId, SiteId } from '../domain/ids.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { branded, InstantItem, LocalDateItem } from './branded.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { IS_ABSENT, when } from './expression.ts'
import { acceptanceKey, acceptancesOf, siteOfAcceptance } from './keys/holder-keys.ts'
import { keyOf } from './keys/key.ts'
import { conditionsKey } from './keys/site-keys.ts'
import { newSiteVersion } from './site-version.ts'
import { storeOf } from './store-of.ts'
import { type Conflict, put, write } from './write.ts'

/*
 | access                   | how                                       | read     |
 | the conditions of a site | get; with the site, and with a booking    | strong   |
 | change them              | put (same version), version of the site   |          |
 | an acceptance            | get; with all that a booking needs        | strong   |
 | acceptances of a holder  | query of the holder's partition           | eventual |
 | accept                   | put; for an association, with audit entry |          |
*/

const ConditionsItem = z.object({
  version: z.int().min(1),
  rules: z.string().exactOptional(),
  needsInsurance: z.boolean(),
})

const AcceptanceItem = z.object({
  version: z.int().min(1),
  by: branded<HolderId>(),
  acceptedAt: InstantItem,
  insuredUntil: LocalDateItem.exactOptional(),
})

export const conditionsOf = (item: unknown): Conditions | undefined =>
  item === undefined ? undefined : ConditionsItem.parse(item)

export const acceptanceOf = (item: unknown): Acceptance | undefined =>
  item === undefined ? undefined : AcceptanceItem.parse(item)

const findConditions = async (table: Table, site: SiteId): Promise<Conditions | undefined> =>
  conditionsOf((await readItems(table, [conditionsKey(site)]))[0])

/** Answers `changed` when other conditions were set since they were read. */
const ask = (table: Table, site: SiteId, conditions: Conditions): Promise<Conflict | undefined> =>
  write(table, [
    put(
      table,
      { ...conditionsKey(site), ...conditions },
      conditions.version === 1 ? IS_ABSENT : when`#version = ${conditions.version - 1}`,
    ),
    ...newSiteVersion(table, site),
  ])

const findAcceptance = async (
  table: Table,
  holder: HolderId,
  site: SiteId,
): Promise<Acceptance | undefined> => acceptanceOf((await readItems(table, [acceptanceKey(holder, site)]))[0])

const listAcceptances = async (
  table: Table,
  holder: HolderId,
): Promise<(Acceptance & { readonly site: SiteId })[]> =>
  (await queryRange(table, acceptancesOf(holder))).map((item) => ({
    ...AcceptanceItem.parse(item),
    site: siteOfAcceptance(keyOf(item)),
  }))

const accept = async (
  table: Table,
  { holder, auditEntry }: { readonly holder: HolderId; readonly auditEntry?: AuditEntry | undefined },
  site: SiteId,
  acceptance: Acceptance,
): Promise<void> => {
  await write(table, [
    put(table, { ...acceptanceKey(holder, site), ...acceptance }),
    ...auditEntryWrites(table, [auditEntry]),
  ])
}

export const conditionsStore = (table: Table) =>
  storeOf(table, { findConditions, ask, findAcceptance, listAcceptances, accept })
