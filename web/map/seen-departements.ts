import type { SheetPoint } from './projection.ts'
import type { View } from './view.ts'

type Ring = readonly SheetPoint[]
type Shape = { readonly code: string; readonly name: string; readonly rings: readonly Ring[] }

export type SeenDepartement = Omit<Shape, 'rings'> & { readonly at: SheetPoint }

/** So many points across and down are asked in which département they are. */
const SAMPLES = 14
/** Fewer of them, and there is no room for a name. */
const FEWEST = 10

/** A line to the east crosses the border of what is around the point an odd number of times. */
const contains = (rings: readonly Ring[], [x, y]: SheetPoint): boolean => {
  let inside = false
  for (const ring of rings)
    for (const [index, [ax, ay]] of ring.entries()) {
      const [bx, by] = ring.at(index - 1) ?? [ax, ay]
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    }
  return inside
}

const samplesOf = ({ x, y, width, height }: View): SheetPoint[] =>
  Array.from({ length: SAMPLES * SAMPLES }, (_, index) => [
    x + (((index % SAMPLES) + 0.5) * width) / SAMPLES,
    y + ((Math.floor(index / SAMPLES) + 0.5) * height) / SAMPLES,
  ])

const nearestToMiddle = (points: readonly SheetPoint[]): SheetPoint[] => {
  const [middleX, middleY] = [0, 1].map(
    (axis) => points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / points.length,
  )
  const far = ([x, y]: SheetPoint) => Math.hypot(x - (middleX ?? 0), y - (middleY ?? 0))
  return points.toSorted((one, other) => far(one) - far(other))
}

/** The départements of which a good part is seen, with the free point that is next to the middle of that part. */
export const seenDepartements = (
  shapes: readonly Shape[],
  view: View,
  isFree: (place: SeenDepartement) => boolean = () => true,
): SeenDepartement[] => {
  const boxed = shapes.map((shape) => {
    const xs = shape.rings.flat().map(([x]) => x)
    return { ...shape, west: Math.min(...xs), east: Math.max(...xs) }
  })
  const shapeAt = (point: SheetPoint): Shape | undefined =>
    boxed.find(({ west, east, rings }) => point[0] >= west && point[0] <= east && contains(rings, point))
  return [...Map.groupBy(samplesOf(view), shapeAt)].flatMap(([shape, points]) => {
    if (!shape || points.length < FEWEST) return []
    const { code, name } = shape
    const at = nearestToMiddle(points).find((point) => isFree({ code, name, at: point }))
    return at ? [{ code, name, at }] : []
  })
}
