import { beforeEach, describe, expect, it } from 'vitest'
import type { HolderId } from '../../shared/domain/ids.ts'
import { queryRange, readItems, type Table } from '../../shared/store/client.ts'
import { gatheringReads } from '../../shared/store/gathered-reads.ts'
import { holderItems, holderKey } from '../../shared/store/keys/holder-keys.ts'
import { putItem } from '../../shared/store/single-item.ts'
import { meterOf } from '../bench/store-meter.ts'
import { engines, freshTable } from '../support/engine.ts'
import { faultyClient, scripted } from '../support/faulty-client.ts'

const holder = (at: number) => `holder-${at}` as HolderId

describe.each(engines)('reads of the same moment on $name', (engine) => {
  let table: Table
  let gathering: Table
  beforeEach(async () => {
    table = await freshTable(engine)
    gathering = { ...table, client: gatheringReads(table.client) }
    for (let at = 0; at < 120; at++) await putItem(table, { ...holderKey(holder(at)), at })
  })
  const read = async (at: number, on = gathering) => (await readItems(on, [holderKey(holder(at))]))[0]?.at

  it('leave in one request, a hundred keys each, and everybody gets theirs', async () => {
    const meter = meterOf(table.client)
    const asked = Array.from({ length: 125 }, (_, at) => at % 120)
    let answers: unknown[] = []
    const { requests } = await meter(async () => {
      answers = await Promise.all(asked.map((at) => read(at)))
    })
    expect(answers).toEqual(asked)
    expect(requests).toBe(2)
    expect(await read(500)).toBeUndefined()
  })

  it('share a query, but never what was read before they asked', async () => {
    const meter = meterOf(table.client)
    const query = async () =>
      (await queryRange(gathering, holderItems(holder(1)), { consistent: true }))[0]?.at
    const { requests } = await meter(() => Promise.all([query(), query(), query()]))
    expect(requests).toBe(1)
    const early = Promise.all([query(), read(1)])
    await early
    await putItem(table, { ...holderKey(holder(1)), at: 'later' })
    expect(await Promise.all([query(), read(1)])).toEqual(['later', 'later'])
  })

  it('are read again where the table answered half, and fail together where it answers nothing', async () => {
    const half = gatheringReads(faultyClient(engine.endpoint, scripted(['partial'], /BatchGet/)))
    const on = { ...table, client: half }
    expect(await Promise.all([read(1, on), read(2, on), read(3, on)])).toEqual([1, 2, 3])
    const broken = faultyClient(engine.endpoint, () => 'unsent', { maxAttempts: 1 })
    const failed = { ...table, client: gatheringReads(broken) }
    const outcomes = await Promise.allSettled([read(1, failed), read(2, failed)])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})
