import { describe, expect, it } from 'vitest'
import type { Allocation } from '../../shared/domain/allocation.ts'
import type { SpaceId } from '../../shared/domain/ids.ts'
import { instantAt } from '../../shared/domain/instant.ts'
import { freeAt, loadOn } from '../../shared/domain/load.ts'
import { aSite, aSpace, date, NOW, PARIS, range, TUESDAY, time } from '../support/builders.ts'

const day = { site: aSite(), space: aSpace(), date: TUESDAY, occupancy: {}, now: NOW }

const allocation = (text: string, places: number, changes: Partial<Allocation> = {}): Allocation => ({
  ...range(text),
  ...{ space: 'bureau' as SpaceId, date: TUESDAY, places, capacity: 5 },
  ...changes,
})

describe('how full a space is', () => {
  it('is told by stretches of as many taken places, without those where nobody is', () => {
    const occupancy = { 36: 1, 37: 1, 38: 5, 39: 5, 44: 2 }
    expect(loadOn({ ...day, occupancy }, [])).toEqual([
      { ...range('09:00-09:30'), taken: 1, held: 0 },
      { ...range('09:30-10:00'), taken: 5, held: 0 },
      { ...range('11:00-11:15'), taken: 2, held: 0 },
    ])
  })

  it('counts apart the places of requests there and then, never more than are taken', () => {
    const occupancy = { 36: 3, 37: 3, 38: 1 }
    const held = [
      allocation('09:15-09:45', 2),
      allocation('09:00-09:15', 1, { space: 'salle' as SpaceId }),
      allocation('09:00-09:15', 1, { date: date('2026-11-25') }),
    ]
    expect(loadOn({ ...day, occupancy }, held)).toEqual([
      { ...range('09:00-09:15'), taken: 3, held: 0 },
      { ...range('09:15-09:30'), taken: 3, held: 2 },
      { ...range('09:30-09:45'), taken: 1, held: 1 },
    ])
  })

  it('takes a closure for no use of it, though its places are taken', () => {
    const occupancy = { 36: 7, 37: 5, 38: 5 }
    expect(loadOn({ ...day, occupancy, closed: [range('09:15-12:00')] }, [])).toEqual([
      { ...range('09:00-09:15'), taken: 5, held: 0 },
    ])
  })
})

describe('a space at a moment', () => {
  const at = (text: string) => instantAt(TUESDAY, time(text), PARIS)

  it('has the places that nobody has taken free until their number changes', () => {
    const occupancy = { 36: 2, 37: 2, 40: 1 }
    expect(freeAt({ ...day, occupancy }, at('09:00'))).toEqual({ places: 3, end: time('09:30') })
    expect(freeAt({ ...day, occupancy }, at('09:45'))).toEqual({ places: 5, end: time('10:00') })
  })

  it('is not free where all is taken, closed or not lent, nor on another day', () => {
    expect(freeAt({ ...day, occupancy: { 36: 5 } }, at('09:00'))).toBeUndefined()
    expect(freeAt({ ...day, closed: [range('09:00-12:00')] }, at('09:00'))).toBeUndefined()
    expect(freeAt(day, at('15:00'))).toBeUndefined()
    expect(freeAt(day, instantAt(date('2026-11-25'), time('09:00'), PARIS))).toBeUndefined()
  })
})
