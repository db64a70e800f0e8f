import { type BookingFacts, type BookingFactsKeys, readBookingFacts } from './booking-facts.ts'
import type { Table } from './client.ts'
import type { SiteMemory } from './site-memory.ts'
import { readSiteVersion } from './site-version.ts'

/** The version is read first: all that is kept under it is at least as new. */
const readAndKeep = async (
  table: Table,
  keys: BookingFactsKeys,
  memory: SiteMemory,
): Promise<BookingFacts> => {
  const siteVersion = await readSiteVersion(table, keys.site)
  const { site, space, conditions, facts } = await readBookingFacts(table, keys)
  if (site && space) memory.keep({ ...siteVersion, site, space, conditions }, keys.now)
  return { ...facts, siteVersion }
}

/** Workshops are not remembered. */
export const recallBookingFacts = async (
  table: Table,
  keys: BookingFactsKeys,
  memory: SiteMemory,
): Promise<BookingFacts> => {
  if (!keys.siteVersion || keys.workshop) return (await readBookingFacts(table, keys)).facts
  const recalled = keys.siteVersion === 'recalled' && memory.recall(keys.site, keys.space, keys.now)
  if (!recalled) return readAndKeep(table, keys, memory)
  const { version } = recalled
  return { ...(await readBookingFacts(table, keys, recalled)).facts, siteVersion: { version } }
}
