import { describe, expect, test } from 'vitest'
import { ruleCompiler } from '../../functions/jobs/import-network/compile-rule.ts'
import { counterRangesOn } from '../../shared/domain/counter-hours.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'

const TODAY = '2026-11-22' as LocalDate
const compileRule = ruleCompiler(TODAY)

const compile = (rule: string, departement = '51') => {
  const result = compileRule(rule, departement)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

const on = (rule: string, date: string, departement = '51') =>
  counterRangesOn(compile(rule, departement), date as LocalDate, departement)

const MORNING = [540, 720]
const AFTERNOON = [840, 1080]

test('a week is compiled to minutes of each weekday', () => {
  expect(compile('Mo-Fr 09:00-12:00,14:00-18:00; Sa 09:00-12:00; PH off')).toEqual({
    weekly: [...Array(5).fill([MORNING, AFTERNOON]), [MORNING], []],
    onHolidays: [],
    exceptions: {},
  })
})

test('`closed` is never open', () => {
  expect(compile('closed').weekly).toEqual(Array(7).fill([]))
})

describe('public holidays', () => {
  test.each([
    ['Mo-Fr 09:00-12:00; PH off', []],
    ['Mo-Fr 09:00-12:00', 'as-usual'],
    ['Mo-Su 09:00-12:00; PH 08:00-18:00', [[480, 1080]]],
    ['Mo-Sa 07:00-19:00; Su,PH 08:00-12:00', [[480, 720]]],
  ])('%s', (rule, onHolidays) => {
    expect(compile(rule).onHolidays).toEqual(onHolidays)
  })

  test('a weekend of its own on holidays becomes dated exceptions', () => {
    const rule = 'Mo-Fr,PH 11:00-14:00; Sa-Su 10:00-15:00'
    expect(on(rule, '2027-01-01')).toEqual([[660, 840]])
    expect(on(rule, '2027-05-01')).toEqual([[600, 900]])
  })

  test('those of the territory are the domain’s: 26 December is one in Moselle only', () => {
    const rule = 'week 01-53/2 Sa 09:00-12:00; week 02-53/2 Sa 14:00-18:00; PH off'
    expect(on(rule, '2026-12-26', '57')).toEqual([])
    expect(on(rule, '2026-12-26', '51')).toEqual([AFTERNOON])
  })
})

describe('weeks that differ', () => {
  test('every other Saturday is the most frequent one, and its exceptions', () => {
    const rule = 'Mo-Fr 09:00-12:00; week 02-53/2 Sa 09:00-12:00; PH off'
    expect(on(rule, '2026-11-28')).toEqual([MORNING])
    expect(on(rule, '2026-12-05')).toEqual([])
    expect(on(rule, '2026-12-12')).toEqual([MORNING])
    expect(Object.keys(compile(rule).exceptions).length).toBeLessThan(32)
  })

  test.each([
    ['Mo-We 09:00-12:00; We[1] off; PH off', '2026-12-02', []],
    ['Mo-We 09:00-12:00; We[1] off; PH off', '2026-12-09', [MORNING]],
    ['Mo-Sa 09:00-12:00; Mo[-1] 14:00-18:00; PH off', '2026-11-30', [AFTERNOON]],
    ['Mo-Sa 09:00-12:00; Mo[-1] 14:00-18:00; PH off', '2026-11-23', [MORNING]],
    ['Jul-Aug Mo-Fr 14:00-18:00; Sep-Jun Mo-Fr 09:00-12:00', '2027-07-15', [AFTERNOON]],
    ['Jul-Aug Mo-Fr 14:00-18:00; Sep-Jun Mo-Fr 09:00-12:00', '2027-06-15', [MORNING]],
  ])('%s on %s', (rule, date, ranges) => {
    expect(on(rule, date)).toEqual(ranges)
  })
})

describe('dated exceptions', () => {
  const week = 'Mo-Fr 09:00-12:00; PH off'

  test.each([
    [`${week}; 2026 Nov 24 off`, { '2026-11-24': [] }],
    [`${week}; 2026 Nov 24,2026 Dec 01-02 off`, { '2026-11-24': [], '2026-12-01': [], '2026-12-02': [] }],
    [`${week}; 2026 Nov 30-2026 Dec 01 14:00-18:00`, { '2026-11-30': [AFTERNOON], '2026-12-01': [AFTERNOON] }],
    [`${week}; 2026 Dec 25 09:00-12:00`, { '2026-12-25': [MORNING] }],
    [`${week}; 2024 May 20 off`, {}],
    [`${week}; 2026 Nov 28 off`, {}],
    [`${week}; 2028 May 20 09:00-12:00`, {}],
  ])('%s', (rule, exceptions) => {
    expect(compile(rule).exceptions).toEqual(exceptions)
  })

  test('an hour given for a holiday of the territory stays an exception there', () => {
    const rule = `${week}; 2027 May 27 09:00-12:00`
    expect(on(rule, '2027-05-27', '971')).toEqual([MORNING])
    expect(compile(rule, '51').exceptions).toEqual({})
  })
})

test.each([
  ['Tu 09:00-12:00; PH off; 2021 Dec 28,30-31 off', 'The day for Dec must be between 1 and 31'],
  ['Mo 14:00-17:00; 2022 Feb 11,25 09:00-12:00', 'Unexpected token: timesep'],
  ['gibberish', /^.+$/],
])('%s cannot be read, in one line', (rule, reason) => {
  const result = compileRule(rule, '51')
  expect(result).toEqual({ ok: false, error: expect.stringMatching(reason) })
})

test('hours past midnight belong to both days, in order and merged', () => {
  expect(compile('Mo 22:00-02:00; Tu 01:00-03:00,09:00-10:00,10:00-11:00').weekly.slice(0, 2)).toEqual([
    [[1320, 1440]],
    [
      [60, 180],
      [540, 660],
    ],
  ])
})
