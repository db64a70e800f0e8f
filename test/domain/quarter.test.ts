import { describe, expect, it } from 'vitest'
import { formatQuarter, parseQuarter, quarter } from '../../shared/domain/quarter.ts'
import { flagsOf, rangesOf } from '../../shared/domain/quarter-range.ts'
import { range } from '../support/builders.ts'

describe('a quarter', () => {
  it.each([
    ['00:00', 0],
    ['08:00', 32],
    ['08:15', 33],
    ['23:45', 95],
    ['24:00', 96],
  ])('is read from %s as %i and written back', (text, value) => {
    expect(parseQuarter(text)).toBe(value)
    expect(formatQuarter(quarter(value))).toBe(text)
  })

  it.each(['8:00', '08:07', '24:15', '25:00', '08h00', '', '08:00:00', ' 08:00'])('cannot be %o', (text) => {
    expect(parseQuarter(text)).toBeUndefined()
  })

  it('is in one range with those that touch or overlap its own', () => {
    const flags = flagsOf([
      range('08:00-10:00'),
      range('10:00-11:00'),
      range('10:30-12:00'),
      range('14:00-15:00'),
    ])
    expect(rangesOf(flags)).toEqual([range('08:00-12:00'), range('14:00-15:00')])
  })

  it('can be the last of a range that ends at midnight', () => {
    expect(rangesOf(flagsOf([range('22:00-24:00')]))).toEqual([range('22:00-24:00')])
  })
})
