/** A step of nothing; the ones around it have the characters around it, longer ones stand in brackets. */
const NONE = 'A'.charCodeAt(0)
const LONGEST = 23

/** `-3 40 1 -1 30` as `>(40)B@(30)`. */
const stepsText = (steps: readonly number[]): string =>
  steps.map((step) => (Math.abs(step) > LONGEST ? `(${step})` : String.fromCharCode(NONE + step))).join('')

const stepsIn = (text: string): number[] =>
  [...text.matchAll(/\((-?\d+)\)|./g)].map(([letter, long]) =>
    long === undefined ? letter.charCodeAt(0) - NONE : Number(long),
  )

/** To the east and the south. */
export type OutlinePoint = readonly [x: number, y: number]

export const pointsIn = (text: string): OutlinePoint[] => {
  const steps = stepsIn(text)
  const points: OutlinePoint[] = []
  let [x, y] = [0, 0]
  for (let at = 0; at < steps.length; at += 2) {
    x += steps[at] ?? 0
    y += steps[at + 1] ?? 0
    points.push([x, y])
  }
  return points
}

/** The first point, then the way to each next one. */
export const pointsText = (points: readonly OutlinePoint[]): string =>
  stepsText(
    points.flatMap(([x, y], index) => {
      const [px, py] = points[index - 1] ?? [0, 0]
      return index > 0 && x === px && y === py ? [] : [x - px, y - py]
    }),
  )

const distance = ([x, y]: OutlinePoint, [ax, ay]: OutlinePoint, [bx, by]: OutlinePoint): number => {
  const length = Math.hypot(bx - ax, by - ay)
  if (length === 0) return Math.hypot(x - ax, y - ay)
  return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
}

/** Douglas and Peucker: a point that is as far as `tolerance` from the straight line stays. */
export const simplified = (line: readonly OutlinePoint[], tolerance: number): readonly OutlinePoint[] => {
  const [first = [0, 0], last = first] = [line[0], line.at(-1)]
  const far = line.map((point) => distance(point, first, last))
  const most = Math.max(...far)
  if (line.length < 3 || most < tolerance) return [first, last]
  const split = far.indexOf(most)
  return [
    ...simplified(line.slice(0, split + 1), tolerance),
    ...simplified(line.slice(split), tolerance).slice(1),
  ]
}
