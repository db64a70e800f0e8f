import { describe, expect, it } from 'vitest'
import { answerDeadlineOf, type StaffSchedule } from '../../shared/domain/answer-deadline.ts'
import type { Closure } from '../../shared/domain/closure.ts'
import type { CounterHours } from '../../shared/domain/counter-hours.ts'
import { instantOf, localTextAt, type TimeZone } from '../../shared/domain/instant.ts'
import { AFTERNOONS, aSite, date, PARIS, range } from '../support/builders.ts'

const at = (text: string, zone: TimeZone = PARIS) =>
  instantOf(
    { date: date(text.slice(0, 10)), minute: Number(text.slice(11, 13)) * 60 + Number(text.slice(14)) },
    zone,
  )

const DAY = 24
/** `asked` and `starts` on the door's clock, as the answer is. */
const answerBy = (
  asked: string,
  hours: number,
  place: Partial<StaffSchedule> = {},
  starts = '2027-12-31T08:00',
) => {
  const site = { ...aSite(), ...place }
  const [now, startsAt] = [at(asked, site.timeZone), at(starts, site.timeZone)]
  return localTextAt(answerDeadlineOf({ hours, now, startsAt }, site), site.timeZone)
}

const closure = (changes: Partial<Closure>): Closure => ({
  ...{
    id: 'c' as never,
    site: aSite().id,
    kind: 'planned',
    reason: 'Congés',
    state: 'closed',
    closedBy: 'h' as never,
  },
  ...{ createdAt: 0 as never, from: date('2026-11-23'), to: date('2026-11-27'), ...range('00:00-24:00') },
  ...changes,
})

describe('the time to answer a request', () => {
  it('ends with Monday’s counter hours when a day is allowed on a Saturday evening', () => {
    expect(answerBy('2026-11-21T17:19', DAY)).toBe('2026-11-23T18:00')
  })

  it.each([
    ['2026-11-23T09:00', DAY, '2026-11-23T18:00'],
    ['2026-11-23T14:00', DAY, '2026-11-23T18:00'],
    ['2026-11-23T15:00', DAY, '2026-11-24T18:00'],
    ['2026-11-23T18:00', DAY, '2026-11-24T18:00'],
    ['2026-11-26T16:00', 3 * DAY, '2026-12-01T18:00'],
    ['2026-11-21T17:19', 7 * DAY, '2026-12-01T18:00'],
  ])('from %s with %i hours ends at %s, as a day of counter hours counts as 24', (asked, hours, end) => {
    expect(answerBy(asked, hours)).toBe(end)
  })

  it.each([
    ['2026-11-21T17:19', 1, '2026-11-23T15:00'],
    ['2026-11-23T15:30', 2, '2026-11-23T17:30'],
    ['2026-11-23T17:30', 1, '2026-11-24T14:30'],
    ['2026-11-23T17:30', 12, '2026-11-24T18:00'],
  ])('from %s with %i hours ends at %s, as it runs while the counter is open', (asked, hours, end) => {
    expect(answerBy(asked, hours)).toBe(end)
  })

  it('never ends after the start, nor earlier when more hours are allowed', () => {
    expect(answerBy('2026-11-21T17:19', DAY, {}, '2026-11-23T16:00')).toBe('2026-11-23T16:00')
    expect(answerBy('2026-11-21T17:19', DAY, {}, '2026-11-22T10:00')).toBe('2026-11-22T10:00')
    const ends = Array.from({ length: 100 }, (_, more) => answerBy('2026-11-23T15:07', more + 1))
    expect(ends).toEqual([...ends].sort())
  })

  it('skips the break at noon, public holidays and weeks without opening', () => {
    const split: CounterHours = {
      ...AFTERNOONS,
      weekly: AFTERNOONS.weekly.map(() => [
        [540, 720],
        [840, 1020],
      ]),
    }
    expect(answerBy('2026-11-23T11:00', 2, { counter: split })).toBe('2026-11-23T15:00')
    expect(answerBy('2026-12-24T18:30', DAY)).toBe('2026-12-28T18:00')
    const august = Array.from({ length: 21 }, (_, day) => [`2027-08-${String(day + 2).padStart(2, '0')}`, []])
    const away: CounterHours = { ...AFTERNOONS, exceptions: Object.fromEntries(august) }
    expect(answerBy('2027-07-31T10:00', DAY, { counter: away })).toBe('2027-08-23T18:00')
  })

  it('skips closed times of the whole site, and nothing else', () => {
    expect(answerBy('2026-11-21T17:19', DAY, { closures: [closure({})] })).toBe('2026-11-30T18:00')
    const morning = closure({ to: date('2026-11-23'), ...range('00:00-16:00') })
    expect(answerBy('2026-11-21T17:19', DAY, { closures: [morning] })).toBe('2026-11-23T18:00')
    expect(answerBy('2026-11-21T17:19', 1, { closures: [morning] })).toBe('2026-11-23T17:00')
    for (const other of [closure({ spaces: ['bureau' as never] }), closure({ state: 'reopening' })])
      expect(answerBy('2026-11-21T17:19', DAY, { closures: [other] })).toBe('2026-11-23T18:00')
  })

  it('runs Monday to Friday from nine to five where the counter hours are unknown', () => {
    const unknown = { counter: undefined }
    expect(answerBy('2026-11-21T17:19', DAY, unknown)).toBe('2026-11-23T17:00')
    expect(answerBy('2026-11-23T12:00', 1, unknown)).toBe('2026-11-23T13:00')
    expect(answerBy('2026-12-24T18:00', DAY, unknown)).toBe('2026-12-28T17:00')
  })

  it('ends at the start of the booking where the counter never opens', () => {
    const never = { ...AFTERNOONS, weekly: AFTERNOONS.weekly.map(() => []) }
    expect(answerBy('2026-11-21T17:19', DAY, { counter: never }, '2026-12-31T08:00')).toBe('2026-12-31T08:00')
  })

  it('follows the clock of the site through both clock changes, and overseas', () => {
    const all: CounterHours = { ...AFTERNOONS, weekly: AFTERNOONS.weekly.map(() => [[0, 1440]]) }
    expect(answerBy('2027-03-27T20:00', DAY)).toBe('2027-03-30T18:00')
    expect(answerBy('2026-10-24T20:00', DAY)).toBe('2026-10-26T18:00')
    expect(answerBy('2027-03-28T01:30', 2, { counter: all })).toBe('2027-03-28T03:30')
    expect(answerBy('2026-10-25T01:30', 2, { counter: all })).toBe('2026-10-25T03:30')
    const reunion = { timeZone: 'Indian/Reunion' as TimeZone, departement: '974' }
    expect(answerBy('2026-11-21T17:19', DAY, reunion)).toBe('2026-11-23T18:00')
    expect(answerBy('2027-12-18T17:19', DAY, reunion)).toBe('2027-12-21T18:00')
  })
})
