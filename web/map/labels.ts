import type { SheetPoint } from './projection.ts'

/** A text beside a point, with the height of its letters and the radius of the point, in pixels. */
export type Wanted = {
  readonly text: string
  readonly at: SheetPoint
  readonly radius: number
  readonly letter: number
}

export type Label = { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' | 'middle' }

type Box = readonly [left: number, top: number, right: number, bottom: number]
type Place = Label & { readonly box: Box }

/** A letter is about two thirds as wide as it is high. */
const WIDTH = 0.66
const GAP = 5

const placesOf = ({ text, at: [x, y], radius, letter }: Wanted): Place[] => {
  const width = text.length * WIDTH * letter
  const [far, half] = [radius + GAP, letter / 2]
  const beside = (anchor: Label['anchor'], left: number, shift: number, middle: number): Place => ({
    anchor,
    x: shift,
    y: middle + letter / 3,
    box: [left - GAP, middle - half, left + width + GAP, middle + half],
  })
  return [
    beside('start', x + far, x + far, y),
    beside('end', x - far - width, x - far, y),
    beside('middle', x - width / 2, x, y - far - half),
    beside('middle', x - width / 2, x, y + far + half),
  ]
}

const meets = ([left, top, right, bottom]: Box, [l, t, r, b]: Box): boolean =>
  left < r && l < right && top < b && t < bottom

const dotBox = ({ at: [x, y], radius }: Wanted): Box => [x - radius, y - radius, x + radius, y + radius]

/** A place for each label in turn, beside its point; none where it would cover another label, a point or the edge. */
export const placeLabels = (
  wanted: readonly Wanted[],
  [width, height]: readonly [number, number],
): (Label | undefined)[] => {
  const taken = wanted.map(dotBox)
  const isFree = ({ box }: Place, own: number) =>
    box[0] >= 0 &&
    box[1] >= 0 &&
    box[2] <= width &&
    box[3] <= height &&
    !taken.some((each, index) => index !== own && meets(each, box))
  return wanted.map((each, own) => {
    const place = placesOf(each).find((candidate) => isFree(candidate, own))
    if (place) taken.push(place.box)
    return place && { x: place.x, y: place.y, anchor: place.anchor }
  })
}
