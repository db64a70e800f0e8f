import { expect, it } from 'vitest'
import type { SiteId } from '../../shared/domain/ids.ts'
import { inOrderOfTime, plannedMinutesOf, type Sitting, withWays } from '../../shared/domain/led-week.ts'
import { aSite, date, range } from '../support/builders.ts'

const montmirail = aSite()
const sezanne = aSite({ id: '09439A' as SiteId, position: { lat: 48.723402, lon: 3.721339 } })
const sitting = (day: string, times: string, site = montmirail): Sitting => ({
  date: date(day),
  ...range(times),
  site,
})

it('the hours of a week are those of its workshops, without the way', () => {
  expect(plannedMinutesOf([])).toBe(0)
  expect(plannedMinutesOf([range('10:00-12:00'), range('14:00-14:45')])).toBe(165)
})

it('the ways of a week are those between two sites on one day', () => {
  const week = [
    sitting('2026-12-08', '14:00-15:00', sezanne),
    sitting('2026-12-07', '16:00-17:00', sezanne),
    sitting('2026-12-07', '10:00-12:00'),
    sitting('2026-12-07', '13:00-14:00'),
  ].sort(inOrderOfTime)
  expect(withWays(week).map(({ way }) => way?.minutes)).toEqual([undefined, undefined, 45, undefined])
})
