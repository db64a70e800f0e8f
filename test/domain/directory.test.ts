import { describe, expect, it } from 'vitest'
import { type DirectoryEntry, directoryOf } from '../../shared/domain/directory.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import { distanceKm } from '../../shared/domain/position.ts'
import { searchable } from '../../shared/domain/searchable.ts'
import type { Use } from '../../shared/domain/space.ts'
import { aListedSpace } from '../support/builders.ts'

const entry = (id: string, name: string, changes: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  id: id as SiteId,
  name,
  kind: 'post-office',
  address: '',
  postcode: '51210',
  commune: name,
  departement: '51',
  spaces: [],
  counter: 'partly',
  ...changes,
})

const lent = (use: Use) => [aListedSpace({ uses: [use] })]

const directory = directoryOf([
  entry('1A', 'Montmirail', { position: { lat: 48.871, lon: 3.539 }, spaces: lent('desk') }),
  entry('2A', 'Sézanne', { postcode: '51120', position: { lat: 48.723, lon: 3.721 }, spaces: lent('room') }),
  entry('3A', 'Saint-Gérand-le-Puy', { postcode: '03150', departement: '03' }),
  entry('4A', 'Rennes Le Gast', { commune: 'Rennes', postcode: '35700', departement: '35' }),
  entry('5A', 'Mont-Saint-Michel', {
    postcode: '50170',
    departement: '50',
    position: { lat: 48.63, lon: -1.5 },
  }),
  entry('6A', 'Montmirail Gare', { commune: 'Montmirail' }),
])

const found = (search: Partial<Parameters<typeof directory.search>[0]>) =>
  directory.search({ radiusKm: 20, limit: 20, ...search }).matches.map(({ id }) => id)

describe('a search by text', () => {
  it.each([
    ['montm', ['1A', '6A']],
    ['MONTMIRAIL', ['1A', '6A']],
    ['sezanne', ['2A']],
    ['St Gérand', ['3A']],
    ['saint-gerand le puy', ['3A']],
    ['gast', ['4A']],
    ['michel', ['5A']],
    ['35', ['4A']],
    ['51210', ['1A', '6A']],
    ['51 210', ['1A', '6A']],
    ['51210 Montmirail', ['1A', '6A']],
    ['sezanne 51120', ['2A']],
    ['51120 montmirail', []],
    ['irail', []],
    ['<script>', []],
    ['%', []],
  ])('for %s finds %o', (text, ids) => {
    expect(found({ text })).toEqual(ids)
  })

  it('lists sites that lend before others that match as well', () => {
    expect(found({ text: 'mont' })).toEqual(['1A', '5A', '6A'])
  })
})

describe('a search by place', () => {
  it('lists the nearest sites first, within the radius, with their distance', () => {
    const { matches } = directory.search({ near: { lat: 48.87, lon: 3.54 }, radiusKm: 30, limit: 20 })
    expect(matches.map(({ id, distanceKm: km }) => [id, km])).toEqual([
      ['1A', 0.1],
      ['2A', 21],
    ])
    expect(found({ near: { lat: 48.87, lon: 3.54 }, radiusKm: 20 })).toEqual(['1A'])
  })

  it('lists sites of unknown position last where no radius is asked for', () => {
    const near = { lat: 48.87, lon: 3.54 }
    const { matches } = directory.search({ near, limit: 20 })
    expect(matches.map(({ id }) => id)).toEqual(['1A', '2A', '5A', '6A', '4A', '3A'])
    expect(matches.filter(({ distanceKm }) => distanceKm !== undefined)).toHaveLength(3)
  })

  it('keeps the sites of a département, and those that lend for a use', () => {
    expect(found({ departement: '51' })).toEqual(['1A', '2A', '6A'])
    expect(found({ departement: '51', lent: { use: 'room' } })).toEqual(['2A'])
  })

  it('counts all matches and returns the first', () => {
    const { total, matches } = directory.search({ departement: '51', radiusKm: 20, limit: 1 })
    expect([total, matches.length]).toEqual([3, 1])
  })

  it('measures the distance from Paris to Marseille', () => {
    expect(distanceKm({ lat: 48.8566, lon: 2.3522 }, { lat: 43.2965, lon: 5.3698 })).toBeCloseTo(660.5, 0)
  })
})

it('a search ignores accents, capitals, ligatures and abbreviated saints', () => {
  expect(searchable('St-Étienne')).toBe('saint etienne')
  expect(searchable('Ste-Mère-Église')).toBe('sainte mere eglise')
  expect(searchable('L’Œuf')).toBe('l oeuf')
})
