import { randomBytes, randomInt } from 'node:crypto'
import type { SiteId } from '../domain/ids.ts'
import { type Item, readItems, type Table } from './client.ts'
import { when } from './expression.ts'
import type { Key } from './keys/key.ts'
import { siteVersionKey } from './keys/site-keys.ts'
import { check, put, type Write } from './write.ts'

/**
 * One for all that bookings of a site depend on and that changes rarely: the site, its hours, conditions and
 * spaces. `version` is undefined until the first change.
 */
export type SiteVersion = { readonly version: string | undefined }

/**
 * DynamoDB lets two transactions that check the same item at the same moment conflict. So the version has equal
 * copies, and each instance looks at one: a crowd at one site meets there less often.
 */
export const VERSION_COPIES = 8
const COPY_LOOKED_AT = randomInt(VERSION_COPIES)

export const siteVersionItems = (site: SiteId) => {
  const version = randomBytes(8).toString('hex')
  return Array.from({ length: VERSION_COPIES }, (_, copy) => ({ ...siteVersionKey(site, copy), version }))
}

/** Part of each transaction that changes what bookings of the site depend on. */
export const newSiteVersion = (table: Table, site: SiteId): Write[] =>
  siteVersionItems(site).map((item) => put(table, item))

export const versionKeyLookedAt = (site: SiteId): Key => siteVersionKey(site, COPY_LOOKED_AT)

export const siteVersionOf = (item: Item | undefined): SiteVersion => ({
  version: item && String(item.version),
})

export const readSiteVersion = async (table: Table, site: SiteId): Promise<SiteVersion> =>
  siteVersionOf((await readItems(table, [versionKeyLookedAt(site)]))[0])

export const isSiteAt = (table: Table, site: SiteId, { version }: SiteVersion): Write =>
  check(
    table,
    versionKeyLookedAt(site),
    version === undefined ? when`attribute_not_exists(#version)` : when`#version = ${version}`,
  )
