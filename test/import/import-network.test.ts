import { BatchWriteItemCommand, type BatchWriteItemCommandOutput } from '@aws-sdk/client-dynamodb'
import { beforeAll, describe, expect, test } from 'vitest'
import { importNetwork } from '../../functions/jobs/import-network/import-network.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import type { Table } from '../../shared/store/client.ts'
import { directoryStore } from '../../shared/store/directory-store.ts'
import { hoursStore } from '../../shared/store/hours-store.ts'
import { networkStore } from '../../shared/store/network-store.ts'
import { positionStore } from '../../shared/store/position-store.ts'
import { siteStore } from '../../shared/store/site-store.ts'
import { aListedSpace } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { shareOf } from '../support/scope.ts'
import { CALENDAR_HEADER, file, LE_GAST, MONTMIRAIL, RELAY, SENS, sitesFile } from './files.ts'

const TODAY = '2026-11-22' as LocalDate
const LENT = [aListedSpace({ uses: ['workshop'] })]
const silent = { start: () => undefined, advance: () => undefined, stop: () => undefined }

const importing = (table: Table, files: string[], { gone = false, stopped = (): boolean => false } = {}) =>
  importNetwork(
    { files, today: TODAY, acceptGone: gone },
    {
      openStores: async () => ({
        network: networkStore(table),
        directory: directoryStore(table),
        positions: positionStore(table),
        hours: hoursStore(table),
      }),
      progress: silent,
      stopped,
      elapsed: () => 0,
    },
  )

