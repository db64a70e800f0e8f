import { parseArgs } from 'node:util'
import { type Booking, referenceOf } from '../../../shared/domain/booking.ts'
import { formatQuarter } from '../../../shared/domain/quarter.ts'
import type { SiteId } from '../../../shared/domain/site.ts'
import type { Table } from '../../../shared/store/client.ts'
import { dependenciesFor, runCommand } from '../../command/run-command.ts'
import { checkSites, lentSites, reviewSites } from './review-sites.ts'

const lineOf = ({ site, space, date, start, end, id }: Booking): string =>
  `${site} ${space} ${date} ${formatQuarter(start)}-${formatQuarter(end)}: ${referenceOf(id)}`

const review = async (table: Table, named: readonly string[], dry: boolean): Promise<number> => {
  const deps = dependenciesFor(table)
  const sites = named.length > 0 ? named.map((id) => id as SiteId) : await lentSites(deps)
  const outside = (await checkSites(sites, deps)).flatMap((each) => each.outside)
  for (const booking of outside) console.log(lineOf(booking))
  if (!dry) await reviewSites(sites, deps)
  const done = dry ? 'nothing was changed' : 'proposed elsewhere or cancelled'
  console.log(`${sites.length} sites: ${outside.length} bookings outside of what is open, ${done}`)
  return 0
}

await runCommand(async (open) => {
  const options = { dry: { type: 'boolean' }, aws: { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  return review(await open(values.aws), positionals, values.dry ?? false)
})
