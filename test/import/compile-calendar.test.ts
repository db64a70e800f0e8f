import { describe, expect, test } from 'vitest'
import { compileCalendar } from '../../functions/jobs/import-network/compile-calendar.ts'
import type { MinuteRanges } from '../../functions/jobs/import-network/minute-ranges.ts'
import { counterDayOn } from '../../shared/domain/counter-hours.ts'
import { datesFrom, type LocalDate, weekdayOf } from '../../shared/domain/local-date.ts'

/** Ninety-five days from a Monday on, the last of them Thursday 3 December 2026; no other Saturday is a holiday. */
const FIRST = '2026-08-31' as LocalDate
const LAST_FRIDAY = '2026-11-27'
const MORNING: MinuteRanges = [[540, 720]]
const LATER: MinuteRanges = [[600, 750]]

const week = (date: LocalDate): MinuteRanges => (weekdayOf(date) < 6 ? MORNING : [])

/** What is said after a calendar of mornings in which `dayOn` changes some days. */
const after = (dayOn: (date: LocalDate) => MinuteRanges | undefined = () => undefined) => {
  const days = new Map(datesFrom(FIRST, 95).map((date) => [date, dayOn(date) ?? week(date)] as const))
  const hours = compileCalendar(days, { today: '2026-11-30' as LocalDate, departement: '51' })
  return (date: string) => counterDayOn(hours, date as LocalDate, '51')
}

const onSaturdays = (opens: (date: LocalDate) => boolean) =>
  after((date) => (weekdayOf(date) === 6 && opens(date) ? MORNING : undefined))

const dayOfMonth = (date: string) => Number(date.slice(8))

describe('a calendar, after its last day,', () => {
  test('continues a week that never changed for half a year', () => {
    const on = after()
    expect(on('2026-12-09')).toEqual(MORNING)
    expect(on('2026-12-12')).toEqual([])
    expect(on('2027-06-03')).toEqual(MORNING)
    expect(on('2027-06-08')).toBe('unknown')
  })

  test('takes one different day for an exception, unless it is one of the latest', () => {
    expect(after((date) => (date === '2026-09-18' ? [] : undefined))('2026-12-11')).toEqual(MORNING)
    const on = after((date) => (date === LAST_FRIDAY ? [] : undefined))
    expect(on('2026-12-11')).toBe('unknown')
    expect(on('2026-12-10')).toEqual(MORNING)
  })

  test('leaves changed hours unknown until they have lasted longer than a summer', () => {
    expect(after((date) => (date >= '2026-10-12' ? LATER : undefined))('2026-12-09')).toBe('unknown')
    expect(
      after((date) => (date >= '2026-09-14' && weekdayOf(date) < 6 ? LATER : undefined))('2026-12-09'),
    ).toEqual(LATER)
  })

  test('leaves an office unknown that closed for good or for a time', () => {
    const on = after((date) => (date >= '2026-10-12' ? [] : undefined))
    expect(['2026-12-09', '2026-12-12', '2027-01-05'].map(on)).toEqual(['unknown', 'unknown', 'unknown'])
    expect(after(() => [])('2026-12-09')).toBe('unknown')
  })

  test('continues fortnights until a year of 53 weeks makes odd follow odd', () => {
    const on = onSaturdays((date) => datesFrom(FIRST, 95).indexOf(date) % 14 === 5)
    expect(['2026-12-05', '2026-12-12', '2026-12-19'].map(on)).toEqual([[], MORNING, []])
    expect(on('2027-01-09')).toBe('unknown')
  })

  test('continues a place in the month that was seen at least twice', () => {
    const first = onSaturdays((date) => dayOfMonth(date) <= 7)
    expect(['2027-02-06', '2027-02-20'].map(first)).toEqual([MORNING, []])
    const last = onSaturdays((date) => dayOfMonth(date) > 23 && date !== ('2026-10-24' as LocalDate))
    expect(['2026-12-05', '2026-12-26'].map(last)).toEqual([[], MORNING])
  })

  test('leaves public holidays and the summer unknown', () => {
    const on = after()
    expect(on('2026-12-25')).toBe('unknown')
    const spring = new Map(
      datesFrom('2026-03-02' as LocalDate, 95).map((date) => [date, week(date)] as const),
    )
    const hours = compileCalendar(spring, { today: '2026-06-01' as LocalDate, departement: '51' })
    const days = ['2026-06-30', '2026-07-01', '2026-08-31', '2026-09-01']
    expect(days.map((date) => counterDayOn(hours, date as LocalDate, '51'))).toEqual([
      MORNING,
      'unknown',
      'unknown',
      MORNING,
    ])
  })
})

test('a calendar says what it gives of its own days, and nothing of the days that it leaves out', () => {
  const on = after((date) => (date === '2026-12-01' ? LATER : undefined))
  expect(['2026-11-30', '2026-12-01'].map(on)).toEqual([MORNING, LATER])
  const days = new Map(
    [['2026-11-30', MORNING] as const, ['2026-12-02', MORNING] as const].map(
      (each) => each as [LocalDate, MinuteRanges],
    ),
  )
  const hours = compileCalendar(days, { today: '2026-11-30' as LocalDate, departement: '51' })
  expect(counterDayOn(hours, '2026-12-01' as LocalDate, '51')).toBe('unknown')
})
