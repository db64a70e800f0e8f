import { beforeAll, describe, expect, it } from 'vitest'
import { nearestCounters } from '../../functions/use-cases/nearest-counters.ts'
import type { Closure } from '../../shared/domain/closure.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import { instantAt, type TimeZone } from '../../shared/domain/instant.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { Space } from '../../shared/domain/space.ts'
import type { Table } from '../../shared/store/client.ts'
import { positionStore } from '../../shared/store/position-store.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import {
  AFTERNOONS,
  anOpening,
  aSite,
  aSpace,
  date,
  NOW,
  PARIS,
  range,
  TUESDAY,
  time,
} from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { seed } from '../support/seed.ts'

const MORNINGS = {
  ...AFTERNOONS,
  weekly: [...Array.from({ length: 5 }, () => [[540, 720] as const]), [], []],
}

const siteAt = (id: string, name: string, postcode: string, changes: Partial<Site>): Site =>
  aSite({
    ...{ id: id as SiteId, name, commune: name, postcode, departement: postcode.slice(0, 2) },
    ...changes,
  })

const SITES: readonly (readonly [Site, readonly Partial<Space>[]])[] = [
  [aSite(), [{}]],
  [
    siteAt('09439A', 'Sézanne', '51120', { position: { lat: 48.7234, lon: 3.7213 }, counter: MORNINGS }),
    [
      {
        capacity: 12,
        uses: ['room'],
        amenities: ['step-free'],
        access: { kind: 'host', host: { name: 'Camille' } },
        price: { per: 'day', cents: 2000 },
        openings: [anOpening({ basis: 'fixed', window: range('08:00-22:00'), weekdays: [2] })],
      },
    ],
  ],
  [siteAt('09419A', 'Orbais-l’Abbaye', '51270', { position: { lat: 48.95, lon: 3.7 } }), []],
  [
    siteAt('97400A', 'Saint-Denis', '97400', {
      departement: '974',
      timeZone: 'Indian/Reunion' as TimeZone,
      position: { lat: -20.88, lon: 55.45 },
    }),
    [{ uses: ['desk'] }],
  ],
]

