import type { ClosedDay } from '../domain/closure.ts'
import type { SiteId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { queryRange, type Table } from './client.ts'
import { closedDayOf } from './closure-item.ts'
import { closedDays } from './keys/site-keys.ts'
import { storeOf } from './store-of.ts'

/*
 | access                         | how                                        | read   |
 | closed days on some dates      | query of the site's partition by dates     | strong |
*/

const listClosedDays = async (
  table: Table,
  site: SiteId,
  from: LocalDate,
  to: LocalDate,
): Promise<ClosedDay[]> =>
  (await queryRange(table, closedDays(site, from, to), { consistent: true })).map(closedDayOf)

export type ClosedDayStore = ReturnType<typeof closedDayStore>

export const closedDayStore = (table: Table) => storeOf(table, { listClosedDays })
