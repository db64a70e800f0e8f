import { parseArgs } from 'node:util'
import { failureLine } from '../../../infra/local/failure-line.ts'
import { type OpenTable, openTable } from '../../../infra/local/open-table.ts'
import { type Booking, referenceOf } from '../../../shared/domain/booking.ts'
import { formatQuarter } from '../../../shared/domain/quarter.ts'
import type { SiteId } from '../../../shared/domain/site.ts'
import { dependenciesOn } from '../../dependencies.ts'
import { checkSites, lentSites, reviewSites } from './review-sites.ts'

const lineOf = ({ site, space, date, start, end, id }: Booking): string =>
  `${site} ${space} ${date} ${formatQuarter(start)}-${formatQuarter(end)}: ${referenceOf(id)}`

const review = async ({ table }: OpenTable, named: readonly string[], dry: boolean): Promise<number> => {
  const deps = dependenciesOn(table)
  const sites = named.length > 0 ? named.map((id) => id as SiteId) : await lentSites(deps)
  const outside = (await checkSites(sites, deps)).flatMap((each) => each.outside)
  for (const booking of outside) console.log(lineOf(booking))
  if (!dry) await reviewSites(sites, deps)
  const done = dry ? 'nothing was changed' : 'proposed elsewhere or cancelled'
  console.log(`${sites.length} sites: ${outside.length} bookings outside of what is open, ${done}`)
  return 0
}

const main = async (): Promise<number> => {
  let open: OpenTable | undefined
  try {
    const options = { dry: { type: 'boolean' }, aws: { type: 'boolean' } } as const
    const { values, positionals } = parseArgs({ allowPositionals: true, options })
    open = await openTable(values.aws ?? false)
    return await review(open, positionals, values.dry ?? false)
  } catch (error) {
    const isUsage = error instanceof TypeError && 'code' in error
    const line = isUsage ? error.message : failureLine(error)
    if (line === undefined) throw error
    console.error(line)
    return 1
  } finally {
    await open?.close()
  }
}

process.exitCode = await main()
