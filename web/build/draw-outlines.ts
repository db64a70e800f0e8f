import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pointsText, simplified } from '../../shared/domain/outline-steps.ts'
import type { BoxedOutline, Outlines } from '../../shared/domain/outlines.ts'
import { lambert93, type SheetPoint } from '../map/projection.ts'

/*
 * Draws functions/api/departement-outlines.json from the outlines of the départements of the mainland and Corse as GeoJSON
 * (IGN Admin Express, as kept in gregoiredavid/france-geojson: departements-version-simplifiee.geojson).
 */

const USAGE = 'usage: npm run outlines -- departements-version-simplifiee.geojson'
/** Steps of the drawing: a kilometre. A line may leave its course by less than `TOLERANCE` of them. */
const KM = 1
const TOLERANCE = 1.5

type Ring = readonly (readonly [lon: number, lat: number])[]
type Feature = {
  readonly properties: { readonly code: string }
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] }
}
type Line = readonly SheetPoint[]

const degreesOf = ({ geometry }: Feature): readonly Ring[] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()

const ringsOf = (feature: Feature): Line[] =>
  degreesOf(feature).map((ring) => ring.slice(1).map(([lon, lat]) => lambert93({ lat, lon })))

const boxOf = (feature: Feature) => {
  const points = degreesOf(feature).flat()
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)]
  const rounded = (degrees: number) => Number(degrees.toFixed(2))
  return {
    south: rounded(Math.min(...lats)),
    north: rounded(Math.max(...lats)),
    west: rounded(Math.min(...lons)),
    east: rounded(Math.max(...lons)),
  }
}

const nameOf = ([x, y]: SheetPoint): string => `${x.toFixed(3)} ${y.toFixed(3)}`

const at = (ring: Line, index: number): SheetPoint => ring.at(index % ring.length) ?? [0, 0]

/** Points where lines part: seen from all rings, they have more than two neighbours. */
const junctionsOf = (rings: readonly Line[]): ReadonlySet<string> => {
  const neighbours = new Map<string, Set<string>>()
  for (const ring of rings)
    for (const [index, point] of ring.entries()) {
      const known = neighbours.get(nameOf(point)) ?? new Set()
      neighbours.set(nameOf(point), known.add(nameOf(at(ring, index - 1))).add(nameOf(at(ring, index + 1))))
    }
  return new Set([...neighbours].filter(([, all]) => all.size > 2).map(([name]) => name))
}

/** Cuts a ring at its junctions; one without any stays whole. */
const cut = (ring: Line, junctions: ReadonlySet<string>): Line[] => {
  const ends = [...ring.keys()].filter((index) => junctions.has(nameOf(at(ring, index))))
  const [first = 0] = ends
  return (ends.length > 0 ? ends : [0]).map((from, index) => {
    const to = ends[index + 1] ?? first + ring.length
    return Array.from({ length: to - from + 1 }, (_, step) => at(ring, from + step))
  })
}

/** In steps, less what is not far enough from a straight line. */
const textOf = (line: Line): string =>
  pointsText(
    simplified(line, TOLERANCE * KM).map(([x, y]) => [Math.round(x / KM), Math.round(y / KM)] as const),
  )

/** An island of two points is none. */
const isDrawn = (parts: readonly Line[]): boolean =>
  parts.reduce((sum, line) => sum + simplified(line, TOLERANCE * KM).length - 1, 0) > 2

/** Each line once, though two neighbours share it; `-1` is line 0 backwards. */
const drawOutlines = (features: readonly Feature[]): Outlines<BoxedOutline> & { readonly source: string } => {
  const junctions = junctionsOf(features.flatMap(ringsOf))
  const numbers = new Map<string, number>()
  const lines: string[] = []
  const numberOf = (line: Line): number => {
    const names = line.map(nameOf)
    const backwards = numbers.get(names.toReversed().join())
    if (backwards !== undefined) return ~backwards
    const name = names.join()
    const known = numbers.get(name) ?? lines.push(textOf(line)) - 1
    numbers.set(name, known)
    return known
  }
  const departements = features
    .toSorted((one, other) => (one.properties.code < other.properties.code ? -1 : 1))
    .map((feature) => {
      const rings = ringsOf(feature).flatMap((ring) => {
        const parts = cut(ring, junctions)
        return isDrawn(parts) ? [parts.map(numberOf).join(' ')] : []
      })
      return { code: feature.properties.code, ...boxOf(feature), rings: rings.join(';') }
    })
  return {
    source: 'IGN, Admin Express 2018, Licence Ouverte',
    km: KM,
    lines: lines.join('|'),
    departements,
  }
}

const [file] = process.argv.slice(2)
if (import.meta.main && !file) console.error(USAGE)
if (import.meta.main && file) {
  const { features } = JSON.parse(readFileSync(file, 'utf8'))
  const text = JSON.stringify(drawOutlines(features), null, 2)
  writeFileSync(join(import.meta.dirname, '../../functions/api/departement-outlines.json'), `${text}\n`)
}
