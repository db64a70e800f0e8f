import { beforeAll, describe, expect, test } from 'vitest'
import { importNetwork } from '../../functions/jobs/import-network/import-network.ts'
import { misreadLines, reportLines } from '../../functions/jobs/import-network/report.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import type { Table } from '../../shared/store/client.ts'
import { directoryStore } from '../../shared/store/directory-store.ts'
import { hoursStore } from '../../shared/store/hours-store.ts'
import { networkStore } from '../../shared/store/network-store.ts'
import { positionStore } from '../../shared/store/position-store.ts'
import { engines, freshTable } from '../support/engine.ts'
import { file } from './files.ts'

const TODAY = '2026-11-22' as LocalDate

const OF_2022 = `Code_commune_INSEE;Nom_commune;Code_postal;Ligne_5;Libellé_d_acheminement;latitude;longitude
51380;MONTMIRAIL;51210;;MONTMIRAIL;48.8713;3.5391
69383;LYON 03;69003;;LYON;45.7537;4.8692
69383;LYON 03;69003;ELSEWHERE;LYON;45.9;4.9
2A004;AJACCIO;20000;;AJACCIO;41.9348;8.7013
97701;ST BARTHELEMY;97133;;ST BARTHELEMY;46.921052;-56.269556
01015;ARBIGNIEU;01300;;ARBIGNIEU;;
`

const OF_2015 = `Code_commune_INSEE;Nom_commune;Code_postal;Libelle_acheminement;Ligne_5;coordonnees_gps
1004;AMBERIEU EN BUGEY;1500;AMBERIEU EN BUGEY;;45.9608475114,5.3729257777
`

describe.each(engines.slice(0, 1))('an import of postcodes', (engine) => {
  let table: Table
  beforeAll(async () => {
    table = await freshTable(engine)
  })

  const imported = async (...files: string[]) => {
    const result = await importNetwork(
      { files, today: TODAY, acceptGone: false },
      {
        openStores: async () => ({
          network: networkStore(table),
          directory: directoryStore(table),
          positions: positionStore(table),
          hours: hoursStore(table),
        }),
        progress: { start: () => undefined, advance: () => undefined, stop: () => undefined },
        stopped: () => false,
        elapsed: () => 0,
      },
    )
    if (!result.ok) throw new Error(result.error)
    return result.value
  }

  test('writes the middle of each commune, and refuses what lies in another ocean or nowhere', async () => {
    const report = await imported(file(OF_2022))
    expect(report.refused.map(({ line, reason }) => [line, reason])).toEqual([
      [6, 'coordinates 3283 km from the chief town of its département'],
      [7, 'no coordinates'],
    ])
    expect(reportLines(report)).toContain('Middles of communes: 3')
    expect(misreadLines(report.misread)).toEqual([])
    expect([...(await positionStore(table).readPositions())].sort()).toEqual([
      ['2A004', { lat: 41.935, lon: 8.701 }],
      ['51380', { lat: 48.871, lon: 3.539 }],
      ['69383', { lat: 45.754, lon: 4.869 }],
    ])
  })

  test('understands the older form, with one column and codes without their zero', async () => {
    await imported(file(OF_2015))
    expect((await positionStore(table).readPositions()).get('01004')).toEqual({ lat: 45.961, lon: 5.373 })
  })

  test('refuses a list without coordinates, and changes nothing', async () => {
    const result = imported(
      file('#Code_commune_INSEE;Nom_de_la_commune;Code_postal\n51380;MONTMIRAIL;51210\n'),
    )
    await expect(result).rejects.toThrow('a list of postcodes without the column latitude')
  })
})
