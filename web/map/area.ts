import type { SiteSummary } from '../../shared/contracts/site-views.ts'
import { COUNTERS_KM } from '../../shared/domain/network-map.ts'
import type { Around } from './map-client.ts'
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
  /** What `/network-map` is asked, to fill the sheet. */
  readonly around: Around
  /** On a wide sheet points that lend nothing would lie on each other, and are left out. */
  readonly isWide: boolean
}

/** So many of the nearest places are within the first view. */
const FITTED = 4
const LEAST_KM = 70
const HEIGHT_TO_WIDTH = 0.9
/** Asked kilometres are rounded up, as far as the API gives any. */
const STEP_KM = 20
const MOST_KM = 999
/** A rounded position is so far from the exact one. */
const ROUNDED_KM = 7

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
  const farthest = Math.hypot(
    Math.max(x - whole.x, whole.x + whole.width - x),
    Math.max(y - whole.y, whole.y + whole.height - y),
  )
  const km = Math.min(Math.ceil((farthest + ROUNDED_KM) / STEP_KM) * STEP_KM, MOST_KM)
  const around = { near: rounded(middle), km: String(km) }
  return {
    searched: searched && projection(searched),
    onMainland,
    projection,
    whole,
    around,
    isWide: km > COUNTERS_KM,
  }
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
