import { randomBytes } from 'node:crypto'
import type { SiteId } from '../domain/ids.ts'
import { type Item, readItems, type Table } from './client.ts'
import { when } from './expression.ts'
import { siteVersionKey } from './keys/site-keys.ts'
import { check, put, type Write } from './write.ts'

/**
 * One for all that bookings of a site depend on and that changes rarely: the site, its hours, conditions and
 * spaces. `version` is undefined until the first change.
 */
export type SiteVersion = { readonly version: string | undefined }

export const siteVersionItem = (site: SiteId) => ({
  ...siteVersionKey(site),
  version: randomBytes(8).toString('hex'),
})

/** Part of each transaction that changes what bookings of the site depend on. */
export const newSiteVersion = (table: Table, site: SiteId): Write => put(table, siteVersionItem(site))

export const siteVersionOf = (item: Item | undefined): SiteVersion => ({
  version: item && String(item.version),
})

export const readSiteVersion = async (table: Table, site: SiteId): Promise<SiteVersion> =>
  siteVersionOf((await readItems(table, [siteVersionKey(site)]))[0])

export const isSiteAt = (table: Table, site: SiteId, { version }: SiteVersion): Write =>
  check(
    table,
    siteVersionKey(site),
    version === undefined ? when`attribute_not_exists(#version)` : when`#version = ${version}`,
  )
