import { describe, expect, it } from 'vitest'
import type { CounterHours } from '../../shared/domain/counter-hours.ts'
import { isUndecidedOn, keptRangesOn, openRangesOn } from '../../shared/domain/opening.ts'
import { AFTERNOONS, anOpening, date, PARIS, range, TUESDAY } from '../support/builders.ts'

const on = (day: string, counter: CounterHours | undefined = AFTERNOONS, departement = '51') => ({
  date: date(day),
  departement,
  timeZone: PARIS,
  counter,
})

const counterOn = (...tuesday: (readonly [number, number])[]): CounterHours => ({
  weekly: [[], tuesday, [], [], [], [], []],
  onHolidays: [],
  exceptions: {},
})

describe('an idle opening', () => {
  it('is its window minus the counter hours', () => {
    expect(openRangesOn([anOpening()], on(TUESDAY))).toEqual([range('08:00-14:00'), range('18:00-20:00')])
  })

  it('is rounded inwards to quarters', () => {
    const counter = counterOn([9 * 60 + 10, 12 * 60 + 5])
    expect(openRangesOn([anOpening()], on(TUESDAY, counter))).toEqual([
      range('08:00-09:00'),
      range('12:15-20:00'),
    ])
  })

  it('leaves out a quarter that the counter touches for a minute', () => {
    const counter = counterOn([600, 601])
    expect(openRangesOn([anOpening()], on(TUESDAY, counter))).toEqual([
      range('08:00-10:00'),
      range('10:15-20:00'),
    ])
  })

  it('is empty where the counter hours are unknown', () => {
    expect(openRangesOn([anOpening()], { date: TUESDAY, departement: '51', timeZone: PARIS })).toEqual([])
  })

  it('follows a dated exception of the counter', () => {
    const counter = { ...AFTERNOONS, exceptions: { [TUESDAY]: [] } }
    expect(openRangesOn([anOpening()], on(TUESDAY, counter))).toEqual([range('08:00-20:00')])
  })

  it.each<Partial<CounterHours>>([
    { exceptions: { [TUESDAY]: 'unknown' } },
    { weekly: Array(7).fill('unknown') },
    { knownUntil: date('2026-11-23') },
  ])('is empty on a day of unknown counter hours: %j', (unknown) => {
    const counter = { ...AFTERNOONS, ...unknown }
    expect(openRangesOn([anOpening()], on(TUESDAY, counter))).toEqual([])
    expect(openRangesOn([anOpening({ basis: 'counter' })], on(TUESDAY, counter))).toEqual([])
    expect(openRangesOn([anOpening({ basis: 'fixed' })], on(TUESDAY, counter))).toEqual([
      range('08:00-20:00'),
    ])
    expect(keptRangesOn([anOpening()], on(TUESDAY, counter))).toEqual([range('08:00-20:00')])
    expect(isUndecidedOn([anOpening()], on(TUESDAY, counter))).toBe(true)
    expect(isUndecidedOn([anOpening({ basis: 'fixed' })], on(TUESDAY, counter))).toBe(false)
    expect(isUndecidedOn([anOpening({ weekdays: [1] })], on(TUESDAY, counter))).toBe(false)
  })

  it('is closed on a public holiday unless its lender says otherwise', () => {
    const christmas = on('2026-12-25')
    expect(openRangesOn([anOpening()], christmas)).toEqual([])
    expect(openRangesOn([anOpening({ onHolidays: true })], christmas)).toEqual([range('08:00-20:00')])
  })

  it('follows the public holidays of its territory', () => {
    expect(openRangesOn([anOpening()], on('2026-12-26', AFTERNOONS, '67'))).toEqual([])
    expect(openRangesOn([anOpening()], on('2026-12-26', AFTERNOONS, '51'))).not.toEqual([])
  })
})

describe('a counter opening', () => {
  it('is its window within the counter hours', () => {
    const opening = anOpening({ basis: 'counter', window: range('09:00-17:00') })
    expect(openRangesOn([opening], on(TUESDAY))).toEqual([range('14:00-17:00')])
  })

  it('is rounded inwards to quarters', () => {
    const opening = anOpening({ basis: 'counter' })
    const counter = counterOn([9 * 60 + 10, 12 * 60 + 5])
    expect(openRangesOn([opening], on(TUESDAY, counter))).toEqual([range('09:15-12:00')])
  })
})

describe('the openings of a space', () => {
  it('start on their first date and end on their last', () => {
    const opening = anOpening({ basis: 'fixed', from: TUESDAY, until: date('2026-11-25') })
    const lent = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'].map(
      (day) => openRangesOn([opening], on(day)).length,
    )
    expect(lent).toEqual([0, 1, 1, 0])
  })

  it('apply on their weekdays only', () => {
    const opening = anOpening({ basis: 'fixed', weekdays: [2] })
    expect(openRangesOn([opening], on('2026-11-23'))).toEqual([])
    expect(openRangesOn([opening], on(TUESDAY))).toHaveLength(1)
  })

  it('add up, and join where they touch', () => {
    const openings = [
      anOpening({ basis: 'fixed', window: range('08:00-10:00') }),
      anOpening({ basis: 'fixed', window: range('10:00-12:00') }),
      anOpening({ basis: 'fixed', window: range('18:00-20:00') }),
    ]
    expect(openRangesOn(openings, on(TUESDAY))).toEqual([range('08:00-12:00'), range('18:00-20:00')])
  })
})
