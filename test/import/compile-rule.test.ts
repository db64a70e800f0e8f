import { describe, expect, test } from 'vitest'
import { ruleCompiler } from '../../functions/jobs/import-network/compile-rule.ts'
import { counterDayOn } from '../../shared/domain/counter-hours.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'

const TODAY = '2026-11-22' as LocalDate
const compileRule = ruleCompiler(TODAY)

const compile = (rule: string, departement = '51') => {
  const result = compileRule(rule, departement)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

const on = (rule: string, date: string, departement = '51') =>
  counterDayOn(compile(rule, departement), date as LocalDate, departement)

const MORNING = [540, 720]
const AFTERNOON = [840, 1080]

test('a week compiles to minutes of each weekday', () => {
  expect(compile('Mo-Fr 09:00-12:00,14:00-18:00; Sa 09:00-12:00; PH off')).toEqual({
    weekly: [...Array(5).fill([MORNING, AFTERNOON]), [MORNING], []],
    onHolidays: [],
    exceptions: {},
  })
})

test('`closed` is never open', () => {
  expect(compile('closed').weekly).toEqual(Array(7).fill([]))
})

describe('a rule on public holidays', () => {
  test.each([
    ['Mo-Fr 09:00-12:00; PH off', []],
    ['Mo-Fr 09:00-12:00', 'as-usual'],
    ['Mo-Su 09:00-12:00; PH 08:00-18:00', [[480, 1080]]],
    ['Mo-Sa 07:00-19:00; Su,PH 08:00-12:00', [[480, 720]]],
  ])('is right in %s', (rule, onHolidays) => {
    expect(compile(rule).onHolidays).toEqual(onHolidays)
  })

  test('has dated exceptions for a weekend with other hours on holidays', () => {
    const rule = 'Mo-Fr,PH 11:00-14:00; Sa-Su 10:00-15:00'
    expect(on(rule, '2027-01-01')).toEqual([[660, 840]])
    expect(on(rule, '2027-05-01')).toEqual([[600, 900]])
  })

  test('follows the holidays of the territory: 26 December is one in Moselle only', () => {
    const rule = 'week 01-53/2 Sa 09:00-12:00; week 02-53/2 Sa 14:00-18:00; PH off'
    expect(on(rule, '2026-12-26', '57')).toEqual([])
    expect(on(rule, '2026-12-26', '51')).toEqual([AFTERNOON])
  })
})

test('a week with a holiday of the territory still tells of its weekday', () => {
  const hours = ruleCompiler('2027-05-24' as LocalDate)('Mo-Fr 09:00-12:00; PH off', '971')
  const day = (date: string) => hours.ok && counterDayOn(hours.value, date as LocalDate, '971')
  expect([day('2027-05-27'), day('2027-06-03')]).toEqual([[], [MORNING]])
})

test('a rule without a word on holidays is open on them as on other days', () => {
  expect(on('Mo-Fr 09:00-12:00; We[1] off', '2027-01-01')).toEqual([MORNING])
  expect(on('Mo-Fr 09:00-12:00; We[1] off', '2026-12-25')).toEqual([MORNING])
  expect(on('Jul-Aug Mo-Fr 14:00-18:00; Sep-Jun Mo-Fr 09:00-12:00', '2027-07-14')).toEqual([AFTERNOON])
})

describe('a rule with different weeks', () => {
  test('has the most frequent Saturday and its exceptions for every other Saturday', () => {
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
  ])('like %s is right on %s', (rule, date, ranges) => {
    expect(on(rule, date)).toEqual(ranges)
  })
})

describe('a rule with dated exceptions', () => {
  const week = 'Mo-Fr 09:00-12:00; PH off'

  test.each([
    [`${week}; 2026 Nov 24 off`, { '2026-11-24': [] }],
    [`${week}; 2026 Nov 24,2026 Dec 01-02 off`, { '2026-11-24': [], '2026-12-01': [], '2026-12-02': [] }],
    [
      `${week}; 2026 Nov 30-2026 Dec 01 14:00-18:00`,
      { '2026-11-30': [AFTERNOON], '2026-12-01': [AFTERNOON] },
    ],
    [`${week}; 2026 Dec 25 09:00-12:00`, { '2026-12-25': [MORNING] }],
    [`${week}; 2024 May 20 off`, {}],
    [`${week}; 2026 Nov 28 off`, {}],
    [`${week}; 2028 May 20 09:00-12:00`, { '2028-05-20': [MORNING] }],
  ])('is right in %s', (rule, exceptions) => {
    expect(compile(rule).exceptions).toEqual(exceptions)
  })

  test('keeps an hour on a holiday of the territory as an exception there', () => {
    const rule = `${week}; 2027 May 27 09:00-12:00`
    expect(on(rule, '2027-05-27', '971')).toEqual([MORNING])
    expect(compile(rule, '51').exceptions).toEqual({})
  })
})

describe('a part that names a year', () => {
  test.each([
    ['Mo-Fr 14:00-18:00; 2027 Jan Mo-Fr 09:00-12:00; PH off', '2027-01-05', [MORNING]],
    ['Mo-Fr 14:00-18:00; 2027 Jan Mo-Fr 09:00-12:00; PH off', '2027-02-02', [AFTERNOON]],
    ['Mo-Fr 14:00-18:00; 2026 Mo,Sa 09:00-12:00; PH off', '2026-12-05', [MORNING]],
    ['Mo-Fr 14:00-18:00; 2026 Mo,Sa 09:00-12:00; PH off', '2027-01-09', []],
    ['Mo-Fr 09:00-12:00; 2027 off', '2027-01-05', []],
    ['Mo-Fr 09:00-12:00; 2027 week 02 Tu 14:00-18:00', '2027-01-12', [AFTERNOON]],
    ['Mo-Fr 09:00-12:00; 2027 Jan 04-2027 Mar 31 Tu off', '2027-02-02', []],
    ['Mo-Fr 09:00-12:00; 2026 Dec 28-2027 Jan 01 off', '2026-12-30', []],
    ['2026-2027 Mo-Fr 09:00-12:00', '2026-12-01', [MORNING]],
  ])('is right in %s on %s', (rule, day, ranges) => {
    expect(on(rule, day)).toEqual(ranges)
  })

  test('is known no further than it was evaluated', () => {
    expect(on('Mo-Fr 09:00-12:00; 2027 Mo off', '2027-12-27')).toBe('unknown')
    expect(on('Mo-Fr 09:00-12:00; 2027 Jan 04 off', '2028-12-27')).toEqual([MORNING])
  })

  test('applies on a holiday of the territory that it names', () => {
    expect(on('We[1] 14:00-18:00; PH off; 2027 May 27 09:00-12:00', '2027-05-27', '971')).toEqual([MORNING])
  })
})

describe('an undecidable rule', () => {
  const week = 'Mo-Tu 09:00-12:00; We 09:00-12:00'

  test.each([
    [`${week} "sur rendez-vous"`, 'unknown'],
    [`${week} unknown`, 'unknown'],
    ['Mo-Tu 09:00-12:00; We 09:00+', 'unknown'],
    [`${week}; SH We off`, 'unknown'],
    [`${week}; SH We 14:00-18:00`, 'unknown'],
    [`${week} open "au guichet; sonnez"`, [MORNING]],
    [`${week}; SH Th off`, [MORNING]],
  ])('like %s is %j on a Wednesday, and known on a Tuesday', (rule, wednesday) => {
    expect(on(rule, '2026-12-02')).toEqual(wednesday)
    expect(on(rule, '2026-12-01')).toEqual([MORNING])
  })

  test('leaves days neither open nor closed by appointment alone', () => {
    expect(on('"sur rendez-vous"', '2026-12-02')).toBe('unknown')
  })

  test.each([
    ['Mo-Fr 09:00-12:00; 2027 easter -2 days off', /^The movable day easter/],
    ['Mo-Fr', 'days without hours that can be read'],
    ['Mo-Sa 09:00-12:00; PH off; 2027 Apr 04,12 off', 'days without hours that can be read'],
    ['sunrise-sunset', 'hours that follow the sun'],
  ])('like %s is refused as a whole', (rule, reason) => {
    expect(compileRule(rule, '51')).toEqual({ ok: false, error: expect.stringMatching(reason) })
  })
})

test.each([
  'Mo-Fr 9:00-12:00; PH off',
  'Mo-Fr 09:00 - 12:00; PH off',
  'Mo-Fr 9h-12h; PH off',
  'lu-ve 09.00-12.00; PH off',
])('%s is a week of mornings', (rule) =>
  expect(compile(rule)).toEqual(expect.objectContaining({ weekly: [...Array(5).fill([MORNING]), [], []] })),
)

test.each([
  ['Tu 09:00-12:00; PH off; 2021 Dec 28,30-31 off', 'The day for Dec must be between 1 and 31'],
  ['Mo 14:00-17:00; 2022 Feb 11,25 09:00-12:00', 'Unexpected token: timesep'],
  ['gibberish', /^.+$/],
])('%s is refused in one line', (rule, reason) => {
  const result = compileRule(rule, '51')
  expect(result).toEqual({ ok: false, error: expect.stringMatching(reason) })
})

test('hours past midnight belong to both days, sorted and merged', () => {
  expect(compile('Mo 22:00-02:00; Tu 01:00-03:00,09:00-10:00,10:00-11:00').weekly.slice(0, 2)).toEqual([
    [[1320, 1440]],
    [
      [60, 180],
      [540, 660],
    ],
  ])
})
