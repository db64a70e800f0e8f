import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recurrence } from '../../functions/use-cases/recurrence.ts'
import { addDays } from '../../shared/domain/local-date.ts'
import { isPublicHoliday } from '../../shared/domain/public-holidays.ts'
import { readRule } from '../../shared/domain/recurrence-rule.ts'
import {
  firstWorkingDays,
  isWorkingDay,
  movedOffHolidays,
  type SittingPattern,
  sittingDates,
} from '../../shared/domain/sitting-dates.ts'
import { date } from '../support/builders.ts'

const dated = (pattern: SittingPattern, from: string, departement = '35') =>
  sittingDates({ pattern, from: date(from), lastDate: addDays(date(from), 400), departement }, recurrence)

const ruled = (text: string, from: string, departement?: string) => {
  const rule = readRule(text)
  if (!rule.ok) throw new Error(text)
  return dated({ rule: rule.value }, from, departement)
}

describe('a cycle of sittings', () => {
  it('has as many dates as its rule says', async () => {
    const found = await ruled('FREQ=WEEKLY;BYDAY=TU;COUNT=16', '2026-12-01')
    expect(found.ok && found.value.length).toBe(16)
  })

  it('goes to the next working day where a date is a public holiday, and says so', async () => {
    const found = await ruled('FREQ=WEEKLY;BYDAY=FR;COUNT=2', '2026-12-25')
    expect(found).toEqual({
      ok: true,
      value: [
        { date: '2026-12-28', movedFrom: '2026-12-25' },
        { date: '2027-01-04', movedFrom: '2027-01-01' },
      ],
    })
  })

  it('knows the holidays of Alsace, of which the rest of France has none', async () => {
    const [there, here] = await Promise.all(
      ['67', '35'].map((departement) => ruled('FREQ=DAILY;COUNT=1', '2028-12-26', departement)),
    )
    expect([there, here]).toMatchObject([
      { value: [{ date: '2028-12-27', movedFrom: '2028-12-26' }] },
      { value: [{ date: '2028-12-26' }] },
    ])
  })

  it('keeps every date apart, none on a holiday, and loses none', () => {
    const dates = fc
      .uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 40 })
      .map((days) => days.sort((a, b) => a - b).map((day) => addDays(date('2027-04-15'), day)))
    fc.assert(
      fc.property(dates, fc.constantFrom('35', '67', '974'), (wanted, departement) => {
        const moved = movedOffHolidays(wanted, departement)
        expect(new Set(moved.map((each) => each.date)).size).toBe(wanted.length)
        expect(moved.filter((each) => isPublicHoliday(each.date, departement))).toEqual([])
        for (const each of moved)
          if (each.movedFrom)
            expect(isWorkingDay(each.date, departement) && each.date > each.movedFrom).toBe(true)
      }),
    )
  })

  it('takes the first working days of each month, from the date on which it begins', () => {
    expect(firstWorkingDays({ workingDays: 3, months: 2 }, date('2027-01-05'), '35')).toEqual([
      '2027-01-05',
      '2027-01-06',
      '2027-02-01',
      '2027-02-02',
      '2027-02-03',
    ])
  })

  it.each([
    ['60 dates', 'FREQ=WEEKLY;COUNT=60', 'too-many-dates'],
    ['300 dates', 'FREQ=WEEKLY;COUNT=300', 'too-many-dates'],
    ['no end', 'FREQ=WEEKLY;BYDAY=TU', 'rule-endless'],
    ['an end before it begins', 'FREQ=WEEKLY;UNTIL=20260101', 'no-date'],
  ])('is refused with %s', async (_, rule, kind) => {
    expect(await ruled(rule, '2026-12-01')).toMatchObject({ ok: false, error: { kind } })
  })

  it('says until when 40 dates reach', async () => {
    expect(await ruled('FREQ=DAILY;COUNT=60', '2026-12-01')).toMatchObject({
      error: { most: 40, lastDate: '2027-01-09' },
    })
    expect(await dated({ workingDays: 5, months: 12 }, '2026-12-01')).toMatchObject({
      error: { kind: 'too-many-dates', most: 40 },
    })
  })
})
