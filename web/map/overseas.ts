import type { Dots } from './dots.ts'
import { flatAround, lambert93, type Position, type Projection } from './projection.ts'

type Box = { readonly south: number; readonly north: number; readonly west: number; readonly east: number }

/** A part of the map in a frame of its own, at a scale of its own. */
export type Inset = { readonly code: string; readonly box: Box; readonly projection: Projection }

const overseas = (code: string, south: number, north: number, west: number, east: number): Inset => ({
  code,
  box: { south, north, west, east },
  projection: flatAround({ lat: (south + north) / 2, lon: (west + east) / 2 }),
})

/** Around Paris, where dots would lie on each other. */
export const PARIS: Inset = {
  code: '75',
  box: { south: 48.72, north: 49, west: 2.1, east: 2.6 },
  projection: lambert93,
}

export const OVERSEAS: readonly Inset[] = [
  overseas('971', 15.8, 16.6, -61.9, -60.9),
  overseas('972', 14.3, 14.95, -61.3, -60.7),
  overseas('973', 2, 6, -55, -51.5),
  overseas('974', -21.5, -20.8, 55.1, 55.9),
  overseas('976', -13.1, -12.5, 44.9, 45.4),
  overseas('975', 46.6, 47.2, -56.6, -56),
  overseas('977', 17.8, 18, -62.95, -62.75),
  overseas('978', 18, 18.15, -63.2, -62.95),
  overseas('986', -14.5, -13, -178.5, -176),
  overseas('987', -28, -7, -155, -134),
  overseas('988', -23, -19, 163, 169),
]

const MAINLAND: Box = { south: 41, north: 51.5, west: -5.5, east: 10 }

const isIn =
  ({ south, north, west, east }: Box) =>
  ({ lat, lon }: Position): boolean =>
    lat >= south && lat <= north && lon >= west && lon <= east

export const isOnMainland = isIn(MAINLAND)

export const dotsIn = ({ idle, closed, other }: Dots, box: Box): Dots => ({
  idle: idle.filter(isIn(box)),
  closed: closed.filter(isIn(box)),
  other: other.filter(isIn(box)),
})

export const pointsIn = <T extends { readonly position: Position }>(points: readonly T[], box: Box): T[] =>
  points.filter(({ position }) => isIn(box)(position))

export const mainlandDots = (dots: Dots): Dots => dotsIn(dots, MAINLAND)
