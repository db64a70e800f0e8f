import { describe, expect, test } from 'vitest'
import { loadCommunes } from '../../functions/jobs/import-network/communes.ts'
import { ruleCompiler } from '../../functions/jobs/import-network/compile-rule.ts'
import { readFiles } from '../../functions/jobs/import-network/read-files.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import { CALENDAR_HEADER, file, LE_GAST, latin1, MONTMIRAIL, SENS, SITES_HEADER, sitesFile } from './files.ts'

const tools = {
  communes: loadCommunes(),
  compileRule: ruleCompiler('2026-11-22' as LocalDate),
  progress: { start: () => undefined, advance: () => undefined, stop: () => undefined },
}

const read = (...paths: string[]) => readFiles(paths, tools)

const readWell = async (...paths: string[]) => {
  const result = await read(...paths)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

const refusal = async (...paths: string[]) => {
  const result = await read(...paths)
  return result.ok ? undefined : result.error
}

const site = async (path: string, id: string) => (await readWell(path)).sites.get(id as SiteId)

const PORTAL_HEADER =
  'code_postal,latlong,libelle_du_site,identifiant_a,localite,adresse,code_insee,caracteristique_du_site'

describe('a file of sites', () => {
  const rows = `${[SITES_HEADER, MONTMIRAIL, SENS].join('\n')}\n`

  test.each([
    ['UTF-8', rows],
    ['UTF-8 with a byte order mark', `\uFEFF${rows}`],
    ['ISO-8859-1', latin1(rows)],
    ['CRLF', rows.replaceAll('\n', '\r\n')],
    ['CRLF in ISO-8859-1', latin1(rows.replaceAll('\n', '\r\n'))],
    ['no line end at its end', rows.trimEnd()],
  ])('is read in %s', async (_, content) => {
    const { sites, refused } = await readWell(file(content))
    expect([...sites.values()].map(({ name }) => name)).toEqual(['Montmirail', 'Sens-de-Bretagne'])
    expect(refused).toEqual([])
  })

  test('gives a site everything that its row says', async () => {
    expect(await site(sitesFile(MONTMIRAIL), '09410A')).toEqual({
      id: '09410A',
      name: 'Montmirail',
      kind: 'post-office',
      address: '9 rue Lucien Mathieu',
      postcode: '51210',
      commune: 'Montmirail',
      insee: '51380',
      departement: '51',
      timeZone: 'Europe/Paris',
      phone: '3631',
      position: { lat: 48.871287, lon: 3.539091 },
    })
  })

  test("is read as the portal's CSV, with columns in any order, separated by commas", async () => {
    const path = file(
      `${PORTAL_HEADER}\n01500,"45.9598,5.3582",AMBERIEU EN BUGEY,00001A,AMBERIEU EN BUGEY,38 RUE ALEXANDRE BERARD,01004,Bureau de Poste\n`,
    )
    const found = await site(path, '00001A')
    expect(found).toMatchObject({ name: 'Ambérieu-en-Bugey', position: { lat: 45.9598, lon: 5.3582 } })
  })

  test('is read as JSON lines, with a numeric postcode without its leading zero', async () => {
    const row = {
      identifiant_a: '00001A',
      libelle_du_site: 'AMBERIEU EN BUGEY',
      caracteristique_du_site: 'Bureau de Poste',
      adresse: '38 RUE ALEXANDRE BERARD',
      code_postal: 1500,
      localite: 'AMBERIEU EN BUGEY',
      code_insee: '01004',
      latitude: 45.9598,
      longitude: 5.3582,
      latlong: { lat: 45.9598, lon: 5.3582 },
    }
    const found = await site(file(`${JSON.stringify(row)}\n`), '00001A')
    expect(found).toMatchObject({
      postcode: '01500',
      departement: '01',
      position: { lat: 45.9598, lon: 5.3582 },
    })
  })

  test('has bad rows refused one by one, with line and reason', async () => {
    const path = sitesFile(
      MONTMIRAIL,
      SENS.replace(';35490;', ';;'),
      SENS.replace(';35490;', ';96490;'),
      SENS.replace('48.3338538', '483.338538'),
      SENS.replace('06632A;SENS', ';SENS'),
      SENS.replace('48.3338538', 'nord'),
      SENS.replace(';FRANCE;', ';'),
      MONTMIRAIL,
      LE_GAST,
    )
    const { sites, refused, doubtful } = await readWell(path)
    expect([...sites.keys()]).toEqual(['09410A', '06682A'])
    expect(refused.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'no postcode'],
      [4, 'unknown postcode "96490"'],
      [5, 'bad coordinates "483.338538, -1.5377"'],
      [6, 'no identifier'],
      [7, 'bad coordinates "nord, -1.5377"'],
      [8, '15 fields where the header has 16'],
      [9, '09410A is given twice'],
    ])
    expect([...doubtful]).toEqual(['06632A', '09410A'])
  })
})