describe.each(engines.slice(0, 1))('a search for places', (engine) => {
  let table: Table
  let api: ReturnType<typeof anApi>
  beforeAll(async () => {
    table = await freshTable(engine)
    for (const [site, spaces] of SITES) await seed(table, site, spaces.map(aSpace))
    await positionStore(table).writePositions('51', new Map([['51113', { lat: 48.881, lon: 3.774 }]]))
    api = anApi(table)
  })

  const search = async (query: string) => {
    const { status, body } = await api.call('GET', `/sites?${query}`)
    expect([query, status]).toEqual([query, 200])
    return body
  }
  const lenders = async (query: string) =>
    (await search(query)).lenders.map(({ name }: { name: string }) => name)

  it('in a commune without a post office names the nearest that lend, with their distance', async () => {
    const { total, sites, lenders: near, around } = await search('q=champaubert')
    expect([total, sites]).toEqual([0, []])
    expect(around).toMatchObject({
      name: 'Champaubert',
      departementName: 'Marne',
      locality: { code: '51113' },
      position: { lat: 48.881, lon: 3.774 },
    })
    expect(
      near.map(({ name, distanceKm }: { name: string; distanceKm: number }) => [name, distanceKm]),
    ).toEqual([
      ['Montmirail', 17.2],
      ['Sézanne', 17.9],
      ['Saint-Denis', 9289.2],
    ])
    expect(near[0]).toMatchObject({
      lends: [
        { use: 'desk', most: 5 },
        { use: 'room', most: 5 },
      ],
      ...{ free: true, stepFree: false, access: ['open'] },
    })
  })

  it('finds the same by a misspelt name, the code of the commune, and a postcode', async () => {
    expect(await lenders('q=chanpaubert')).toEqual(['Montmirail', 'Sézanne', 'Saint-Denis'])
    expect(await lenders('locality=51113')).toEqual(['Montmirail', 'Sézanne', 'Saint-Denis'])
    expect(await lenders('q=51270%20Champaubert')).toEqual(['Montmirail', 'Sézanne', 'Saint-Denis'])
  })

  it('shows the commune’s own point of contact that lends nothing', async () => {
    const { total, sites, around } = await search('q=orbais-l’abbaye&use=room')
    expect([total, sites[0].name, sites[0].lends]).toEqual([1, 'Orbais-l’Abbaye', []])
    expect(around).toEqual(
      expect.objectContaining({ name: 'Orbais-l’Abbaye', position: { lat: 48.95, lon: 3.7 } }),
    )
    expect(around.isApproximate).toBeUndefined()
  })

  it('begins, if no position is known, from counters of the postcode or the département, and says so', async () => {
    expect((await search('q=reims')).around).toMatchObject({ name: 'Reims', isApproximate: true })
    expect((await search('q=etoges')).around).toMatchObject({ name: 'Étoges', isApproximate: true })
    expect((await search('departement=08')).around).toMatchObject({ name: 'Ardennes', isApproximate: true })
  })

  it('overseas sends nobody to another territory before its own', async () => {
    expect((await lenders('q=cilaos'))[0]).toBe('Saint-Denis')
    expect(await lenders('q=fort-de-france')).toHaveLength(3)
  })

  it('says what else the text may mean', async () => {
    const { around } = await search('q=saint-denis')
    expect(around.locality.departement).toBe('974')
    expect(around.others.map(({ departement }: { departement: string }) => departement)).toContain('93')
  })

  it.each([
    ['use=room&people=8', ['Sézanne']],
    ['stepFree=yes', ['Sézanne']],
    ['free=yes', ['Montmirail', 'Saint-Denis']],
    ['access=host', ['Sézanne']],
    ['after=21:00', ['Sézanne']],
    [`date=${TUESDAY}&after=18:00`, ['Montmirail', 'Sézanne', 'Saint-Denis']],
    ['date=2026-11-25&use=room', ['Montmirail']],
  ])('for %s finds %o, nothing left out', async (wishes, names) => {
    const { lenders: found, relaxed } = await search(`locality=51113&${wishes}`)
    expect([found.map(({ name }: { name: string }) => name), relaxed]).toEqual([names, undefined])
  })

  it.each([
    ['use=desk&stepFree=yes', ['stepFree']],
    ['date=2026-11-29', ['date']],
    ['date=2026-11-25&after=21:00', ['after']],
    ['people=50&stepFree=yes&access=host', ['people']],
    ['use=desk&people=50&free=yes&stepFree=yes', ['free', 'people', 'stepFree']],
  ])('for %s leaves out %o rather than finding nobody', async (wishes, relaxed) => {
    const found = await search(`locality=51113&${wishes}`)
    expect([found.lenders.length > 0, found.relaxed]).toEqual([true, relaxed])
  })

  it('finds nobody only where nobody lends for that use', async () => {
    expect(await search('locality=51113&use=workshop')).toMatchObject({ lenders: [] })
  })

  it('on a date leaves out the places that are taken', async () => {
    const cookie = await api.signIn('camille@example.org')
    const before = await lenders(`locality=51113&use=room&date=2026-11-26`)
    for (const times of [
      { start: '08:00', end: '14:00' },
      { start: '18:00', end: '20:00' },
    ]) {
      const body = aBookingBody({ date: '2026-11-26', use: 'room', ...times })
      expect((await api.call('POST', '/bookings', { body, headers: aKey(), cookie })).status).toBe(201)
    }
    const after = await search(`locality=51113&use=room&date=2026-11-26`)
    expect([before, after.relaxed]).toEqual([['Montmirail'], ['date']])
  })

  it('around a position that is abroad, at sea or written the wrong way round finds the nearest', async () => {
    expect((await lenders('near=48.88,3.77'))[0]).toBe('Montmirail')
    expect((await lenders('near=3.77,48.88'))[0]).toBe('Montmirail')
    expect((await lenders('near=40.7,-74'))[0]).toBe('Montmirail')
    expect((await search('near=0,0')).lenders).toHaveLength(3)
  })

  it.each(['%F0%9F%99%82', 'qzkxw', '%3Cscript%3E1', '0'])('for %s still lists who lends', async (text) => {
    const found = await search(`q=${text}`)
    expect(found.lenders).toHaveLength(3)
  })

  it.each(['', 'q=Montmirail&departement=72', 'near=48.88,3.77&locality=51113'])(
    'answers %s, which names no single place, with what to name',
    async (query) => {
      const { status, body } = await api.call('GET', `/sites?${query}`)
      expect([status, body.code]).toEqual([422, 'invalid'])
      expect(body.errors[0].detail).toContain('one of q, locality')
    },
  )

  it('suggests localities while one types', async () => {
    const { body } = await api.call('GET', '/localities?q=champau&limit=2')
    expect(body.localities).toMatchObject([
      { code: '51113', name: 'Champaubert', departementName: 'Marne' },
      {},
    ])
    expect((await api.call('GET', '/localities?q=zzzzzz')).body).toEqual({ localities: [] })
  })

  it('names the nearest counters that are open now, then those that open next', async () => {
    const counters = async () =>
      (await api.call('GET', '/counters?near=48.95,3.7')).body.counters.map(
        ({ site, openUntil, opensAt }: { site: Site; openUntil?: string; opensAt?: string }) =>
          `${site.name} ${openUntil ?? opensAt}`,
      )
    api.clock.now = instantAt(TUESDAY, time('11:00'), PARIS)
    expect(await counters()).toEqual([
      'Sézanne 12:00',
      'Orbais-l’Abbaye 2026-11-24T14:00',
      'Montmirail 2026-11-24T14:00',
    ])
    api.clock.now = instantAt(date('2026-11-27'), time('18:00'), PARIS)
    expect((await counters())[0]).toBe('Sézanne 2026-11-30T09:00')
    api.clock.now = NOW
  })

  it('names a counter open no longer than until a closure begins, and none that one shuts', async () => {
    const site = aSite({ counter: AFTERNOONS })
    const { directory, hours, sites } = api.deps
    const at = instantAt(TUESDAY, time('15:00'), PARIS)
    const stateFor = async (...closures: Closure[]) => {
      const found = await nearestCounters(
        { directory: await directory(), near: { lat: 48.87, lon: 3.54 }, at, limit: 1 },
        {
          hours,
          sites: {
            findSite: async (id) => (id === site.id ? { site, spaces: [], closures } : sites.findSite(id)),
          },
        },
      )
      return found.map((each) => [each.site.id === site.id, each.state])
    }
    expect(await stateFor()).toEqual([[true, { openUntil: 18 * 60 }]])
    const closed = (start: string) =>
      ({ state: 'closed', from: TUESDAY, to: TUESDAY, start: time(start), end: time('24:00') }) as Closure
    expect(await stateFor(closed('16:00'))).toEqual([[true, { openUntil: 16 * 60 }]])
    expect((await stateFor(closed('14:00')))[0]?.[0]).toBe(false)
  })
})
