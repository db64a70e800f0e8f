import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, parseLocalDate, weekdayOf } from '../../shared/domain/local-date.ts'
import { date } from '../support/builders.ts'

describe('a local date', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-11-31',
    '26-11-01',
    '2026-1-1',
    '2026-11-24T00:00',
    'x',
  ])('is never %s, which no calendar has', (text) => {
    expect(parseLocalDate(text)).toBeUndefined()
  })

  it('has a weekday from 1 for Monday to 7 for Sunday', () => {
    expect(weekdayOf(date('2026-11-23'))).toBe(1)
    expect(weekdayOf(date('2026-11-29'))).toBe(7)
    expect(weekdayOf(date('1999-12-31'))).toBe(5)
  })

  it('counts days across months, leap years and clock changes as the calendar does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (days) => {
        const start = date('2024-02-28')
        const expected = new Date(Date.UTC(2024, 1, 28 + days)).toISOString().slice(0, 10)
        fc.pre(/^[12]\d{3}-/.test(expected))
        expect(addDays(start, days)).toBe(expected)
        expect(daysBetween(start, addDays(start, days))).toBe(days)
      }),
    )
  })
})
