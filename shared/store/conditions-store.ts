import { marshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Acceptance, Conditions } from '../domain/conditions.ts'
import type { HolderId, SiteId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { acceptanceKey, conditionsKey } from './keys.ts'
import { ACCEPTED_PREFIX, acceptancesOf } from './privacy-keys.ts'
import { type Conflict, put, write } from './write.ts'

/*
 | access                          | how                                           | consistency |
 | what a site asks                | get; with the site, and with a booking        | strong      |
 | ask something else              | put (same version)                            |             |
 | what somebody accepted there    | get; with all that a booking needs            | strong      |
 | what somebody accepted anywhere | query of the holder's partition               | eventual    |
 | accept                          | put; for an association, with the audit entry |             |
*/

const ConditionsItem = z.object({
  version: z.int().min(1),
  rules: z.string().exactOptional(),
  needsInsurance: z.boolean(),
})

const AcceptanceItem = z.object({
  version: z.int().min(1),
  by: z.string().transform((id) => id as HolderId),
  acceptedAt: z.number().transform((at) => at as Instant),
  insuredUntil: z
    .string()
    .transform((date) => date as LocalDate)
    .exactOptional(),
})

export const conditionsOf = (item: unknown): Conditions | undefined =>
  item === undefined ? undefined : ConditionsItem.parse(item)

export const acceptanceOf = (item: unknown): Acceptance | undefined =>
  item === undefined ? undefined : AcceptanceItem.parse(item)

export const conditionsStore = (table: Table) => ({
  findConditions: async (site: SiteId): Promise<Conditions | undefined> =>
    conditionsOf((await readItems(table, [conditionsKey(site)]))[0]),

  /** Answers `changed` when somebody else has asked something meanwhile. */
  ask: (site: SiteId, conditions: Conditions): Promise<Conflict | undefined> =>
    write(table, [
      {
        Put: {
          TableName: table.name,
          Item: marshall({ ...conditionsKey(site), ...conditions }, { removeUndefinedValues: true }),
          ConditionExpression: conditions.version === 1 ? 'attribute_not_exists(pk)' : '#version = :before',
          ...(conditions.version > 1 && {
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: marshall({ ':before': conditions.version - 1 }),
          }),
        },
        conflict: 'changed',
      },
    ]),

  findAcceptance: async (holder: HolderId, site: SiteId): Promise<Acceptance | undefined> =>
    acceptanceOf((await readItems(table, [acceptanceKey(holder, site)]))[0]),

  listAcceptances: async (holder: HolderId): Promise<(Acceptance & { readonly site: SiteId })[]> =>
    (await queryRange(table, acceptancesOf(holder))).map((item) => ({
      ...AcceptanceItem.parse(item),
      site: String(item.sk).slice(ACCEPTED_PREFIX.length) as SiteId,
    })),

  accept: async (
    { holder, auditEntry }: { readonly holder: HolderId; readonly auditEntry?: AuditEntry | undefined },
    site: SiteId,
    acceptance: Acceptance,
  ): Promise<void> => {
    await write(table, [
      put(table, { ...acceptanceKey(holder, site), ...acceptance }),
      ...auditEntryWrites(table, [auditEntry]),
    ])
  },
})
