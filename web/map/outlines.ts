import type { Outlines } from '../../shared/domain/outlines.ts'
import type { SheetPoint } from './projection.ts'

export type Outline = {
  readonly code: string
  readonly name: string
  readonly d: string
  readonly rings: readonly (readonly SheetPoint[])[]
}

type Named = Outlines['departements'][number] & { readonly name: string }

/** A step of nothing; the ones around it have the characters around it, longer ones stand in brackets. */
const NONE = 'A'.charCodeAt(0)
const LONGEST = 23

/** `-3 40 1 -1 30` as `>(40)B@(30)`. */
export const stepsText = (steps: readonly number[]): string =>
  steps.map((step) => (Math.abs(step) > LONGEST ? `(${step})` : String.fromCharCode(NONE + step))).join('')

const stepsIn = (text: string): number[] =>
  [...text.matchAll(/\((-?\d+)\)|./g)].map(([letter, long]) =>
    long === undefined ? letter.charCodeAt(0) - NONE : Number(long),
  )

const numbersIn = (text: string): number[] => text.split(' ').map(Number)

const pointsOf = (steps: readonly number[], km: number): SheetPoint[] => {
  const points: SheetPoint[] = []
  let [x, y] = [0, 0]
  for (let at = 0; at < steps.length; at += 2) {
    x += steps[at] ?? 0
    y += steps[at + 1] ?? 0
    points.push([x * km, y * km])
  }
  return points
}

const pathOf = (rings: readonly (readonly SheetPoint[])[]): string =>
  rings.map((ring) => `M${ring.map(([x, y]) => `${x} ${y}`).join('L')}Z`).join('')

/** A closed path for each département; a line is its first point, then the steps to each next one. */
export const outlinesOf = ({ km, lines, departements }: Outlines<Named>): Outline[] => {
  const forwards = lines.split('|').map((line) => pointsOf(stepsIn(line), km))
  const lineOf = (number: number) =>
    number < 0 ? (forwards[~number] ?? []).toReversed() : (forwards[number] ?? [])
  return departements.map(({ code, name, rings: text }) => {
    const rings = text.split(';').map((ring) => numbersIn(ring).flatMap((number) => lineOf(number).slice(1)))
    return { code, name, rings, d: pathOf(rings) }
  })
}
