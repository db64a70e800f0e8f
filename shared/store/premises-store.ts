import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Authorship } from '../domain/authorship.ts'
import type { SiteId } from '../domain/ids.ts'
import type { Premises } from '../domain/premises.ts'
import { atSite } from '../domain/rights.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { readItems, type Table } from './client.ts'
import { IS_ABSENT, when } from './expression.ts'
import { premisesKey } from './keys/site-keys.ts'
import { premisesOf } from './premises-item.ts'
import { storeOf } from './store-of.ts'
import { type Conflict, put, write } from './write.ts'

/*
 | access                 | how                                           | read   |
 | the premises of a site | get                                           | strong |
 | describe them          | transaction: put (same version), audit entry  |        |
*/

const findPremises = async (table: Table, site: SiteId): Promise<Premises | undefined> => {
  const [item] = await readItems(table, [premisesKey(site)])
  return premisesOf(item)
}

/** Answers `changed` when somebody else described them since they were read. */
const describePremises = (
  table: Table,
  site: SiteId,
  premises: Premises,
  done: Authorship & Pick<AuditEntry, 'at'>,
): Promise<Conflict | undefined> =>
  write(table, [
    put(
      table,
      { ...premisesKey(site), ...premises },
      premises.version === 1 ? IS_ABSENT : when`#version = ${premises.version - 1}`,
    ),
    ...auditEntryWrites(table, [{ ...done, scope: atSite(site), effect: 'described', about: site }]),
  ])

export const premisesStore = (table: Table) => storeOf(table, { findPremises, describePremises })
