import { beforeAll, describe, expect, it } from 'vitest'
import { NetworkMapView } from '../../shared/contracts/network-map-views.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import { positionsOf } from '../../shared/domain/point-grid.ts'
import { anApi } from '../support/api.ts'
import { aSite, aSpace } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { seed } from '../support/seed.ts'

describe.each(engines)('the map of the network on $name', (engine) => {
  let api: ReturnType<typeof anApi>
  beforeAll(async () => {
    const table = await freshTable(engine)
    await seed(table, aSite(), [aSpace()])
    await seed(table, aSite({ id: '09439A' as SiteId, position: { lat: 48.723402, lon: 3.721339 } }), [])
    await seed(
      table,
      aSite({ id: '97400A' as SiteId, departement: '974', position: { lat: -20.9, lon: 55.5 } }),
      [],
    )
    api = anApi(table)
  })

  const read = (query = '', headers = {}) => api.call('GET', `/network-map${query}`, { headers })

  it('tells which points lend, and where the others are by the week of their counter', async () => {
    const { status, body } = await read()
    expect(status).toBe(200)
    const map = NetworkMapView.parse(body)
    expect(map.departements).toEqual([
      { code: '51', name: 'Marne', points: 2, lent: 1, idle: 1 },
      { code: '974', name: 'La Réunion', points: 1, lent: 0, idle: 1 },
    ])
    expect(map.lent.map(({ id, name }) => [id, name])).toEqual([['09410A', 'Montmirail']])
    expect(positionsOf(map.counters.partly, map.degrees)).toHaveLength(2)
  })

  it('tells of the surroundings of a position, more exactly', async () => {
    const { body } = await read('?near=48.9,3.5')
    expect(body.departements).toEqual([{ code: '51', name: 'Marne', points: 2, lent: 1, idle: 1 }])
    const [sezanne] = positionsOf(body.counters.partly, body.degrees)
    expect(sezanne?.lat).toBeCloseTo(48.723, 6)
    const { body: narrow } = await read('?near=48.9,3.5&km=10')
    expect([narrow.counters.partly, narrow.outlines.departements[0].name]).toEqual([[], 'Aisne'])
  })

  it('may be kept for an hour, and is not sent again while it is the same', async () => {
    const { headers } = await read()
    expect(headers.get('cache-control')).toBe('public, max-age=3600')
    const again = await read('', { 'if-none-match': headers.get('etag') })
    expect([again.status, again.body]).toEqual([304, ''])
    expect(again.headers.get('cache-control')).toBe('public, max-age=3600')
  })

  it('refuses a position that is none, and lets no cache keep the refusal', async () => {
    const { status, body, headers } = await read('?near=paris')
    expect((await read('?near=48.9,3.5&km=0')).status).toBe(422)
    expect([status, body.code, headers.get('cache-control')]).toEqual([422, 'invalid', 'no-store'])
  })
})
