import type { SheetPoint } from './projection.ts'

/**
 * `lines`, separated by `;`, are shared by neighbours: the first point, then the way to each next one, in steps
 * of `km`. `departements` has rings of numbers of lines by code; `-1` is line 0 backwards, `-2` line 1.
 */
export type Outlines = {
  readonly source: string
  readonly km: number
  readonly lines: string
  readonly departements: Readonly<Record<string, string>>
}

type Outline = {
  readonly code: string
  readonly d: string
  readonly rings: readonly (readonly SheetPoint[])[]
}

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

/** A closed path for each département. */
export const outlinesOf = ({ km, lines, departements }: Outlines): Outline[] => {
  const forwards = lines.split(';').map((line) => pointsOf(numbersIn(line), km))
  const lineOf = (number: number) =>
    number < 0 ? (forwards[~number] ?? []).toReversed() : (forwards[number] ?? [])
  return Object.entries(departements).map(([code, text]) => {
    const rings = text.split(';').map((ring) => numbersIn(ring).flatMap((number) => lineOf(number).slice(1)))
    return { code, rings, d: pathOf(rings) }
  })
}
