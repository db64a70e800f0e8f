import type { SheetPoint } from './projection.ts'

/** The part of the sheet that is seen, in kilometres. */
export type View = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The smallest part that can be seen: as near as the points of a map are exact. */
const NARROWEST_KM = 12
const NARROWEST_SHARE = 1 / 20

const narrowestOf = ({ width }: View): number =>
  Math.min(Math.max(NARROWEST_KM, width * NARROWEST_SHARE), width)

const middleOf = ({ x, y, width, height }: View): SheetPoint => [x + width / 2, y + height / 2]

export const isInside = ([x, y]: SheetPoint, view: View): boolean =>
  x >= view.x && x <= view.x + view.width && y >= view.y && y <= view.y + view.height

const between = (least: number, value: number, most: number): number => Math.min(Math.max(value, least), most)

/** The view inside of the whole sheet that comes nearest to the wanted one. */
const within = (wanted: View, whole: View): View => {
  const width = between(narrowestOf(whole), wanted.width, whole.width)
  const height = (width * whole.height) / whole.width
  return {
    width,
    height,
    x: between(whole.x, wanted.x, whole.x + whole.width - width),
    y: between(whole.y, wanted.y, whole.y + whole.height - height),
  }
}

/** Enlarges around a point, which stays where it is seen. */
export const enlarged = (view: View, factor: number, whole: View, [x, y] = middleOf(view)): View => {
  const width = between(narrowestOf(whole), view.width / factor, whole.width)
  const scale = width / view.width
  return within(
    { x: x - (x - view.x) * scale, y: y - (y - view.y) * scale, width, height: view.height * scale },
    whole,
  )
}

/** `right` and `down` are shares of what is seen. */
export const moved = (view: View, [right, down]: readonly [number, number], whole: View): View =>
  within({ ...view, x: view.x + right * view.width, y: view.y + down * view.height }, whole)

export const centredOn = ([x, y]: SheetPoint, view: View, whole: View): View =>
  within({ ...view, x: x - view.width / 2, y: y - view.height / 2 }, whole)

const MARGIN = 0.12

/** A view of all points with a margin; at least so many kilometres wide, and as high as its shape demands. */
export const fitting = (points: readonly SheetPoint[], leastKm: number, heightToWidth: number): View => {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const room = 1 + 2 * MARGIN
  const width = Math.max((right - left) * room, ((bottom - top) * room) / heightToWidth, leastKm)
  const height = width * heightToWidth
  return { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height }
}

/** A shift in pixels and a scale, as fingers make them, seen from the upper left corner. */
export type Gesture = { readonly right: number; readonly down: number; readonly scale: number }

export type Finger = SheetPoint

const spread = ([[ax, ay] = [0, 0], [bx, by] = [ax, ay]]: readonly Finger[]): number =>
  Math.hypot(bx - ax, by - ay)

const halfway = ([[ax, ay] = [0, 0], [bx, by] = [ax, ay]]: readonly Finger[]): Finger => [
  (ax + bx) / 2,
  (ay + by) / 2,
]

/** What one finger or two have done since they were put down. */
export const gestureOf = (before: readonly Finger[], now: readonly Finger[]): Gesture => {
  const scale = before.length > 1 ? spread(now) / Math.max(spread(before), 1) : 1
  const [[fromX, fromY], [toX, toY]] = [halfway(before), halfway(now)]
  return { scale, right: toX - fromX * scale, down: toY - fromY * scale }
}

/** The view after a gesture on a picture that is so many pixels wide. */
export const gestured = (
  view: View,
  { right, down, scale }: Gesture,
  { pixels, whole }: { readonly pixels: number; readonly whole: View },
): View => {
  const km = view.width / pixels
  return within(
    {
      x: view.x - (right / scale) * km,
      y: view.y - (down / scale) * km,
      width: view.width / scale,
      height: view.height / scale,
    },
    whole,
  )
}
