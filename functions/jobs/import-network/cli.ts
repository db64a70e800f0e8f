import { writeFileSync } from 'node:fs'
import { failureLine } from '../../../infra/local/failure-line.ts'
import { type OpenTable, openTable } from '../../../infra/local/open-table.ts'
import { type Instant, localTimeAt, type TimeZone } from '../../../shared/domain/instant.ts'
import type { SiteId } from '../../../shared/domain/site.ts'
import { directoryStore } from '../../../shared/store/directory-store.ts'
import { networkStore } from '../../../shared/store/network-store.ts'
import { dependenciesOn } from '../../dependencies.ts'
import { checkHours, reviewSite } from '../../inventory/review-site.ts'
import { type Arguments, readArguments } from './arguments.ts'
import { importNetwork } from './import-network.ts'
import { progressOn } from './progress.ts'
import { refusalLine, reportLines } from './report.ts'

const INTERRUPTED = 130

/** A file with wrong hours ends nothing by itself: what it would end is counted, and ended when told to. */
const reviewHours = async (sites: readonly SiteId[], rehome: boolean, { table }: OpenTable): Promise<string> => {
  const deps = dependenciesOn(table)
  let outside = 0
  for (const site of sites) outside += (await (rehome ? reviewSite : checkHours)(site, deps)).outside.length
  const done = outside > 0 && !rehome ? '; with --rehome, or npm run review, they are moved near or cancelled' : ''
  return `Outside of the new hours of ${sites.length} sites that lend: ${outside} bookings${rehome ? ', ended' : done}`
}

const importInto = async (
  opened: OpenTable[],
  { files, acceptGone, rehome, refusedFile, aws }: Arguments,
): Promise<number> => {
  let interrupted = false
  process.once('SIGINT', () => {
    interrupted = true
  })
  const openStores = async () => {
    const open = await openTable(aws)
    opened.push(open)
    return { network: networkStore(open.table), directory: directoryStore(open.table) }
  }
  const { date: today } = localTimeAt(Date.now() as Instant, 'Europe/Paris' as TimeZone)
  const result = await importNetwork(
    { files, today, acceptGone },
    {
      openStores,
      progress: progressOn(process.stderr),
      stopped: () => interrupted,
      elapsed: () => performance.now(),
    },
  )
  if (!result.ok) {
    console.error(result.error)
    return interrupted ? INTERRUPTED : 1
  }
  if (refusedFile) writeFileSync(refusedFile, result.value.refused.map((row) => `${refusalLine(row)}\n`).join(''))
  console.log(reportLines(result.value).join('\n'))
  const [open] = opened
  if (open && result.value.changedHours.length > 0) {
    console.log(await reviewHours(result.value.changedHours, rehome, open))
  }
  return 0
}

const main = async (): Promise<number> => {
  const parsed = readArguments(process.argv.slice(2))
  if (!parsed.ok) {
    console.error(parsed.error)
    return 1
  }
  const opened: OpenTable[] = []
  try {
    return await importInto(opened, parsed.value)
  } catch (error) {
    const line = failureLine(error)
    if (line === undefined) throw error
    console.error(line)
    return 1
  } finally {
    for (const { close } of opened) await close()
  }
}

process.exitCode = await main()