describe('a file of hours', () => {
  test('holds rules by identifier, `closed` among them', async () => {
    const { hours } = await readWell(
      file('09410A|MONTMIRAIL BP|Mo-Fr 14:00-18:00; PH off\n00007A|ARLOD RP|closed\n'),
    )
    expect(hours.get('09410A' as SiteId)).toMatchObject({ line: 1, rule: 'Mo-Fr 14:00-18:00; PH off' })
    expect(hours.get('00007A' as SiteId)).toMatchObject({ line: 2, rule: 'closed' })
  })

  test('holds unsorted calendar rows, where FERME is closed, empty is unknown and the bank does not count', async () => {
    const path = file(
      latin1(
        [
          CALENDAR_HEADER,
          '09410A;MONTMIRAIL BP;2026-11-25;09:00-12:00;14:00-17:30;;;;;;;FERME',
          '09410A;MONTMIRAIL BP;2026-11-24;FERME;;;;;;;;09:00-12:00',
          '09410A;MONTMIRAIL BP;2026-11-23;;;;;;;;;09:00-12:00',
          '09410A;MONTMIRAIL BP;2026-11-26;25:00-26:00;;;;;;;;',
          '',
        ].join('\r\n'),
      ),
    )
    const { hours, refused } = await readWell(path)
    const source = hours.get('09410A' as SiteId)
    expect(source && 'days' in source ? [...source.days] : undefined).toEqual([
      [
        '2026-11-25',
        [
          [540, 720],
          [840, 1050],
        ],
      ],
      ['2026-11-24', []],
      ['2026-11-23', 'unknown'],
      ['2026-11-26', 'unknown'],
    ])
    expect(refused).toMatchObject([{ line: 5, reason: 'bad hours "25:00-26:00"' }])
  })
})

