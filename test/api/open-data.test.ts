import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SiteId, SpaceId } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import type { Space } from '../../shared/domain/space.ts'
import type { Table } from '../../shared/store/client.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import { aSite, aSpace, NOW } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { seed } from '../support/seed.ts'

const REUNION = aSite({
  id: '97400A' as SiteId,
  name: 'Saint-Denis',
  commune: 'Saint-Denis',
  postcode: '97400',
  insee: '97411',
  departement: '974',
  position: { lat: -20.88, lon: 55.45 },
})
const PLAIN: Partial<Space> = { id: 'bureau' as SpaceId, name: '=Bureau; "vitré"', capacity: 2 }

describe.each(engines.slice(0, 1))('the open data on $name', (engine) => {
  let table: Table
  let api: ReturnType<typeof anApi>
  const read = (path: string, headers = {}) => api.call('GET', `/public/open-data/${path}`, { headers })
  const rowsOf = async (file: string): Promise<Record<string, string>[]> =>
    parse((await read(`free-times/${file}`)).body, { bom: true, delimiter: ';', columns: true })

  beforeAll(async () => {
    table = await freshTable(engine)
    await seed(table, aSite(), [aSpace(PLAIN)])
    await seed(table, REUNION, [aSpace({ ...PLAIN, price: { per: 'day', cents: 2000 } })])
    await seed(table, aSite({ id: '09439A' as SiteId, name: 'Sézanne', commune: 'Sézanne' }), [])
    api = anApi(table)
  })

  it('has the free times of a département, as CSV and JSON alike, without what is booked', async () => {
    const cookie = await api.signIn('somebody@example.org')
    const booking = { ...aBookingBody({ start: '08:00', end: '10:00', places: 2 }) }
    expect((await api.call('POST', '/bookings', { body: booking, headers: aKey(), cookie })).status).toBe(201)
    const { status, body } = await read('free-times/51.json')
    expect([status, body.area, body.licence, body.days]).toEqual([200, '51', 'etalab-2.0', 14])
    const [{ spaces, ...site }] = body.sites
    expect(site).toMatchObject({ id: '09410A', insee: '51380', timeZone: 'Europe/Paris' })
    const that = ({ date }: { date?: string }) => date === '2026-11-24'
    expect(spaces[0].free.filter(that)).toMatchObject([{ start: '10:00' }, { start: '18:00' }])
    const rows = await rowsOf('51.csv')
    const { free } = spaces[0]
    expect(
      rows.map(({ date, start, end, places }) => ({ date, start, end, places: Number(places) })),
    ).toEqual(free)
    expect(rows[0]).toMatchObject({ space_name: `'=Bureau; "vitré"`, price_per: 'free', price_cents: '0' })
  })

  it('tells numbers as numbers, south of the equator too', async () => {
    expect((await rowsOf('974.csv'))[0]).toMatchObject({
      latitude: '-20.88',
      longitude: '55.45',
      price_cents: '2000',
    })
  })

  it('has those of a commune, by its code, and none where nothing is lent', async () => {
    expect((await rowsOf('97411.csv')).length).toBeGreaterThan(5)
    expect((await read('free-times/75056.json')).body.sites).toEqual([])
    expect((await read('free-times/75.csv')).body.trim().split('\n')).toHaveLength(1)
  })

  it('says in its data package which files there are, and in its schema what each column means', async () => {
    const { body } = await read('datapackage.json')
    expect(body.licenses).toMatchObject([{ name: 'etalab-2.0', path: expect.stringContaining('etalab') }])
    const paths = body.resources.map(({ path }: { path: string }) => path)
    expect(paths).toEqual(['free-times/51.csv', 'free-times/974.csv'])
    for (const { path, schema } of body.resources) {
      const { fields } = (await read(schema)).body
      const [row] = await rowsOf(path.replace('free-times/', ''))
      expect(fields.map(({ name }: { name: string }) => name)).toEqual(Object.keys(row ?? {}))
    }
  })

  it.each(['datapackage.json', 'free-times.schema.json', 'free-times/51.csv', 'free-times/51.json'])(
    'lets the edge keep %s for an hour, under the licence, and sends it once',
    async (path) => {
      const { headers } = await read(path)
      expect(headers.get('cache-control')).toBe('public, s-maxage=3600')
      expect(headers.get('link')).toContain('rel="license"')
      const again = await read(path, { 'if-none-match': `W/${headers.get('etag')}` })
      expect([again.status, again.body]).toEqual([304, ''])
    },
  )

  it.each([
    ['free-times/51.csv?q=1', 422],
    ['free-times/51.xml', 404],
    ['free-times/99.csv', 404],
    ['free-times/51999.csv', 404],
    ['free-times/51', 404],
    ['free-times/..%2F51.csv', 404],
    [`free-times/${'5'.repeat(3000)}.csv`, 404],
    ['datapackage.json?x=1', 422],
  ])('refuses %s with %i, and no cache keeps that', async (path, status) => {
    const answer = await read(path)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([status, 'no-store'])
  })

  it.each(['51.csv', '51380.json'])('reads %s once a minute, however many ask and write it', async (file) => {
    let reads = 0
    const { sites } = api.deps
    const counting = anApi(table, {
      sites: {
        ...sites,
        findSiteWithOccupancies: (...asked) => {
          reads += 1
          return sites.findSiteWithOccupancies(...asked)
        },
      },
    })
    const ask = (path = `/public/open-data/free-times/${file}`) => counting.call('GET', path)
    const written = `/public/open-data/free-times/%35${file.slice(1)}`
    expect((await Promise.all([ask(), ask(written), ask()])).map(({ status }) => status)).toEqual([
      200, 200, 200,
    ])
    expect(reads).toBe(1)
    counting.clock.now = addMinutes(NOW, 2)
    await ask()
    expect(reads).toBe(2)
  })
})
