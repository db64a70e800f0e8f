import { describe, expect, it } from 'vitest'
import { type Allocation, isSameAllocations } from '../../shared/domain/allocation.ts'
import type { SpaceId } from '../../shared/domain/ids.ts'
import { date, range } from '../support/builders.ts'

const allocation = (changes: Partial<Allocation> = {}): Allocation => ({
  space: 'bureau' as SpaceId,
  date: date('2026-11-24'),
  ...range('08:00-09:00'),
  places: 1,
  capacity: 4,
  ...changes,
})
const other = allocation({ space: 'salle' as SpaceId })

describe('two lists of allocations', () => {
  it.each([
    ['the same ones', [allocation()]],
    ['another capacity', [allocation({ capacity: 9 })]],
  ])('take the same with %s', (_, after) => {
    expect(isSameAllocations([allocation()], after)).toBe(true)
  })

  it('take the same in another order', () => {
    expect(isSameAllocations([allocation(), other], [other, allocation()])).toBe(true)
  })

  it.each([
    ['more places', [allocation({ places: 2 })]],
    ['other quarters', [allocation(range('08:00-09:15'))]],
    ['another date', [allocation({ date: date('2026-11-25') })]],
    ['another space', [other]],
    ['one space more', [allocation(), other]],
    ['none', []],
  ])('do not take the same with %s', (_, after) => {
    expect(isSameAllocations([allocation()], after)).toBe(false)
  })
})
