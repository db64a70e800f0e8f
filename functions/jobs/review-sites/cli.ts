import { parseArgs } from 'node:util'
import { type Booking, referenceOf } from '../../../shared/domain/booking.ts'
import { formatQuarter } from '../../../shared/domain/quarter.ts'
import type { Table } from '../../../shared/store/client.ts'
import { knownSites } from '../../command/known-sites.ts'
import { dependenciesFor, runCommand } from '../../command/run-command.ts'
import { checkSites, lentSites, reviewSites } from './review-sites.ts'

const USAGE = `Usage: npm run review -- [SITES…] [--dry] [--aws]
Looks for bookings outside of what is open: at all sites that lend, or at those named, such as 09410A. Proposes each of them
a place elsewhere, or cancels it and tells its holder.

--dry  only lists them
--aws  works on the table in AWS, with the credentials of this machine`

const lineOf = ({ site, space, date, start, end, id }: Booking): string =>
  `${site} ${space} ${date} ${formatQuarter(start)}-${formatQuarter(end)}: ${referenceOf(id)}`

const review = async (table: Table, named: readonly string[], dry: boolean): Promise<number> => {
  const deps = dependenciesFor(table)
  const sites = named.length > 0 ? await knownSites(named, table) : await lentSites(deps)
  const outside = (await checkSites(sites, deps)).flatMap((each) => each.outside)
  for (const booking of outside) console.log(lineOf(booking))
  if (!dry) await reviewSites(sites, deps)
  const done = dry ? 'nothing was changed' : 'proposed elsewhere or cancelled'
  console.log(`${sites.length} sites: ${outside.length} bookings outside of what is open, ${done}`)
  return 0
}

await runCommand(USAGE, async (open) => {
  const options = { dry: { type: 'boolean' }, aws: { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  return review(await open(values.aws), positionals, values.dry ?? false)
})
