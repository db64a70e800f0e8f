import type { CounterHours } from '../domain/counter-hours.ts'
import type { SiteId } from '../domain/ids.ts'
import { readItems, type Table } from './client.ts'
import { hoursKey } from './keys/site-keys.ts'
import { hoursOf } from './site-item.ts'
import { storeOf } from './store-of.ts'

/*
 | access                  | how                                       | read     |
 | the hours of many sites | four batches of 100 keys at the same time | eventual |
*/

const AT_ONCE = 400

const readHours = async (table: Table, ids: readonly SiteId[]): Promise<Map<SiteId, CounterHours>> => {
  const found = new Map<SiteId, CounterHours>()
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE)
    const items = await readItems(table, some.map(hoursKey), { consistent: false })
    for (const [index, id] of some.entries()) {
      const hours = hoursOf(items[index])
      if (hours) found.set(id, hours)
    }
  }
  return found
}

export type HoursStore = ReturnType<typeof hoursStore>

export const hoursStore = (table: Table) => storeOf(table, { readHours })
