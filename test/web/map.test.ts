import { gzipSync } from 'node:zlib'
import { describe, expect, it, test } from 'vitest'
import outlines from '../../functions/api/departement-outlines.json' with { type: 'json' }
import { viewOfNetworkMap } from '../../functions/api/views/network-map-view.ts'
import { networkMapAround } from '../../shared/domain/network-map.ts'
import { outlinesWithin } from '../../shared/domain/outlines.ts'
import { areaOf, pinsOf } from '../../web/map/area.ts'
import { dotPath } from '../../web/map/dots.ts'
import { placeLabels } from '../../web/map/labels.ts'
import { outlinesOf } from '../../web/map/outlines.ts'
import { lambert93, type SheetPoint } from '../../web/map/projection.ts'
import { seenDepartements } from '../../web/map/seen-departements.ts'
import { scaleOf } from '../../web/map/sizes.ts'
import { centredOn, enlarged, fitting, gestured, gestureOf, moved, type View } from '../../web/map/view.ts'
import { demoEntries } from '../support/communes.ts'

const MONTMIRAIL = { lat: 48.871287, lon: 3.539091 }
const SEZANNE = { lat: 48.723402, lon: 3.721339 }

test('the projection is Lambert-93, to ten metres', () => {
  // By its definition, and as IGN converts Paris.
  expect(lambert93({ lat: 46.5, lon: 3 }).map((km) => km.toFixed(2))).toEqual(['610.00', '520.00'])
  const [x, y] = lambert93({ lat: 48.8566, lon: 2.3522 })
  expect([x + 90, 7120 - y].map((km) => km.toFixed(2))).toEqual(['652.47', '6862.04'])
})

describe('the outlines', () => {
  const shapesOf = (drawn: typeof outlines | ReturnType<typeof outlinesWithin>) =>
    outlinesOf({ ...drawn, departements: drawn.departements.map((each) => ({ ...each, name: each.code })) })
  const shapes = shapesOf(outlines)
  const around = (position: Parameters<typeof lambert93>[0]): View => {
    const [x, y] = lambert93(position)
    return { x: x - 2, y: y - 2, width: 4, height: 4 }
  }

  it('have the 96 départements of the mainland and Corse, all closed', () => {
    expect(shapes).toHaveLength(96)
    for (const { d, rings } of shapes) {
      expect(d).toMatch(/^M[^M]+Z(M[^M]+Z)*$/)
      expect(d).not.toContain('NaN')
      for (const ring of rings) expect(ring.length).toBeGreaterThan(2)
    }
  })

  it.each([
    ['51', MONTMIRAIL],
    ['75', { lat: 48.8566, lon: 2.3522 }],
    ['2B', { lat: 42.3, lon: 9.2 }],
    ['29', { lat: 48.2, lon: -4 }],
    ['84', { lat: 44, lon: 5.2 }],
  ])('have a place of %s inside of it, and inside of no other', (code, position) => {
    expect(seenDepartements(shapes, around(position)).map((seen) => seen.code)).toEqual([code])
    const near = shapesOf(outlinesWithin(outlines, position, 10))
    expect(near.length).toBeLessThan(10)
    expect(near.find((shape) => shape.code === code)).toEqual(shapes.find((shape) => shape.code === code))
  })

  it.each([
    ['the Marne', { lat: 48.9, lon: 3.5 }],
    ['the middle of France', { lat: 46.5, lon: 2.5 }],
    ['Marseille', { lat: 43.3, lon: 5.4 }],
  ])(
    'around %s weigh at most 7 KB however far the map reaches, and keep every département',
    (_, position) => {
      for (const km of [200, 300, 500, 700, 999]) {
        const map = viewOfNetworkMap(networkMapAround(demoEntries(), outlines, { near: position, km }))
        expect(gzipSync(JSON.stringify(map), { level: 9 }).length, `${km} km`).toBeLessThanOrEqual(7000)
        const far = shapesOf(outlinesWithin(outlines, position, km))
        for (const { code, rings } of far)
          expect(
            rings.some((ring) => ring.length > 2),
            code,
          ).toBe(true)
      }
      expect(shapesOf(outlinesWithin(outlines, position, 999))).toHaveLength(96)
    },
  )

  it('name a département where there is room, and not at all where there is none', () => {
    const [x, y] = lambert93(MONTMIRAIL)
    const view = { x: x - 40, y: y - 40, width: 80, height: 80 }
    const [free] = seenDepartements(shapes, view, ({ at }) => at[0] > x)
    expect(free?.at[0]).toBeGreaterThan(x)
    expect(seenDepartements(shapes, view, () => false)).toEqual([])
  })
})