const imported = async (...parameters: Parameters<typeof importing>) => {
  const result = await importing(...parameters)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

const ids = async (table: Table) => (await directoryStore(table).readDirectory()).map(({ id }) => id).sort()

/** The same table, reached through a client that fails for good after some writes. */
const dyingAfter = (table: Table, writes: number): Table => {
  let left = writes
  const send = (command: object) => {
    if (/Put|Write/.test(command.constructor.name) && left-- <= 0) throw new Error('killed')
    return table.client.send(command as BatchWriteItemCommand)
  }
  return { ...table, client: { send } as unknown as Table['client'] }
}

const RULES = '09410A|MONTMIRAIL BP|Mo-Fr 14:00-18:00; PH off\n06632A|SENS BP|Tu-Sa 09:00-12:00; PH off\n'
const all = () => sitesFile(MONTMIRAIL, SENS, LE_GAST, RELAY)

describe.each(engines)('an import on $name', (engine) => {
  let table: Table
  beforeAll(async () => {
    table = await freshTable(engine)
  })

  test('writes sites, hours and directory, and reports them', async () => {
    const report = await imported(table, [file(RULES), all()])
    expect(report).toMatchObject({
      sites: { new: 4, updated: 0, unchanged: 0 },
      hours: { new: 2, updated: 0, unchanged: 0 },
      gone: 0,
      refused: [],
      idle: { sites: 2, idleMornings: 6, idleAfternoons: 5, halfDays: 20 },
    })
    const found = await siteStore(table).findSite('09410A' as SiteId)
    expect(found?.site).toMatchObject({
      name: 'Montmirail',
      counter: { weekly: expect.arrayContaining([[[840, 1080]]]) },
    })
    expect(found?.spaces).toEqual([])
    expect(await ids(table)).toEqual(['03754A', '06632A', '06682A', '09410A'])
  })

  test('lists each site with the week of its counter, as the map draws it', async () => {
    const listed = await directoryStore(table).readDirectory()
    expect(listed.map(({ id, counter }) => [id, counter]).sort()).toEqual([
      ['03754A', 'unknown'],
      ['06632A', 'partly'],
      ['06682A', 'unknown'],
      ['09410A', 'partly'],
    ])
  })

  test('changes nothing when repeated', async () => {
    const report = await imported(dyingAfter(table, 0), [all(), file(RULES)])
    expect(report).toMatchObject({
      sites: { new: 0, updated: 0, unchanged: 4 },
      hours: { new: 0, updated: 0, unchanged: 2 },
      gone: 0,
    })
  })

  test('writes only changes, and leaves lending alone', async () => {
    await directoryStore(table).changeShard('35', (entries) =>
      entries.map((entry) => (entry.id === '06632A' ? { ...entry, spaces: LENT } : entry)),
    )
    const moved = SENS.replace('PLACE DE LA GARE', '2 RUE NEUVE')
    const report = await imported(table, [
      sitesFile(MONTMIRAIL, moved, LE_GAST, RELAY),
      file(RULES.replace('14:00', '15:00')),
    ])
    expect(report).toMatchObject({
      sites: { new: 0, updated: 1, unchanged: 3 },
      hours: { updated: 1, unchanged: 1 },
    })
    const entries = await directoryStore(table).readDirectory()
    expect(entries.find(({ id }) => id === '06632A')).toMatchObject({
      address: '2 rue Neuve',
      spaces: LENT,
    })
  })

  test('follows a site to another département, with its lending', async () => {
    const moved = SENS.replace(';35490;', ';53000;')
    const report = await imported(table, [sitesFile(MONTMIRAIL, moved, LE_GAST, RELAY)])
    expect(report).toMatchObject({
      sites: { updated: 1, unchanged: 3 },
      hours: undefined,
      gone: 0,
      idle: { sites: 2 },
    })
    const entries = (await directoryStore(table).readDirectory()).filter(({ id }) => id === '06632A')
    expect(entries).toMatchObject([{ departement: '53', spaces: LENT }])
  })

  test('refuses that many sites leave, unless asked', async () => {
    const few = sitesFile(MONTMIRAIL, SENS.replace(';35490;', ';;'))
    expect(await importing(table, [few])).toEqual({
      ok: false,
      error: expect.stringMatching(/^2 of 4 known sites .*--gone/),
    })
    expect(await ids(table)).toHaveLength(4)
    const report = await imported(table, [few, file('06682A|RENNES LE GAST|gibberish\n')], { gone: true })
    expect(report).toMatchObject({
      sites: { unchanged: 1 },
      gone: 2,
      refused: [{ reason: 'no postcode' }, { line: 1 }],
    })
    expect(await ids(table)).toEqual(['06632A', '09410A'])
    expect((await siteStore(table).findSite('06682A' as SiteId))?.site.name).toBe('Rennes Le Gast')
  })

  test('brings a site back', async () => {
    expect(await imported(table, [sitesFile(MONTMIRAIL, SENS, LE_GAST)])).toMatchObject({
      sites: { new: 1 },
      gone: 0,
    })
    expect(await ids(table)).toEqual(['06632A', '06682A', '09410A'])
  })

  test('accepts hours alone, and refuses those of unknown sites', async () => {
    const report = await imported(table, [
      file('06682A|RENNES LE GAST|Mo 09:00-12:00\n99999Z|NOWHERE|closed\n'),
    ])
    expect(report).toMatchObject({
      sites: undefined,
      hours: { new: 1 },
      refused: [{ line: 2, reason: '99999Z is no known site' }],
    })
  })

  test('compiles the calendar', async () => {
    const rows = [
      '2026-11-23;09:00-12:00;14:00-17:00',
      '2026-11-30;09:00-12:00;14:00-17:00',
      '2026-12-07;FERME;',
    ]
    const calendar = [CALENDAR_HEADER, ...rows.map((row) => `06682A;RENNES LE GAST;${row};;;;;;;`), ''].join(
      '\n',
    )
    expect(await imported(table, [file(calendar)])).toMatchObject({ hours: { updated: 1 } })
    const found = await siteStore(table).findSite('06682A' as SiteId)
    expect(found?.site.counter).toEqual({
      weekly: Array(7).fill('unknown'),
      onHolidays: 'as-usual',
      exceptions: {
        '2026-11-23': [
          [540, 720],
          [840, 1020],
        ],
        '2026-11-30': [
          [540, 720],
          [840, 1020],
        ],
        '2026-12-07': [],
      },
      knownUntil: '2027-06-08',
    })
  })
})

describe.each(engines)('a bad row on $name', (engine) => {
  const MOVING = 'Mo-Fr 09:00-12:00; 2027 easter -2 days off'

  test('is reported with its line, and the others are imported', async () => {
    const table = await freshTable(engine)
    const rules = file(`06682A|RENNES LE GAST|${MOVING}\n${RULES}`)
    expect(await imported(table, [all(), rules])).toMatchObject({
      sites: { new: 4 },
      hours: { new: 2 },
      refused: [{ file: rules, line: 1, reason: expect.stringContaining('movable day') }],
      misread: [],
    })
  })

  test('with partly unknown hours is imported, and reported', async () => {
    const table = await freshTable(engine)
    const rules = file(`${RULES}06682A|RENNES LE GAST|Mo 09:00-12:00; Tu 09:00-12:00 "sur rendez-vous"\n`)
    expect(await imported(table, [all(), rules])).toMatchObject({
      hours: { new: 3 },
      refused: [],
      partly: [
        { line: 3, reason: expect.stringMatching(/^hours taken as unknown on 5\d of 400 days: Mo 09:00/) },
      ],
    })
  })

  test('among many more marks its file as misread', async () => {
    const table = await freshTable(engine)
    const rows = ['23.11.2026', '24.11.2026', '2026-11-25'].map(
      (date) => `09410A;MONTMIRAIL;${date};FERME;;;;;;;;`,
    )
    const calendar = file([CALENDAR_HEADER, ...rows, ''].join('\n'))
    const report = await imported(table, [all(), calendar])
    expect(report).toMatchObject({ hours: { new: 1 }, misread: [{ file: calendar, refused: 2, given: 3 }] })
    const rules = file('09410A|MONTMIRAIL|gibberish\n')
    expect(await imported(table, [rules])).toMatchObject({ misread: [{ file: rules, refused: 1, given: 1 }] })
  })

  test('of an expired calendar changes nothing', async () => {
    const table = await freshTable(engine)
    const old = file(`${CALENDAR_HEADER}\n09410A;MONTMIRAIL;2021-01-04;09:00-12:00;;;;;;;;\n`)
    expect(await imported(table, [all(), old])).toMatchObject({
      hours: { new: 0 },
      refused: [{ line: 2, reason: 'a calendar known until 2021-07-06: import a newer one' }],
      misread: [{ file: old }],
    })
  })
})

describe.each(engines)('an interrupted import on $name', (engine) => {
  test('is finished by repeating it, wherever it was killed', async () => {
    for (const writes of shareOf([0, 1, 2, 3, 5, 8])) {
      const table = await freshTable(engine)
      await expect(imported(dyingAfter(table, writes), [all(), file(RULES)])).rejects.toThrow('killed')
      await imported(table, [all(), file(RULES)])
      expect(await ids(table)).toEqual(['03754A', '06632A', '06682A', '09410A'])
      expect((await siteStore(table).findSite('06632A' as SiteId))?.site.counter).toBeDefined()
      const again = await imported(table, [all(), file(RULES)])
      expect(again).toMatchObject({ sites: { new: 0, updated: 0, unchanged: 4 }, hours: { unchanged: 2 } })
    }
  })

  test('stops between two départements when asked, and says how to continue', async () => {
    const table = await freshTable(engine)
    let asked = 0
    const result = await importing(table, [all()], { stopped: () => ++asked > 1 })
    expect(result).toEqual({ ok: false, error: expect.stringContaining('run the same command again') })
    expect(await ids(table)).toEqual(['03754A'])
    expect(await imported(table, [all()])).toMatchObject({ sites: { new: 3, unchanged: 1 } })
  })

  test('writes nothing when one of its files is unfit', async () => {
    const table = await freshTable(engine)
    const result = await importing(dyingAfter(table, 0), [all(), file('')])
    expect(result.ok).toBe(false)
    expect(await ids(table)).toEqual([])
  })

  test('repeats writes that the table had no capacity for', async () => {
    const table = await freshTable(engine)
    let refusals = 3
    const send = async (command: BatchWriteItemCommand) => {
      if (!(command instanceof BatchWriteItemCommand) || refusals-- <= 0) return table.client.send(command)
      const [first, ...others] = command.input.RequestItems?.[table.name] ?? []
      if (first)
        await table.client.send(new BatchWriteItemCommand({ RequestItems: { [table.name]: [first] } }))
      return {
        UnprocessedItems: others.length > 0 ? { [table.name]: others } : {},
      } as BatchWriteItemCommandOutput
    }
    await imported({ ...table, client: { send } as unknown as Table['client'] }, [all(), file(RULES)])
    for (const id of await ids(table)) expect((await siteStore(table).findSite(id))?.site.id).toBe(id)
  })
})
