import type { SiteId } from '../../shared/domain/ids.ts'
import type { Table } from '../../shared/store/client.ts'
import { siteStore } from '../../shared/store/site-store.ts'
import { UsageError } from './run-command.ts'

/** Throws UsageError when a named site does not exist. */
export const knownSites = async (written: readonly string[], table: Table): Promise<SiteId[]> => {
  const named = written.map((id) => id.toUpperCase())
  const { findLocation } = siteStore(table)
  const unknown: string[] = []
  for (const id of named) if (!(await findLocation(id as SiteId))) unknown.push(id)
  if (unknown.length > 0) throw new UsageError(`no known site: ${unknown.join(', ')}`)
  return named.map((id) => id as SiteId)
}
