import { expect, test } from 'vitest'
import type { SiteSummary } from '../../shared/contracts/site-views.ts'
import { findSites } from '../../web/find/find-sites.ts'
import { answerFetch } from './answer-fetch.ts'

const aSite = (id: string, change: Partial<SiteSummary> = {}): SiteSummary => ({
  id,
  name: id,
  kind: 'post-office',
  address: '',
  postcode: '51120',
  commune: 'Sézanne',
  departement: '51',
  position: { lat: 48.7, lon: 3.7 },
  uses: [],
  lends: [],
  free: false,
  stepFree: false,
  access: [],
  ...change,
})

const serving = (answer: (query: URLSearchParams) => SiteSummary[]) => {
  const asked: URLSearchParams[] = []
  answerFetch(async (path) => {
    const query = new URLSearchParams(path.split('?')[1])
    asked.push(query)
    const sites = answer(query)
    return Response.json({ total: sites.length, sites, lenders: sites })
  })
  return asked
}

test('a search lists sites that lend first, and the rest in the order of the API', async () => {
  const asked = serving(() => [aSite('A'), aSite('B'), aSite('C', { uses: ['desk'] })])
  const found = await findSites({ q: 'sez' })
  expect(found.ok && found.value.matches.map(({ id }) => id)).toEqual(['C', 'A', 'B'])
  expect(asked).toHaveLength(1)
})

test('a search that finds no lending site finds those near its first match, nearest first', async () => {
  const near = [
    aSite('FAR', { uses: ['desk'], distanceKm: 18 }),
    aSite('CLOSE', { uses: ['desk'], distanceKm: 9 }),
  ]
  const asked = serving((query) => (query.has('near') ? near : [aSite('A')]))
  const found = await findSites({ q: 'sez' })
  expect(found.ok && found.value.nearby.map(({ id }) => id)).toEqual(['CLOSE', 'FAR'])
  expect(asked[1]?.get('near')).toBe('48.7,3.7')
})

test('a search shows a commune without the wanted use, with the sites near that have it', async () => {
  serving((query) => {
    if (query.has('near')) return [aSite('ROOM', { uses: ['room'], distanceKm: 5 })]
    return [aSite('DESKS', { uses: ['desk'] })]
  })
  const found = await findSites({ q: 'sez', use: 'room' })
  expect(found).toMatchObject({ ok: true, value: { matches: [{ id: 'DESKS' }], nearby: [{ id: 'ROOM' }] } })
})

test('a search without any match is an answer', async () => {
  serving(() => [])
  expect(await findSites({ q: 'zzz' })).toEqual({
    ok: true,
    value: { total: 0, matches: [], nearby: [] },
  })
})
