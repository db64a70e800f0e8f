import { pointsIn, pointsText, simplified } from './outline-steps.ts'
import { distanceKm, type Position } from './position.ts'

type DepartementOutline = {
  readonly code: string
  /** Rings, separated by `;`, of numbers of lines; `-1` is line 0 backwards, `-2` line 1. */
  readonly rings: string
}

/** Lines of `km` a step, separated by `|`; neighbours share them. */
export type Outlines<Departement extends DepartementOutline = DepartementOutline> = {
  readonly km: number
  readonly lines: string
  readonly departements: readonly Departement[]
}

/** An outline with what it lies between, in degrees. */
export type BoxedOutline = DepartementOutline & {
  readonly south: number
  readonly north: number
  readonly west: number
  readonly east: number
}

const between = (least: number, value: number, most: number): number => Math.min(Math.max(value, least), most)

const lineOf = (number: number): number => (number < 0 ? ~number : number)

/** Numbers lines anew, in the order in which they are met. */
const renumbering = () => {
  const known = new Map<number, number>()
  const renumber = (text: string): string => {
    const number = Number(text)
    const line = lineOf(number)
    const now = known.get(line) ?? known.size
    known.set(line, now)
    return String(number < 0 ? ~now : now)
  }
  return { known, renumber }
}

/** From here on, what a line loses is less than three of the 600 points across a map. */
const COARSE_KM = 200
const KM_A_TOLERANCE = 120

const coarser = (line: string, radiusKm: number, km: number): string =>
  radiusKm < COARSE_KM ? line : pointsText(simplified(pointsIn(line), radiusKm / KM_A_TOLERANCE / km))

/** The départements within so many kilometres of a position, with their lines only, coarser on a wide map. */
export const outlinesWithin = (
  { km, lines, departements }: Outlines<BoxedOutline>,
  near: Position,
  radiusKm: number,
): Outlines => {
  const { known, renumber } = renumbering()
  const seen = departements.filter(({ south, north, west, east }) => {
    const nearest = { lat: between(south, near.lat, north), lon: between(west, near.lon, east) }
    return distanceKm(near, nearest) <= radiusKm
  })
  const renumbered = seen.map(({ code, rings }) => ({ code, rings: rings.replace(/-?\d+/g, renumber) }))
  const all = lines.split('|')
  return {
    km,
    lines: [...known.keys()].map((line) => coarser(all[line] ?? '', radiusKm, km)).join('|'),
    departements: renumbered,
  }
}
