import { parseArgs } from 'node:util'
import { failureLine } from '../../../infra/local/failure-line.ts'
import { type OpenTable, openTable } from '../../../infra/local/open-table.ts'
import type { Discrepancy } from '../../../shared/domain/audit.ts'
import { type Instant, localTimeAt, type TimeZone } from '../../../shared/domain/instant.ts'
import { addDays } from '../../../shared/domain/local-date.ts'
import { formatQuarter } from '../../../shared/domain/quarter.ts'
import type { SiteId } from '../../../shared/domain/site.ts'
import { bookingStore } from '../../../shared/store/booking-store.ts'
import { closureStore } from '../../../shared/store/closure-store.ts'
import { directoryStore } from '../../../shared/store/directory-store.ts'
import { sheetStore } from '../../../shared/store/sheet-store.ts'
import { auditSite } from './audit-site.ts'

const DEFAULT_DAYS = 60

const lineOf = (site: SiteId, { date, space, quarter, counted, expected }: Discrepancy): string =>
  `${site} ${space} ${date} ${formatQuarter(quarter)}: ${counted} counted, ${expected} booked`

/** The sites that lend something, from yesterday on since it is still yesterday somewhere. */
const auditAll = async (
  { table }: OpenTable,
  named: readonly string[],
  days: number,
  mend: boolean,
): Promise<number> => {
  const entries = await directoryStore(table).readDirectory()
  const lent = entries.filter(({ uses }) => uses.length > 0).map(({ id }) => id)
  const sites = named.length > 0 ? named.map((id) => id as SiteId) : lent
  const from = addDays(localTimeAt(Date.now() as Instant, 'UTC' as TimeZone).date, -1)
  const deps = { bookings: bookingStore(table), closures: closureStore(table), sheets: sheetStore(table) }
  let [sheets, unsettled, wrong, mended] = [0, 0, 0, 0]
  for (const site of sites) {
    const audited = await auditSite({ site, from, to: addDays(from, days), mend }, deps)
    for (const each of audited.found) console.log(lineOf(site, each))
    sheets += audited.sheets
    unsettled += audited.unsettled
    wrong += audited.found.length
    mended += audited.mended
  }
  console.log(
    `${sites.length} sites, ${sheets} sheets, ${unsettled} in use: ${wrong} counters differ, ${mended} mended`,
  )
  return wrong > mended ? 1 : 0
}

const main = async (): Promise<number> => {
  let open: OpenTable | undefined
  try {
    const options = { days: { type: 'string' }, mend: { type: 'boolean' }, aws: { type: 'boolean' } } as const
    const { values, positionals } = parseArgs({ allowPositionals: true, options })
    const days = Number(values.days ?? DEFAULT_DAYS)
    if (!Number.isInteger(days) || days < 1 || days > 400) throw new RangeError('--days is a number from 1 to 400')
    open = await openTable(values.aws ?? false)
    return await auditAll(open, positionals, days, values.mend ?? false)
  } catch (error) {
    const isUsage = error instanceof RangeError || (error instanceof TypeError && 'code' in error)
    const line = isUsage ? error.message : failureLine(error)
    if (line === undefined) throw error
    console.error(line)
    return 1
  } finally {
    await open?.close()
  }
}

process.exitCode = await main()