describe('a view', () => {
  const whole: View = { x: 0, y: 0, width: 1000, height: 900 }

  it('is enlarged around a point that stays where it is', () => {
    const view = enlarged(whole, 4, whole, [250, 225])
    expect(view).toEqual({ x: 187.5, y: 168.75, width: 250, height: 225 })
    expect((250 - view.x) / view.width).toBeCloseTo(0.25)
  })

  it('stays inside of the whole, and shows neither more than it nor less than a twentieth', () => {
    expect(enlarged(whole, 0.1, whole)).toEqual(whole)
    expect(enlarged(whole, 1000, whole).width).toBe(50)
    const near = enlarged(whole, 4, whole)
    expect(moved(near, [-9, -9], whole)).toMatchObject({ x: 0, y: 0 })
    expect(centredOn([999, 899], near, whole)).toMatchObject({ x: 750, y: 675 })
  })

  it('follows one finger', () => {
    const near = enlarged(whole, 2, whole)
    const gesture = gestureOf([[100, 100]], [[50, 80]])
    expect(gesture).toEqual({ scale: 1, right: -50, down: -20 })
    expect(gestured(near, gesture, { pixels: 500, whole })).toMatchObject({ x: near.x + 50, y: near.y + 20 })
  })

  it('follows two fingers, and keeps under them what was under them', () => {
    const [before, now]: SheetPoint[][] = [
      [
        [100, 200],
        [300, 200],
      ],
      [
        [50, 210],
        [450, 210],
      ],
    ]
    const gesture = gestureOf(before ?? [], now ?? [])
    expect(gesture.scale).toBe(2)
    const view = gestured(whole, gesture, { pixels: 1000, whole })
    for (const [at, finger] of (before ?? []).entries()) {
      const [x, y] = now?.[at] ?? [0, 0]
      expect(view.x + (x * view.width) / 1000).toBeCloseTo(finger[0])
      expect(view.y + (y * view.height) / 900).toBeCloseTo(finger[1])
    }
  })

  it('fits points with a margin, and a single one with its surroundings', () => {
    expect(fitting([[10, 10]], 40, 0.9)).toEqual({ x: -10, y: -8, width: 40, height: 36 })
    const wide = fitting(
      [
        [0, 0],
        [100, 0],
      ],
      40,
      0.9,
    )
    expect(wide.x).toBeLessThan(0)
    expect(wide.x + wide.width).toBeGreaterThan(100)
  })
})

const aSite = (id: string, position: typeof MONTMIRAIL) => ({ id, name: id, position })

describe('the surroundings of a search', () => {
  it('hold where one searched and the nearest places that lend', () => {
    const area = areaOf([aSite('B', SEZANNE)], MONTMIRAIL)
    expect(area).toMatchObject({ around: { near: '48.9,3.5', km: '80' }, isWide: false })
    const [x, y] = lambert93(SEZANNE)
    expect(x > (area?.whole.x ?? 0) && x < (area?.whole.x ?? 0) + (area?.whole.width ?? 0)).toBe(true)
    expect(y).toBeLessThan((area?.whole.y ?? 0) + (area?.whole.height ?? 0))
  })

  it('are wide, without the small points, where the nearest place that lends is far', () => {
    const far = aSite('FAR', { lat: 43.3, lon: 5.4 })
    expect(areaOf([far], MONTMIRAIL)).toMatchObject({ around: { km: '880' }, isWide: true })
  })

  it('are those of an island on an island, and nothing without a position', () => {
    const reunion = aSite('R', { lat: -21.1, lon: 55.5 })
    const area = areaOf([reunion, aSite('A', MONTMIRAIL)], undefined)
    expect(area).toMatchObject({ onMainland: false, around: { near: '-21.1,55.5' }, searched: undefined })
    expect(area && pinsOf([reunion, aSite('A', MONTMIRAIL)], [], area).map(({ id }) => id)).toEqual(['R'])
    expect(areaOf([], undefined)).toBeUndefined()
  })

  it('have each place that lends once, those of the list first', () => {
    const listed = [aSite('B', SEZANNE)]
    const area = areaOf(listed, undefined)
    const lent = [
      { id: 'C', name: 'C', position: MONTMIRAIL },
      { id: 'B', name: 'B', position: SEZANNE },
    ]
    expect(area && pinsOf(listed, lent, area).map(({ id }) => id)).toEqual(['B', 'C'])
  })
})

test('names on a map stand beside their points, and cover neither points, names nor the edge', () => {
  const point = (text: string, x: number, y: number) => ({ text, at: [x, y] as const, radius: 8, letter: 16 })
  const [first, second, third, last] = placeLabels(
    [
      point('Montmirail', 150, 100),
      point('Sézanne', 190, 104),
      point('Paris', 395, 100),
      point('Lost', 395, 100),
    ],
    [400, 300],
  )
  expect(first?.anchor).toBe('end')
  expect(second?.anchor).toBe('start')
  expect(third?.anchor).toBe('end')
  expect(last).toBeUndefined()
})

test('a place is drawn once, however many points it has', () => {
  expect(
    dotPath([
      [1, 2],
      [1.04, 2],
      [3, 4],
    ]),
  ).toBe('M1.0 2.0h0M3.0 4.0h0')
})

test('a bar shows the longest round distance that fits', () => {
  expect(scaleOf(0.1)).toEqual({ km: 10, pixels: 100 })
  expect(scaleOf(1.9).km).toBe(200)
})
