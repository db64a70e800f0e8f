import type { Locality } from '../../shared/domain/locality.ts'
import type { Dependencies } from '../dependencies.ts'
import { mapAtOnce } from './at-once.ts'
import { readSiteDays, type SiteDays } from './read-availability.ts'

export const OPEN_DATA_DAYS = 14
const AT_ONCE = 16

type Deps = Pick<Dependencies, 'directory' | 'sites' | 'members' | 'now'>

/** The places that lend in a commune or a département, with what everybody can book there. */
export const readFreeTimes = async (area: Locality, deps: Deps): Promise<SiteDays[]> => {
  const directory = await deps.directory()
  const { matches: lending } = directory.search({ locality: area, lent: {}, limit: directory.size })
  const read = await mapAtOnce(lending, AT_ONCE, ({ id }) =>
    readSiteDays({ site: id, days: OPEN_DATA_DAYS }, deps),
  )
  return read.filter((each) => each !== undefined)
}
