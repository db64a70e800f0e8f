import type { SheetPoint } from './projection.ts'

/** A text of a certain length at a point, in pixels. */
export type Wanted = { readonly text: string; readonly at: SheetPoint; readonly radius: number }

export type Label = { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' | 'middle' }

type Box = readonly [left: number, top: number, right: number, bottom: number]
type Place = Label & { readonly box: Box }

export const LETTER_PIXELS = 17
/** A letter is about half as wide as it is high. */
const WIDTH = LETTER_PIXELS * 0.56
const GAP = 5

const placesOf = ({ text, at: [x, y], radius }: Wanted): Place[] => {
  const width = text.length * WIDTH
  const [far, half] = [radius + GAP, LETTER_PIXELS / 2]
  const beside = (anchor: Label['anchor'], left: number, shift: number, middle: number): Place => ({
    anchor,
    x: shift,
    y: middle + LETTER_PIXELS / 3,
    box: [left, middle - half, left + width, middle + half],
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
