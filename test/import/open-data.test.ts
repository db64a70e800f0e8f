import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ImportReport } from '../../functions/jobs/import-network/import-network.ts'
import { importNetwork } from '../../functions/jobs/import-network/import-network.ts'
import { type DirectoryEntry, directoryOf } from '../../shared/domain/directory.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import { departementOfCode } from '../../shared/domain/locality.ts'
import type { LocalityPositions } from '../../shared/domain/locality-position.ts'
import { directoryStore } from '../../shared/store/directory-store.ts'
import { hoursStore } from '../../shared/store/hours-store.ts'
import { networkStore } from '../../shared/store/network-store.ts'
import { positionStore } from '../../shared/store/position-store.ts'
import { demoEntries, drawnCommunes, searchIn } from '../support/communes.ts'
import { engines, freshTable } from '../support/engine.ts'
import type { RunningEngine } from '../support/start-engines.ts'

const folder = process.env.RESTANTE_OPEN_DATA ?? ''
const files = ['laposte_poincont2.csv', 'opening_hours_2024.txt', 'laposte_hexasmal.csv'].map((name) =>
  join(folder, name),
)
const present = folder !== '' && files.every((path) => existsSync(path))

if (!present)
  console.log('SKIPPED on the real network: set RESTANTE_OPEN_DATA to the folder of La Poste’s files')

describe.skipIf(!present)('the real network', () => {
  let report: ImportReport
  let entries: DirectoryEntry[]
  let positions: LocalityPositions

  beforeAll(async () => {
    const engine = engines.at(-1) as RunningEngine
    const table = await freshTable(engine)
    const result = await importNetwork(
      { files, today: '2026-11-22' as LocalDate, acceptGone: false },
      {
        openStores: async () => ({
          network: networkStore(table),
          directory: directoryStore(table),
          positions: positionStore(table),
          hours: hoursStore(table),
        }),
        progress: { start: () => undefined, advance: () => undefined, stop: () => undefined },
        stopped: () => false,
        elapsed: () => performance.now(),
      },
    )
    if (!result.ok) throw new Error(result.error)
    report = result.value
    entries = await directoryStore(table).readDirectory()
    positions = await positionStore(table).readPositions()
  }, 900_000)

  test('is imported whole', () => {
    expect(entries).toHaveLength(17_700)
    expect(report.sites).toEqual({ new: 17_700, updated: 0, unchanged: 0 })
    expect(report.hours?.new).toBeGreaterThan(16_000)
  })

  test('knows the middle of nearly every commune', () => {
    expect(report.positions).toBe(positions.size)
    expect(positions.size).toBeGreaterThan(34_000)
  })

  test('sends nobody of 500 communes past the nearest lender, and knows where nearly all of them are', async () => {
    const lenders = new Map(demoEntries().map((entry) => [entry.id, entry]))
    const directory = directoryOf(entries.map((entry) => lenders.get(entry.id) ?? entry))
    const found = await Promise.all(
      drawnCommunes(500, 1).map(({ name, code }) =>
        searchIn({ directory, positions }, `${name} ${departementOfCode(code)}`),
      ),
    )
    for (const { lenders: near } of found) {
      expect(near.length).toBeGreaterThan(0)
      expect(near.map(({ distanceKm }) => distanceKm)).not.toContain(undefined)
    }
    expect(found.filter(({ around }) => !around?.isApproximate).length).toBeGreaterThan(490)
  })

  test('leaves about a fifth of its mornings and two fifths of its afternoons idle', () => {
    const { idleMornings, idleAfternoons, halfDays } = report.idle
    expect((2 * idleMornings) / halfDays).toBeCloseTo(0.19, 1)
    expect((2 * idleAfternoons) / halfDays).toBeCloseTo(0.44, 1)
  })
})
