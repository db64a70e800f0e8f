import { describe, expect, it } from 'vitest'
import { recurrence } from '../../functions/use-cases/recurrence.ts'
import { addDays } from '../../shared/domain/local-date.ts'
import { datesOfRule, MOST_DATES, readRule } from '../../shared/domain/recurrence-rule.ts'
import { date } from '../support/builders.ts'

const datesOf = async (
  text: string,
  { from = '2026-11-26', lastDate = '2027-01-20', exceptions = [] as string[] } = {},
) => {
  const rule = readRule(text)
  if (!rule.ok) return `${rule.error.kind} ${rule.error.part}`
  const wanted = {
    rule: rule.value,
    from: date(from),
    lastDate: date(lastDate),
    exceptions: exceptions.map(date),
  }
  const dates = await datesOfRule(wanted, recurrence)
  return dates.ok ? dates.value : dates.error.kind
}

describe('a recurrence rule', () => {
  it.each([
    ['FREQ=WEEKLY;BYDAY=TH;COUNT=3', ['2026-11-26', '2026-12-03', '2026-12-10']],
    ['rrule:freq=weekly;count=2', ['2026-11-26', '2026-12-03']],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;UNTIL=20261224', ['2026-11-26', '2026-12-10', '2026-12-24']],
    ['FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,TH;COUNT=3', ['2026-11-26', '2026-12-06', '2026-12-10']],
    ['FREQ=WEEKLY;BYDAY=TU;COUNT=1', ['2026-12-01']],
    ['FREQ=MONTHLY;BYDAY=1MO;COUNT=2', ['2026-12-07', '2027-01-04']],
    ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=2', ['2026-11-27', '2026-12-25']],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,2;COUNT=4',
      ['2026-12-01', '2026-12-02', '2027-01-01', '2027-01-04'],
    ],
    ['FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20270601', ['2026-12-31', '2027-01-31', '2027-03-31', '2027-05-31']],
    ['FREQ=DAILY;INTERVAL=3;COUNT=3', ['2026-11-26', '2026-11-29', '2026-12-02']],
    ['FREQ=WEEKLY;BYMONTH=1,12;COUNT=3', ['2026-12-03', '2026-12-10', '2026-12-17']],
  ])('written %s gives %o', async (text, expected) => {
    expect(await datesOf(text)).toEqual(expected)
  })

  it('without an end gives all dates until the last that can be booked', async () => {
    expect(await datesOf('FREQ=WEEKLY', { lastDate: '2026-12-10' })).toEqual([
      '2026-11-26',
      '2026-12-03',
      '2026-12-10',
    ])
  })

  it('gives none of its exceptions, which count among its dates', async () => {
    const exceptions = ['2026-12-03', '2026-12-04']
    expect(await datesOf('FREQ=WEEKLY;COUNT=3', { exceptions })).toEqual(['2026-11-26', '2026-12-10'])
  })
})

describe('a recurrence rule', () => {
  it.each([
    ['', 'rule-malformed RRULE'],
    ['every thursday', 'rule-malformed RRULE'],
    ['FREQ', 'rule-malformed RRULE'],
    ['BYDAY=TH', 'rule-malformed FREQ'],
    ['FREQ=SOMETIMES', 'rule-malformed FREQ'],
    ['FREQ=WEEKLY;FREQ=DAILY', 'rule-malformed FREQ'],
    ['FREQ=WEEKLY;BYDAY=JE', 'rule-malformed BYDAY'],
    ['FREQ=WEEKLY;BYDAY=1TH', 'rule-malformed BYDAY'],
    ['FREQ=WEEKLY;BYMONTHDAY=3', 'rule-malformed BYMONTHDAY'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'rule-malformed BYMONTHDAY'],
    ['FREQ=MONTHLY;BYSETPOS=1', 'rule-malformed BYSETPOS'],
    ['FREQ=WEEKLY;INTERVAL=0', 'rule-malformed INTERVAL'],
    ['FREQ=WEEKLY;COUNT=-1', 'rule-malformed COUNT'],
    ['FREQ=WEEKLY;COUNT=2;UNTIL=20270101', 'rule-malformed UNTIL'],
    ['FREQ=WEEKLY;UNTIL=20270230', 'rule-malformed UNTIL'],
    ['FREQ=WEEKLY;UNTIL=20270101T000000Z', 'rule-malformed UNTIL'],
    ['FREQ=WEEKLY;BYDAY=TH\nEXDATE:20261203', 'rule-malformed RRULE'],
    ['FREQ=HOURLY', 'rule-unsupported FREQ'],
    ['FREQ=SECONDLY;COUNT=3', 'rule-unsupported FREQ'],
    ['FREQ=YEARLY', 'rule-unsupported FREQ'],
    ['FREQ=DAILY;BYHOUR=9', 'rule-unsupported BYHOUR'],
    ['FREQ=DAILY;TZID=MARS', 'rule-unsupported TZID'],
    ['FREQ=WEEKLY;UNTIL=20261101', 'no-date'],
    ['FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=31;UNTIL=20261231', 'no-date'],
    ['FREQ=WEEKLY;BYDAY=TH;BYSETPOS=3', 'no-date'],
    ['FREQ=DAILY;COUNT=10000', 'too-many-dates'],
    ['FREQ=DAILY;UNTIL=20270801', 'too-many-dates'],
    ['FREQ=WEEKLY;UNTIL=29991231', 'too-many-dates'],
    ['FREQ=MONTHLY;INTERVAL=12;COUNT=20', 'too-many-dates'],
  ])('written %j is refused as %s', async (text, refusal) => {
    expect(await datesOf(text)).toBe(refusal)
  })

  it('without an end is refused above two hundred dates', async () => {
    const lastDate = addDays(date('2026-11-26'), MOST_DATES)
    expect(await datesOf('FREQ=DAILY', { lastDate })).toBe('too-many-dates')
    expect(await datesOf('FREQ=DAILY', { lastDate: addDays(lastDate, -1) })).toHaveLength(MOST_DATES)
  })

  it('is refused when all of its dates are exceptions', async () => {
    expect(await datesOf('FREQ=WEEKLY;COUNT=1', { exceptions: ['2026-11-26'] })).toBe('no-date')
  })
})
