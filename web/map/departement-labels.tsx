import { useMemo } from 'preact/hooks'
import type { Outline } from './outlines.ts'
import type { Pin } from './pins.tsx'
import { type SeenDepartement, seenDepartements } from './seen-departements.ts'
import type { MapView } from './use-view.ts'

/** On a wider view the shapes are known, and their names would hide the points. */
const WIDEST_KM = 320
const LETTER_PIXELS = 15

/** Room that a place and its name take, in pixels to each side of it. */
const PLACE_PIXELS = [150, 24] as const
const HALF_LETTER = LETTER_PIXELS * 0.33

type DepartementLabelsProps = {
  readonly outlines: readonly Outline[]
  readonly map: MapView
  readonly pins: readonly Pin[]
}

/** Names of départements, where no place and no edge is in the way. */
export const DepartementLabels = ({ outlines, map: { view, km }, pins }: DepartementLabelsProps) => {
  const isFree = ({ name, at: [x, y] }: SeenDepartement): boolean => {
    const half = name.length * HALF_LETTER * km
    const fits = x - half > view.x && x + half < view.x + view.width
    const [right, down] = PLACE_PIXELS
    return (
      fits && !pins.some(({ at: [px, py] }) => Math.abs(px - x) < right * km && Math.abs(py - y) < down * km)
    )
  }
  const seen = useMemo(
    () => (view.width > WIDEST_KM ? [] : seenDepartements(outlines, view, isFree)),
    [outlines, view, km, pins],
  )
  return seen.map(({ code, name, at: [x, y] }) => (
    <text
      key={code}
      class="map-departement"
      x={x}
      y={y}
      text-anchor="middle"
      font-size={LETTER_PIXELS * km}
      stroke-width={3 * km}
    >
      {name}
    </text>
  ))
}
