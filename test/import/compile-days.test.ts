import { expect, test } from 'vitest'
import { compileDays } from '../../functions/jobs/import-network/compile-days.ts'
import type { MinuteRanges } from '../../functions/jobs/import-network/minute-ranges.ts'
import { addDays, datesFrom, type LocalDate, weekdayOf } from '../../shared/domain/local-date.ts'

const MONDAY = '2026-11-23' as LocalDate
const MORNING: MinuteRanges = [[540, 720]]
const AFTERNOON: MinuteRanges = [[840, 1050]]

const context = { today: '2026-12-01' as LocalDate, departement: '51' }

/** Four weeks of mornings from Monday to Friday, Christmas closed, then what differs. */
const days = (differing: Record<string, MinuteRanges> = {}) =>
  new Map<LocalDate, MinuteRanges>([
    ...datesFrom(MONDAY, 35).map((date): [LocalDate, MinuteRanges] => [
      date,
      weekdayOf(date) < 6 && date !== '2026-12-25' ? MORNING : [],
    ]),
    ...Object.entries(differing).map(([date, ranges]): [LocalDate, MinuteRanges] => [
      date as LocalDate,
      ranges,
    ]),
  ])

const WEEK = [...Array(5).fill(MORNING), [], []]

test('the most frequent day of each weekday makes the week', () => {
  expect(compileDays(days(), context)).toEqual({ weekly: WEEK, onHolidays: [], exceptions: {} })
})

test('different dates are exceptions, from today on', () => {
  const { weekly, exceptions } = compileDays(
    days({ '2026-11-24': [], '2026-12-15': [], '2026-12-19': MORNING }),
    context,
  )
  expect(weekly).toEqual(WEEK)
  expect(exceptions).toEqual({ '2026-12-15': [], '2026-12-19': MORNING })
})

test('the latest of equally frequent days counts', () => {
  const two = new Map([
    [addDays(MONDAY, 7), AFTERNOON],
    [MONDAY, MORNING],
  ])
  expect(compileDays(two, { ...context, today: '2027-06-01' as LocalDate })).toEqual({
    weekly: [AFTERNOON, ...Array(6).fill('unknown')],
    onHolidays: [],
    exceptions: {},
  })
})

test('a counter that is open on public holidays as on other days is open as usual', () => {
  expect(compileDays(days({ '2026-12-25': MORNING }), context).onHolidays).toBe('as-usual')
})

test('hours of public holidays say nothing of the weekday', () => {
  const { weekly, onHolidays, exceptions } = compileDays(
    new Map([['2026-12-25' as LocalDate, AFTERNOON]]),
    context,
  )
  expect(weekly).toEqual(Array(7).fill('unknown'))
  expect(onHolidays).toEqual(AFTERNOON)
  expect(exceptions).toEqual({})
})
