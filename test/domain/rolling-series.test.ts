import { describe, expect, it } from 'vitest'
import { recurrence } from '../../functions/use-cases/recurrence.ts'
import { addDays, type LocalDate } from '../../shared/domain/local-date.ts'
import { MOST_DATES } from '../../shared/domain/recurrence-rule.ts'
import { endRollingBefore, extendRollingSeries, isDecidedIn } from '../../shared/domain/rolling-series.ts'
import type { Rolling, Series } from '../../shared/domain/series.ts'
import { AFTERNOONS, aBooking, anOpening, aSite, aSpace, date, range } from '../support/builders.ts'

const TODAY = date('2026-11-21')

const aRolling = (changes: Partial<Rolling> = {}): Rolling => ({ exceptions: [], pending: [], ...changes })

const aSeries = (changes: Partial<Series> = {}): Series => {
  const { allocations: _, channel: __, status: ___, date: ____, series: _____, ...common } = aBooking()
  return {
    ...common,
    id: 's' as Series['id'],
    days: 0,
    rule: 'FREQ=WEEKLY',
    mode: 'possible',
    dates: [date('2026-11-26')],
    state: 'done',
    refusals: {},
    rolling: aRolling(),
    ...changes,
  }
}

const next = async (series: Series, lastDate: string, today: LocalDate = TODAY) =>
  (await extendRollingSeries(series, { today, lastDate: date(lastDate) }, recurrence))?.rolling?.pending

describe('a rolling series', () => {
  it.each([
    'FREQ=WEEKLY',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH',
    'FREQ=WEEKLY;INTERVAL=3;WKST=SU;BYDAY=SU,MO',
    'FREQ=DAILY;INTERVAL=3',
    'FREQ=DAILY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR',
    'FREQ=MONTHLY',
    'FREQ=MONTHLY;BYMONTHDAY=31',
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO,-1FR',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,2,-1',
  ])('gets day by day the dates that its rule gives at once: %s', async (rule) => {
    const from = date('2026-10-31')
    const atOnce = await recurrence(rule, from, date('2027-10-31'))
    let series = aSeries({ rule, dates: await recurrence(rule, from, date('2027-01-31')) })
    for (let last = date('2027-01-31'); last <= '2027-10-31'; last = addDays(last, 13)) {
      const lastDate = last
      const changes = await extendRollingSeries(series, { today: TODAY, lastDate }, recurrence)
      series = { ...series, ...changes, rolling: aRolling() }
    }
    expect(series.dates).toEqual(atOnce)
  })

  it('books no date before its opening hours are known', async () => {
    const reach = { today: TODAY, lastDate: date('2026-12-20') }
    const upTo = async (known: string) =>
      (await extendRollingSeries(aSeries(), { ...reach, isDecided: (each) => each <= known }, recurrence))
        ?.rolling?.pending
    expect(await upTo('2026-12-10')).toEqual(['2026-12-03', '2026-12-10'])
    expect(await upTo('2026-12-02')).toBeUndefined()
    const moved = await extendRollingSeries(
      aSeries({ days: 1 }),
      { ...reach, isDecided: (each) => each < '2026-12-11' },
      recurrence,
    )
    expect(moved?.rolling?.pending).toEqual(['2026-12-03'])
    const ending = aSeries({ rolling: aRolling({ until: date('2026-12-10') }) })
    expect(
      await extendRollingSeries(ending, { ...reach, isDecided: () => false }, recurrence),
    ).toBeUndefined()
    const site = aSite({ counter: { ...AFTERNOONS, knownUntil: TODAY } })
    const decided = (space = aSpace()) => {
      const isDecided = isDecidedIn({ ...space, ...range('09:00-11:00') }, site, TODAY)
      return ['2026-12-05', '2026-12-06', '2026-12-07'].map((each) => isDecided(date(each)))
    }
    expect(decided()).toEqual([true, true, false])
    const fixed = anOpening({ basis: 'fixed', window: range('08:00-12:00') })
    expect(decided(aSpace({ openings: [fixed, anOpening()] }))).toEqual([true, true, true])
  })

  it('books neither exceptions nor dates beyond reach', async () => {
    const series = aSeries({ rolling: aRolling({ exceptions: [date('2026-12-03')] }) })
    expect(await next(series, '2026-12-16')).toEqual(['2026-12-10'])
    expect(await next(series, '2026-12-09')).toBeUndefined()
  })

  it('applies its reach to its dates as they are moved', async () => {
    expect(await next(aSeries({ days: 1 }), '2026-12-03')).toBeUndefined()
    expect(await next(aSeries({ days: 1 }), '2026-12-04')).toEqual(['2026-12-03'])
    expect(await next(aSeries({ days: -2 }), '2026-12-01')).toEqual(['2026-12-03'])
  })

  it('extends by two hundred dates at a time, and two years ahead at most', async () => {
    const daily = aSeries({ rule: 'FREQ=DAILY' })
    expect(await next(daily, '2090-01-01')).toHaveLength(MOST_DATES)
    expect((await next(aSeries({ rule: 'FREQ=MONTHLY' }), '2090-01-01'))?.at(-1)).toBe('2028-10-26')
  })

  it('drops the dates that are a year past, except its last one', async () => {
    const dates = [date('2025-01-02'), date('2026-11-19'), date('2026-11-26')]
    const refusals = {
      '2025-01-02': { kind: 'taken', facts: {} },
      '2026-11-19': { kind: 'past', facts: {} },
    } as const
    const changes = await extendRollingSeries(
      aSeries({ dates, refusals }),
      { today: TODAY, lastDate: date('2026-12-03') },
      recurrence,
    )
    expect(changes?.dates).toEqual(['2026-11-19', '2026-11-26', '2026-12-03'])
    expect(Object.keys(changes?.refusals ?? {})).toEqual(['2026-11-19'])
  })

  it('stops at the date until which it is wanted', async () => {
    const series = aSeries({ rolling: aRolling({ until: date('2026-12-05') }) })
    expect(await next(series, '2026-12-31')).toEqual(['2026-12-03'])
    const booked = { ...series, dates: [...series.dates, date('2026-12-03')] }
    expect(
      await extendRollingSeries(booked, { today: TODAY, lastDate: date('2026-12-04') }, recurrence),
    ).toBeUndefined()
    expect(
      await extendRollingSeries(booked, { today: TODAY, lastDate: date('2026-12-05') }, recurrence),
    ).toHaveProperty('rolling', undefined)
  })
})

describe('the end of a rolling series', () => {
  it('is immediate when no further date would come', () => {
    expect(endRollingBefore(aSeries(), undefined)).toBeUndefined()
    expect(endRollingBefore(aSeries(), date('2026-11-20'))).toBeUndefined()
    expect(endRollingBefore(aSeries(), date('2026-11-27'))).toBeUndefined()
  })

  it('is the earliest date wanted, while that is still to come', () => {
    expect(endRollingBefore(aSeries(), date('2027-03-01'))?.until).toBe('2027-02-28')
    expect(endRollingBefore(aSeries({ days: 2 }), date('2027-03-01'))?.until).toBe('2027-02-26')
    const ending = aSeries({ rolling: aRolling({ until: date('2027-01-01') }) })
    expect(endRollingBefore(ending, date('2027-03-01'))?.until).toBe('2027-01-01')
  })

  it('waits for the dates that are being booked, and gives them up', () => {
    const pending = aSeries({ rolling: aRolling({ pending: [date('2026-11-26')] }) })
    expect(endRollingBefore(pending, undefined)).toEqual({
      exceptions: [],
      pending: ['2026-11-26'],
      until: '2026-11-25',
    })
  })
})
