import type { Position } from './position.ts'

/** Whole degrees of a globe, in the steps of a grid. */
const SOUTH = -90
const WEST = -180
/** Rows and columns of a grid whose step is a thousandth of a degree. */
const BITS = 19

/** The bits of row and column in turns (Morton order): what is near on the ground is mostly near as a number. */
const keyOf = (row: number, column: number): number => {
  let key = 0
  for (let bit = BITS - 1; bit >= 0; bit--) key = key * 4 + ((row >> bit) & 1) * 2 + ((column >> bit) & 1)
  return key
}

const rowAndColumnOf = (key: number): [row: number, column: number] => {
  let [row, column, rest] = [0, 0, key]
  for (let bit = 1; rest > 0; bit *= 2) {
    column += (rest % 2) * bit
    rest = Math.floor(rest / 2)
    row += (rest % 2) * bit
    rest = Math.floor(rest / 2)
  }
  return [row, column]
}

/** Positions on a grid of so many degrees, each as the difference from the one before it. */
export const gridStepsOf = (positions: readonly Position[], degrees: number): number[] => {
  const keys = positions
    .map(({ lat, lon }) => keyOf(Math.round((lat - SOUTH) / degrees), Math.round((lon - WEST) / degrees)))
    .sort((one, other) => one - other)
  return keys.map((key, at) => key - (keys[at - 1] ?? 0))
}

export const positionsOf = (steps: readonly number[], degrees: number): Position[] => {
  let key = 0
  return steps.map((step) => {
    key += step
    const [row, column] = rowAndColumnOf(key)
    return { lat: SOUTH + row * degrees, lon: WEST + column * degrees }
  })
}
