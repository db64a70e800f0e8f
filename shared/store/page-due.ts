import { randomUUID } from 'node:crypto'
import type { SiteId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { Table } from './client.ts'
import { AT_ONCE, departementPagesKey, pageKey } from './keys/page-keys.ts'
import { put, type Write } from './write.ts'

export const pageItem = (site: SiteId, from: Instant = AT_ONCE) => ({
  ...pageKey(site, from),
  mark: randomUUID(),
})

export const departementPagesItem = (departement: string) => ({
  ...departementPagesKey(departement),
  mark: randomUUID(),
})

/** Part of each transaction that changes what the page of a site says. */
export const pageWrite = (table: Table, site: SiteId): Write => put(table, pageItem(site))
