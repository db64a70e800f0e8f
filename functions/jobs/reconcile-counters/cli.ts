import { parseArgs } from 'node:util'
import type { SiteId } from '../../../shared/domain/ids.ts'
import { type Instant, localTimeAt, UTC } from '../../../shared/domain/instant.ts'
import { addDays } from '../../../shared/domain/local-date.ts'
import { formatQuarter } from '../../../shared/domain/quarter.ts'
import type { Discrepancy } from '../../../shared/domain/reconciliation.ts'
import { bookingStore } from '../../../shared/store/booking-store.ts'
import type { Table } from '../../../shared/store/client.ts'
import { closedDayStore } from '../../../shared/store/closed-day-store.ts'
import { directoryStore } from '../../../shared/store/directory-store.ts'
import { occupancyStore } from '../../../shared/store/occupancy-store.ts'
import { knownSites } from '../../command/known-sites.ts'
import { runCommand, UsageError } from '../../command/run-command.ts'
import { reconcileSite } from './reconcile-site.ts'

const DEFAULT_DAYS = 60

const USAGE = `Usage: npm run reconcile -- [SITES…] [--days N] [--mend] [--aws]
Compares the counters of the next days with the bookings that stand: of all sites that lend, or of those named, such as 09410A.

--days N  how many days, from 1 to 400; ${DEFAULT_DAYS} if left out
--mend    corrects what differs
--aws     looks at the table in AWS, with the credentials of this machine`

const lineOf = (site: SiteId, { date, space, quarter, counted, expected }: Discrepancy): string =>
  `${site} ${space} ${date} ${formatQuarter(quarter)}: ${counted} counted, ${expected} booked`

/** Starts yesterday, since some zones are still there. */
const reconcileAll = async (
  table: Table,
  named: readonly string[],
  { days, mend }: { readonly days: number; readonly mend: boolean },
): Promise<number> => {
  const entries = await directoryStore(table).readDirectory()
  const lent = entries.filter(({ spaces }) => spaces.length > 0).map(({ id }) => id)
  const sites = named.length > 0 ? await knownSites(named, table) : lent
  const from = addDays(localTimeAt(Date.now() as Instant, UTC).date, -1)
  const deps = {
    bookings: bookingStore(table),
    closedDays: closedDayStore(table),
    occupancies: occupancyStore(table),
  }
  let [occupancies, unsettled, wrong, mended] = [0, 0, 0, 0]
  for (const site of sites) {
    const reconciled = await reconcileSite({ site, from, to: addDays(from, days), mend }, deps)
    for (const each of reconciled.found) console.log(lineOf(site, each))
    occupancies += reconciled.occupancies
    unsettled += reconciled.unsettled
    wrong += reconciled.found.length
    mended += reconciled.mended
  }
  console.log(
    `${sites.length} sites, ${occupancies} days of spaces, ${unsettled} in use: ${wrong} counters differ, ${mended} mended`,
  )
  return wrong > mended ? 1 : 0
}

await runCommand(USAGE, async (open) => {
  const options = { days: { type: 'string' }, mend: { type: 'boolean' }, aws: { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  const days = Number(values.days ?? DEFAULT_DAYS)
  if (!Number.isInteger(days) || days < 1 || days > 400)
    throw new UsageError('--days is a number from 1 to 400')
  return reconcileAll(await open(values.aws), positionals, { days, mend: values.mend ?? false })
})
