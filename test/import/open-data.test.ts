import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ImportReport } from '../../functions/jobs/import-network/import-network.ts'
import { importNetwork } from '../../functions/jobs/import-network/import-network.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import { directoryStore } from '../../shared/store/directory-store.ts'
import { networkStore } from '../../shared/store/network-store.ts'
import { positionStore } from '../../shared/store/position-store.ts'
import { engines, freshTable } from '../support/engine.ts'
import type { RunningEngine } from '../support/start-engines.ts'

const folder = process.env.RESTANTE_OPEN_DATA ?? ''
const files = ['laposte_poincont2.csv', 'opening_hours_2024.txt'].map((name) => join(folder, name))
const present = folder !== '' && files.every((path) => existsSync(path))

if (!present)
  console.log('SKIPPED on the real network: set RESTANTE_OPEN_DATA to the folder of La Poste’s files')

describe.skipIf(!present)('the real network', () => {
  let report: ImportReport
  let sites: number

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
        }),
        progress: { start: () => undefined, advance: () => undefined, stop: () => undefined },
        stopped: () => false,
        elapsed: () => performance.now(),
      },
    )
    if (!result.ok) throw new Error(result.error)
    report = result.value
    sites = (await directoryStore(table).readDirectory()).length
  }, 900_000)

  test('is imported whole', () => {
    expect(sites).toBe(17_700)
    expect(report.sites).toEqual({ new: 17_700, updated: 0, unchanged: 0 })
    expect(report.hours?.new).toBeGreaterThan(16_000)
  })

  test('leaves about a fifth of its mornings and two fifths of its afternoons idle', () => {
    const { idleMornings, idleAfternoons, halfDays } = report.idle
    expect((2 * idleMornings) / halfDays).toBeCloseTo(0.19, 1)
    expect((2 * idleAfternoons) / halfDays).toBeCloseTo(0.44, 1)
  })
})
