import { BatchGetItemCommand } from '@aws-sdk/client-dynamodb'
import { beforeEach, describe, expect, it } from 'vitest'
import { heldDirectory } from '../../functions/held-directory.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import type { Table } from '../../shared/store/client.ts'
import { directoryStore } from '../../shared/store/directory-store.ts'
import { directoryHeadKey } from '../../shared/store/keys/directory-keys.ts'
import { removeItem } from '../../shared/store/single-item.ts'
import { meterOf } from '../bench/store-meter.ts'
import { aSite, NOW } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { seedDirectory } from '../support/seed.ts'

const siteIn = (departement: string, at: number) =>
  aSite({ id: `${departement}${at}` as SiteId, name: `Bureau ${at}`, departement })

describe.each(engines)('the directory in memory on $name', (engine) => {
  let table: Table
  let now = NOW
  const instance = () => heldDirectory(directoryStore(table), () => now)

  beforeEach(async () => {
    table = await freshTable(engine)
    now = NOW
    for (const departement of ['51', '971', '2A']) await seedDirectory(table, siteIn(departement, 1))
  })

  it('answers at once from what it holds, and soon with what another instance changed', async () => {
    const { directory } = instance()
    expect((await directory()).size).toBe(3)
    await seedDirectory(table, siteIn('51', 2))
    now = addMinutes(now, 2)
    expect((await directory()).size).toBe(3)
    await expect.poll(async () => (await directory()).size).toBe(4)
  })

  it('is read once, however many ask for it at first', async () => {
    let whole = 0
    const store = directoryStore(table)
    const readChanges: typeof store.readChanges = (before, read) => {
      whole += before ? 0 : 1
      return store.readChanges(before, read)
    }
    const { directory, freshDirectory } = heldDirectory({ readChanges }, () => now)
    const all = await Promise.all([directory(), freshDirectory(), freshDirectory(), directory()])
    expect([whole, ...all.map(({ size }) => size)]).toEqual([1, 3, 3, 3, 3])
  })

  it('knows a site that is newly lent where it has to be fresh', async () => {
    const { directory, freshDirectory } = instance()
    await directory()
    await seedDirectory(table, siteIn('2A', 2))
    expect((await freshDirectory()).find('2A2' as SiteId)).toBeDefined()
    expect((await freshDirectory()).search({ text: 'bureau', limit: 9 }).total).toBe(4)
  })

  it('reads one item when nothing has changed, and what has changed alone', async () => {
    const store = directoryStore(table)
    const meter = meterOf(table.client)
    const before = await store.readChanges(undefined, { consistent: true })
    let after = before
    const same = await meter(async () => {
      after = await store.readChanges(before, { consistent: true })
    })
    expect([after === before, same.requests, same.readUnits]).toEqual([true, 1, 1])
    await seedDirectory(table, siteIn('971', 2))
    after = await store.readChanges(before, { consistent: true })
    expect([...after].filter(([name, shard]) => before.get(name) !== shard).map(([name]) => name)).toEqual([
      '971',
    ])
  })

  it('is told of a change whose end was lost, when that is repeated', async () => {
    const store = directoryStore(table)
    const before = await store.readChanges(undefined, { consistent: true })
    await seedDirectory(table, siteIn('51', 2))
    await removeItem(table, directoryHeadKey)
    expect(await store.readChanges(before, { consistent: true })).toBe(before)
    await store.changeShard('51', (entries) => entries)
    expect((await store.readChanges(before, { consistent: true })).get('51')?.entries).toHaveLength(2)
  })

  it('is what is listed, wherever a change is interrupted', async () => {
    for (const most of [0, 1, 2]) {
      const { freshDirectory } = instance()
      await freshDirectory()
      let writes = 0
      const send = (command: object) =>
        command instanceof BatchGetItemCommand || writes++ < most
          ? table.client.send(command as BatchGetItemCommand)
          : Promise.reject(new Error('stopped'))
      const client = Object.create(table.client, { send: { value: send } })
      await seedDirectory({ ...table, client }, siteIn('51', 10 + most)).catch(() => {})
      const listed = await directoryStore(table).readDirectory({ consistent: true })
      expect([most, (await freshDirectory()).size]).toEqual([most, listed.length])
    }
  })
})
