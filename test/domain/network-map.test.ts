import { describe, expect, it, test } from 'vitest'
import { type CounterDay, counterWeekOf } from '../../shared/domain/counter-hours.ts'
import { type DirectoryEntry, directoryEntryOf } from '../../shared/domain/directory.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import { listedSpaceOf } from '../../shared/domain/listed-space.ts'
import { networkMapAround, networkMapOf } from '../../shared/domain/network-map.ts'
import { gridStepsOf, positionsOf } from '../../shared/domain/point-grid.ts'
import { AFTERNOONS, aSite, aSpace, date } from '../support/builders.ts'

const week = (weekday: CounterDay, ...others: CounterDay[]) => ({
  weekly: [...others, ...Array.from({ length: 5 - others.length }, () => weekday), [], []],
  onHolidays: [],
  exceptions: {},
})

const ALL_DAY: CounterDay = [
  [540, 720],
  [840, 1020],
]

test.each([
  ['partly, with free mornings', AFTERNOONS, 'partly'],
  ['partly, with one free afternoon', week(ALL_DAY, [[540, 720]]), 'partly'],
  ['open', week(ALL_DAY), 'open'],
  ['closed', week([]), 'closed'],
  ['unknown without hours', undefined, 'unknown'],
  ['unknown, with a day that could be free', week(ALL_DAY, 'unknown'), 'unknown'],
  ['partly, with an unknown day and a free one', week(ALL_DAY, 'unknown', []), 'partly'],
] as const)('the week of a counter is %s', (_, hours, expected) => {
  expect(counterWeekOf(hours)).toBe(expected)
})

describe('points on a grid', () => {
  it('come back within half a step, overseas included', () => {
    const places = [
      { lat: 48.871, lon: 3.539 },
      { lat: -22.276, lon: 166.444 },
      { lat: 16.242, lon: -61.534 },
      { lat: 48.871, lon: 3.539 },
    ]
    const back = positionsOf(gridStepsOf(places, 0.001), 0.001)
    expect(back).toHaveLength(4)
    for (const { lat, lon } of places)
      expect(back.some((each) => Math.abs(each.lat - lat) < 1e-6 && Math.abs(each.lon - lon) < 1e-6)).toBe(
        true,
      )
  })

  it('are small numbers for neighbours, whatever their order', () => {
    const row = Array.from({ length: 50 }, (_, at) => ({ lat: 48.5, lon: 3 + at * 0.01 }))
    const steps = gridStepsOf(row.toReversed(), 0.01)
    expect(steps).toEqual(gridStepsOf(row, 0.01))
    expect(steps.slice(1).filter((step) => step > 0 && step < 4000).length).toBeGreaterThan(45)
  })
})

const entry = (id: string, changes: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  ...directoryEntryOf(aSite({ id: id as SiteId }), []),
  ...changes,
})

const OUTLINES = {
  km: 1,
  lines: 'A|B|C',
  departements: [
    { code: '10', rings: '0 1', south: 47.9, north: 48.7, west: 4.4, east: 4.9 },
    { code: '51', rings: '-2 2', south: 48.5, north: 49.4, west: 3.4, east: 5 },
  ],
}

describe('the map of the network', () => {
  const { position: _, ...unplaced } = entry('F', { counter: 'closed' })
  const entries = [
    entry('A', { spaces: [listedSpaceOf(aSpace(), aSite(), date('2026-11-23'))] }),
    entry('B'),
    entry('C', { counter: 'open' }),
    entry('D', { departement: '974', position: { lat: -21, lon: 55.5 }, counter: 'closed' }),
    unplaced,
  ]

  it('counts each département, with points that have no position', () => {
    expect(networkMapOf(entries, OUTLINES).departements).toEqual([
      { code: '51', points: 4, lent: 1, idle: 1 },
      { code: '974', points: 1, lent: 0, idle: 0 },
    ])
  })

  it('names those that lend, and draws the others once, by their counter', () => {
    const { lent, counters } = networkMapOf(entries, OUTLINES)
    expect(lent.map(({ id }) => id)).toEqual(['A'])
    expect(Object.values(counters).map((steps) => steps.length)).toEqual([1, 1, 1, 0])
  })

  it('around a position leaves out what is further, and is more exact', () => {
    const around = networkMapAround(entries, OUTLINES, { near: { lat: 48.5, lon: 3.5 }, km: 100 })
    expect(around.departements.map(({ code }) => code)).toEqual(['51'])
    const [first] = positionsOf(around.counters.partly, around.degrees)
    expect(first?.lat).toBeCloseTo(48.871, 6)
    expect(first?.lon).toBeCloseTo(3.539, 6)
  })

  it('around a position has the départements that are near, and only their lines', () => {
    const { outlines } = networkMapAround(entries, OUTLINES, { near: { lat: 48.5, lon: 3.5 }, km: 60 })
    expect(outlines).toEqual({ km: 1, lines: 'B|C', departements: [{ code: '51', rings: '-1 1' }] })
  })

  it('of wide surroundings has only those that lend', () => {
    const { lent, counters } = networkMapAround(entries, OUTLINES, {
      near: { lat: 48.5, lon: 3.5 },
      km: 101,
    })
    expect(lent.map(({ id }) => id)).toEqual(['A'])
    expect(Object.values(counters).flat()).toEqual([])
  })
})
