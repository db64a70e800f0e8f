import { beforeAll, describe, expect, test } from 'vitest'
import type { CounterHours } from '../../shared/domain/counter-hours.ts'
import type { DirectoryEntry } from '../../shared/domain/directory.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import type { Table } from '../../shared/store/client.ts'
import { directoryStore } from '../../shared/store/directory-store.ts'
import { hoursStore } from '../../shared/store/hours-store.ts'
import { networkStore } from '../../shared/store/network-store.ts'
import { aListedSpace } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'

const id = (text: string) => text as SiteId

const entry = (site: string, more: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  id: id(site),
  name: 'Montmirail',
  kind: 'post-office',
  address: '9 rue Lucien Mathieu',
  postcode: '51210',
  commune: 'Montmirail',
  departement: '51',
  position: { lat: 48.871287, lon: 3.539091 },
  spaces: [],
  counter: 'partly',
  ...more,
})

const HOURS: CounterHours = {
  weekly: Array(7).fill([[540, 720]]),
  onHolidays: 'as-usual',
  exceptions: { '2026-12-24': [] },
}

describe.each(engines)('the directory on $name', (engine) => {
  let table: Table
  beforeAll(async () => {
    table = await freshTable(engine)
  })

  test('returns the entries of all départements as they were written', async () => {
    const { position: _, ...unplaced } = entry('00002A', {
      departement: '2A',
      kind: 'partner-shop',
      spaces: [aListedSpace({ uses: ['desk', 'workshop'], stepFree: true, access: 'key-holder' })],
    })
    await directoryStore(table).changeShard('51', () => [entry('00001A')])
    await directoryStore(table).changeShard('2A', () => [unplaced])
    expect(await directoryStore(table).readDirectory()).toEqual(
      [unplaced, entry('00001A')].sort((a, b) => (a.departement < b.departement ? -1 : 1)),
    )
  })

  test('loses no change when many change one département at once', async () => {
    const sites = Array.from({ length: 6 }, (_, at) => `1000${at}A`)
    const { changeShard, readDirectory } = directoryStore(table)
    await Promise.all(
      sites.map((site) => changeShard('75', (entries) => [...entries, entry(site, { departement: '75' })])),
    )
    const written = (await readDirectory()).filter(({ departement }) => departement === '75')
    expect(written.map(({ id: site }) => site).sort()).toEqual(sites)
  })

  test('writes nothing when nothing changes', async () => {
    const sent: string[] = []
    const send = (command: object) => {
      sent.push(command.constructor.name)
      return table.client.send(command as Parameters<Table['client']['send']>[0])
    }
    const watched: Table = { ...table, client: { send } as unknown as Table['client'] }
    await directoryStore(watched).changeShard('51', (entries) => entries)
    expect(sent).toEqual(['BatchGetItemCommand'])
  })

  test('keeps the largest département far below what an item can hold', async () => {
    const many = Array.from({ length: 2000 }, (_, at) =>
      entry(`${10_000 + at}A`, { departement: '59', address: `${at} rue ${at * 7919}` }),
    )
    await directoryStore(table).changeShard('59', () => many)
    expect(
      (await directoryStore(table).readDirectory()).filter(({ departement }) => departement === '59'),
    ).toEqual(many)
  })
})

describe.each(engines)('the network on $name', (engine) => {
  let table: Table
  beforeAll(async () => {
    table = await freshTable(engine)
  })

  test('remembers fingerprints by département', async () => {
    const { writeFingerprints, readFingerprints } = networkStore(table)
    const marne = new Map([
      [id('00001A'), { site: 'a', hours: 'b' }],
      [id('00002A'), { site: 'c' }],
    ])
    await writeFingerprints('51', marne)
    await writeFingerprints('2A', new Map())
    expect(await readFingerprints()).toEqual(
      new Map([
        ['2A', new Map()],
        ['51', marne],
      ]),
    )
  })

  test('writes the hours of more sites than a batch holds, and reads those that are known', async () => {
    const sites = Array.from({ length: 130 }, (_, at) => id(`${20_000 + at}B`))
    let items = 0
    await networkStore(table).writeItems(
      { sites: [], hours: new Map(sites.map((site) => [site, HOURS])) },
      (written) => {
        items += written
      },
    )
    const read = await hoursStore(table).readHours([...sites, id('99999Z')])
    expect(items).toBe(130)
    expect(read.size).toBe(130)
    expect(read.get(id('20129B'))).toEqual(HOURS)
  })
})
