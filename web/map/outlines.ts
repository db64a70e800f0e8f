import { pointsIn } from '../../shared/domain/outline-steps.ts'
import type { Outlines } from '../../shared/domain/outlines.ts'
import type { SheetPoint } from './projection.ts'

export type Outline = {
  readonly code: string
  readonly name: string
  readonly d: string
  readonly rings: readonly (readonly SheetPoint[])[]
}

type Named = Outlines['departements'][number] & { readonly name: string }

const numbersIn = (text: string): number[] => text.split(' ').map(Number)

const pathOf = (rings: readonly (readonly SheetPoint[])[]): string =>
  rings.map((ring) => `M${ring.map(([x, y]) => `${x} ${y}`).join('L')}Z`).join('')

/** A closed path for each département; a line is its first point, then the steps to each next one. */
export const outlinesOf = ({ km, lines, departements }: Outlines<Named>): Outline[] => {
  const forwards = lines
    .split('|')
    .map((line) => pointsIn(line).map(([x, y]): SheetPoint => [x * km, y * km]))
  const lineOf = (number: number) =>
    number < 0 ? (forwards[~number] ?? []).toReversed() : (forwards[number] ?? [])
  return departements.map(({ code, name, rings: text }) => {
    const rings = text.split(';').map((ring) => numbersIn(ring).flatMap((number) => lineOf(number).slice(1)))
    return { code, name, rings, d: pathOf(rings) }
  })
}
