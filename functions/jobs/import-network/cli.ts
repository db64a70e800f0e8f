import { writeFileSync } from 'node:fs'
import type { SiteId } from '../../../shared/domain/ids.ts'
import { type Instant, localTimeAt, type TimeZone } from '../../../shared/domain/instant.ts'
import type { Table } from '../../../shared/store/client.ts'
import { directoryStore } from '../../../shared/store/directory-store.ts'
import { hoursStore } from '../../../shared/store/hours-store.ts'
import { networkStore } from '../../../shared/store/network-store.ts'
import { positionStore } from '../../../shared/store/position-store.ts'
import { dependenciesFor, type Open, runCommand, UsageError } from '../../command/run-command.ts'
import { listSite } from '../../use-cases/list-site.ts'
import { checkHours, reviewSite } from '../../use-cases/review-site.ts'
import { type Arguments, readArguments, USAGE } from './arguments.ts'
import { importNetwork } from './import-network.ts'
import { progressOn } from './progress.ts'
import { misreadLines, refusalLine, reportLines } from './report.ts'

const INTERRUPTED = 130

/** A file with wrong hours must not end bookings, so the import only counts them unless asked. */
const reviewHours = async (sites: readonly SiteId[], rehome: boolean, table: Table): Promise<string> => {
  const deps = dependenciesFor(table)
  const check = async (site: SiteId) => {
    const { lent, ...checked } = await checkHours(site, deps)
    if (lent) await listSite(lent, deps)
    return checked
  }
  let outside = 0
  for (const site of sites) outside += (await (rehome ? reviewSite(site, deps) : check(site))).outside.length
  const done =
    outside > 0 && !rehome ? '; with --rehome, or npm run review, they are moved near or cancelled' : ''
  return `Outside of the new hours of ${sites.length} sites that lend: ${outside} bookings${rehome ? ', ended' : done}`
}

const importInto = async (
  open: Open,
  { files, acceptGone, rehome, refusedFile, aws }: Arguments,
): Promise<number> => {
  let interrupted = false
  process.once('SIGINT', () => {
    interrupted = true
  })
  let table: Table | undefined
  const openStores = async () => {
    table = await open(aws)
    return {
      network: networkStore(table),
      directory: directoryStore(table),
      positions: positionStore(table),
      hours: hoursStore(table),
    }
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
  const { refused, partly, misread, changedHours } = result.value
  if (refusedFile)
    writeFileSync(refusedFile, [...refused, ...partly].map((row) => `${refusalLine(row)}\n`).join(''))
  console.log(reportLines(result.value).join('\n'))
  if (table && changedHours.length > 0) console.log(await reviewHours(changedHours, rehome, table))
  for (const line of misreadLines(misread)) console.error(line)
  return misread.length > 0 ? 1 : 0
}

await runCommand(USAGE, (open) => {
  const parsed = readArguments(process.argv.slice(2))
  if (!parsed.ok) throw new UsageError(parsed.error)
  return importInto(open, parsed.value)
})
