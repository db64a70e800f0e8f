import type { NetworkMapView } from '../../shared/contracts/network-map-views.ts'
import { positionsOf } from '../../shared/domain/point-grid.ts'
import type { Position, Projection, SheetPoint } from './projection.ts'

/** How a point that lends nothing is drawn; drawn one after the other, what counts most comes last. */
export const DOT_KINDS = ['other', 'closed', 'idle'] as const
export type DotKind = (typeof DOT_KINDS)[number]

export type Dots = Readonly<Record<DotKind, readonly Position[]>>

export const dotsOf = ({ degrees, counters }: Pick<NetworkMapView, 'degrees' | 'counters'>): Dots => ({
  idle: positionsOf(counters.partly, degrees),
  closed: positionsOf(counters.closed, degrees),
  other: [...positionsOf(counters.open, degrees), ...positionsOf(counters.unknown, degrees)],
})

/** Half a pixel of a wide screen at most, as long as a kilometre has no more than five. */
const DECIMALS = 1

/** One path of strokes without a length, which round ends make dots; each place is drawn once. */
export const dotPath = (points: readonly SheetPoint[]): string => {
  const places = new Set(points.map(([x, y]) => `M${x.toFixed(DECIMALS)} ${y.toFixed(DECIMALS)}h0`))
  return [...places].join('')
}

export const dotPaths = (dots: Dots, projection: Projection): Readonly<Record<DotKind, string>> => ({
  idle: dotPath(dots.idle.map(projection)),
  closed: dotPath(dots.closed.map(projection)),
  other: dotPath(dots.other.map(projection)),
})
