import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEAST_TOLD, toldOf } from '../../shared/domain/figures.ts'

const counted = (...counts: readonly number[]) =>
  counts.map((count, at) => ({ name: String(at), count, quarters: 4 * count }))
const told = (...counts: readonly number[]) =>
  toldOf(counted(...counts)).map(({ names, count }) => [names.join(), count])

describe('figures about people', () => {
  it('tell each group of five or more, and none', () => {
    expect(told(5, 0, 12)).toEqual([
      ['0', 5],
      ['1', 0],
      ['2', 12],
    ])
  })

  it('tell smaller groups together, with the smallest of the others where they need it', () => {
    expect(told(3, 20, 4)).toEqual([
      ['1', 20],
      ['0,2', 7],
    ])
    expect(told(3, 20, 6)).toEqual([
      ['1', 20],
      ['0,2', 9],
    ])
  })

  it('tell nothing of one to four people in all', () => {
    expect(told(3, 1)).toEqual([['0,1', undefined]])
    expect(toldOf(counted(0, 2))).toEqual([{ names: ['0'], count: 0, quarters: 0 }, { names: ['1'] }])
  })

  it('count who came several times once: twenty bookings of two people are of two', () => {
    const of = (name: string, count: number, ...who: readonly string[]) => ({
      name,
      count,
      who: new Set(who),
    })
    expect(toldOf([of('a', 20, 'x', 'y')])).toEqual([{ names: ['a'] }])
    const groups = [of('a', 20, 'x', 'y'), of('b', 9, 'x', 'y', 'z'), of('c', 6, ...'stuvwx')]
    expect(toldOf(groups.slice(0, 2))).toEqual([{ names: ['a', 'b'] }])
    expect(toldOf(groups)).toEqual([{ names: ['a', 'b', 'c'], count: 35, quarters: 0 }])
  })

  it('never tell of one to four, nor leave so few when the rest is taken from the sum', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 12 }), { maxLength: 8 }), (counts) => {
        const lines = toldOf(counted(...counts))
        const names = lines.flatMap((line) => line.names).sort()
        expect(names).toEqual(counts.map((_, at) => String(at)).sort())
        for (const { count, names: of } of lines) {
          const real = of.reduce((sum, name) => sum + (counts[Number(name)] ?? 0), 0)
          expect(count ?? real).toBe(real)
          expect(count === undefined || count === 0 || count >= LEAST_TOLD).toBe(true)
        }
        const hidden = lines.filter(({ count }) => count === undefined)
        const shown = lines.filter(({ count }) => count)
        expect(hidden.length === 0 || shown.length === 0).toBe(true)
      }),
    )
  })
})
