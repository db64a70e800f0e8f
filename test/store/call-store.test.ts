import { expect, it } from 'vitest'
import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import type { Call } from '../../shared/store/call-item.ts'
import { callStore } from '../../shared/store/call-store.ts'
import { type CallId, callKey, callOfHolder, openCallsIn } from '../../shared/store/keys/call-keys.ts'
import { BY_LOOKUP } from '../../shared/store/keys/key.ts'
import { putItem } from '../../shared/store/single-item.ts'
import { meterOf } from '../bench/store-meter.ts'
import { date } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'

const TODAY = date('2026-11-24')

const aCall = (name: string, day: string): Call => ({
  ...{ id: name as CallId, site: `site-${name}` as SiteId, holder: 'h' as HolderId, date: date(day) },
  ...{ news: 'moved', version: 1 },
})

it.each(engines)(
  'the soonest calls of many départements are read, and no others, on $name',
  async (engine) => {
    const table = await freshTable(engine)
    const open = (departement: string, call: Call) =>
      putItem(table, {
        ...{ ...callKey(call.site, call.id), ...call, ...callOfHolder(call.holder, call.date) },
        [BY_LOOKUP.partitionKey]: openCallsIn(departement),
      })
    for (let day = 10; day < 30; day++) await open('51', aCall(`late-${day}`, `2026-12-${day}`))
    await open('07', aCall('soon', '2026-11-30'))
    await open('27', aCall('first', '2026-11-25'))
    await open('27', aCall('past', '2026-11-20'))
    const list = () => callStore(table).listCallsIn(['51', '07', '27', '03'], { from: TODAY, most: 3 })
    expect((await list()).map(({ id }) => id)).toEqual(['first', 'soon', 'late-10'])
    const { readUnits } = await meterOf(table.client)(list)
    expect(readUnits).toBeLessThan(8)
  },
)
