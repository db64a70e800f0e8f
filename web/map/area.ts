import type { SiteSummary } from '../../shared/contracts/site-views.ts'
import { isOnMainland } from './overseas.ts'
import type { Pin } from './pins.tsx'
import { flatAround, lambert93, type Position, type Projection, type SheetPoint } from './projection.ts'
import { fitting, type View } from './view.ts'

export type Lender = Pick<SiteSummary, 'id' | 'name' | 'position' | 'distanceKm'>

/** The part of the country that a list of places is about. */
export type Area = {
  /** Where one searched, when that is known. */
  readonly searched: SheetPoint | undefined
  readonly onMainland: boolean
  readonly projection: Projection
  readonly whole: View
  /** What `/network-map` is asked: all points, where those around the middle would not fill the sheet. */
  readonly near: string | undefined
}

/** So many of the nearest places are within the first view. */
const FITTED = 4
const LEAST_KM = 70
const HEIGHT_TO_WIDTH = 0.9
/** Further away, the API leaves points out. */
const AROUND_KM = 100

/** The same address for all who search in the same few kilometres, so that their browser has its answer. */
const rounded = ({ lat, lon }: Position): string => `${lat.toFixed(1)},${lon.toFixed(1)}`

/** Undefined when nothing of it has a position. */
export const areaOf = (lenders: readonly Lender[], searched: Position | undefined): Area | undefined => {
  const middle = searched ?? lenders.find(({ position }) => position)?.position
  if (!middle) return undefined
  const onMainland = isOnMainland(middle)
  const projection = onMainland ? lambert93 : flatAround(middle)
  const shown = lenders
    .flatMap(({ position }) => (position && isOnMainland(position) === onMainland ? [position] : []))
    .slice(0, FITTED)
  const whole = fitting([middle, ...shown].map(projection), LEAST_KM, HEIGHT_TO_WIDTH)
  const [x, y] = projection(middle)
  const farthest = Math.max(x - whole.x, whole.x + whole.width - x, y - whole.y, whole.y + whole.height - y)
  const near = farthest * Math.SQRT2 < AROUND_KM ? rounded(middle) : undefined
  return { searched: searched && projection(searched), onMainland, projection, whole, near }
}

/** Listed places, then the others of the map, each once. */
export const pinsOf = (
  listed: readonly Lender[],
  others: readonly { readonly id: string; readonly name: string; readonly position: Position }[],
  { projection, onMainland }: Area,
): Pin[] => {
  const seen = new Set<string>()
  return [...listed, ...others].flatMap(({ id, name, position }) => {
    if (seen.has(id) || !position || isOnMainland(position) !== onMainland) return []
    seen.add(id)
    return [{ id, name, at: projection(position) }]
  })
}