describe('a row of the calendar', () => {
  const dayOf = async (date: string, ...ranges: string[]) => {
    const row = ['09410a', 'MONTMIRAIL BP', date, ...ranges, ...Array(9 - ranges.length).fill('')].join(';')
    const { hours, refused, partly } = await readWell(file(`${CALENDAR_HEADER}\n${row}\n`))
    const source = hours.get('09410A' as SiteId)
    return source && 'days' in source ? [...source.days] : [...refused, ...partly].map(({ reason }) => reason)
  }

  test.each([
    '2026-12-07',
    '07/12/2026',
    '7/12/2026',
    '2026-12-07T00:00:00',
    '2026-12-07 00:00:00',
    '2026-12-07T00:00:00+01:00',
    '2026-12-06T23:00:00Z',
    '2026-12-06T23:00:00.000+00:00',
  ])('gives its date as %s', async (date) => {
    expect(await dayOf(date, '09:00-12:00')).toEqual([['2026-12-07', [[540, 720]]]])
  })

  test.each(['31/02/2026', '12/31/2026', '07/12/26', '2026-12-07T15:00:00Z', 'lundi'])(
    'is refused for the date %s',
    async (date) => {
      expect(await dayOf(date, '09:00-12:00')).toEqual([`bad date "${date}"`])
    },
  )

  test.each([
    ['9:00-12:00', [[540, 720]]],
    ['09:00 - 12:00', [[540, 720]]],
    ['09h00-12h00', [[540, 720]]],
    ['9h-12h30', [[540, 750]]],
    ['9h à 12h', [[540, 720]]],
    ['FERMÉ', []],
    ['Fermé', []],
  ])('gives its hours as %s', async (text, ranges) => {
    expect(await dayOf('2026-12-07', text)).toEqual([['2026-12-07', ranges]])
  })

  test.each([
    ['sur rendez-vous', 'by appointment: that day is taken as unknown'],
    ['Sur RDV', 'by appointment: that day is taken as unknown'],
    ['12:00-09:00', 'bad hours "12:00-09:00"'],
    ['09:00-12', 'bad hours "09:00-12"'],
  ])('says nothing certain by %s, which is reported', async (text, reason) => {
    expect(await dayOf('2026-12-07', text)).toEqual([reason])
  })

  test('makes a day unknown when another row gives other hours', async () => {
    const rows = ['09:00-12:00', '09:00-12:30'].map(
      (range) => `09410A;MONTMIRAIL BP;2026-12-07;${range};;;;;;;;`,
    )
    const { hours, partly } = await readWell(file([CALENDAR_HEADER, ...rows, ''].join('\n')))
    expect(hours.get('09410A' as SiteId)).toMatchObject({ days: new Map([['2026-12-07', 'unknown']]) })
    expect(partly).toMatchObject([
      { line: 3, reason: '2026-12-07 is given twice with other hours: taken as unknown' },
    ])
  })
})

describe('an unfit file', () => {
  const whole = `${[SITES_HEADER, MONTMIRAIL, SENS].join('\n')}\n`

  test.each([
    ['empty', '', /: empty$/],
    ['blank', '\n\n', /: empty$/],
    ['binary', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 8, 0]), /: not text/],
    ['of another kind', 'nom;prénom\nAnne;Li\n', /not a file that can be imported/],
    ['without a needed column', whole.replace('Code_postal', 'Ville'), /without the column code_postal$/],
    [
      'a calendar without dates',
      '#Identifiant;Plage_horaire_1\n1;FERME\n',
      /opening calendar without the column date_calendrier$/,
    ],
    ['cut in the middle of a row', whole.slice(0, -60), /cut short: line 3 is not whole/],
    [
      'cut in a quoted text',
      `${whole}06682A;"RENNES LE GAST;Bureau\n`,
      /a quote opened on line 4 is never closed/,
    ],
    ['a header alone', `${SITES_HEADER}\n`, /a header and no row$/],
    [
      'cut JSON lines',
      '{"identifiant_a":"00001A","libelle_du_site":"A","adresse":"","code_postal":1500,"localite":"A"}\n{"identif',
      /cut short: line 2/,
    ],
    ['a cut first JSON line', '{"identifiant_a":"000', /first line is not a whole JSON object/],
    ['a JSON array', '[{"identifiant_a":"00001A"}]', /export it as JSON lines/],
    [
      'a cut rule',
      '09410A|MONTMIRAIL BP|Mo-Fr 14:00-18:00; PH off\n06632A|SENS|Mo-Fr 14:00-1',
      /cut short: line 2/,
    ],
  ])('refuses the whole import when it is %s', async (_, content, line) => {
    const error = await refusal(sitesFile(LE_GAST), file(content))
    expect(error).toMatch(line)
    expect(error).not.toContain('\n')
  })

  test('refuses the whole import when it is absent, or a folder', async () => {
    expect(await refusal('/nowhere/at/all.csv')).toBe('/nowhere/at/all.csv: no such file')
    expect(await refusal('.')).toBe('.: a folder, not a file')
  })
})
