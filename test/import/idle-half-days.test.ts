import { expect, test } from 'vitest'
import { idleHalfDays } from '../../functions/jobs/import-network/idle-half-days.ts'
import type { MinuteRanges } from '../../functions/jobs/import-network/minute-ranges.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'

const counter = (...weekly: MinuteRanges[]) => ({
  weekly: [...weekly, ...Array(7 - weekly.length).fill([])],
  onHolidays: [],
  exceptions: {},
})
const MORNING: MinuteRanges = [[540, 720]]

test('a half-day is idle when the counter is closed throughout', () => {
  const sites = [
    {
      departement: '51',
      counter: counter(
        MORNING,
        [[700, 870]],
        [
          [360, 480],
          [1080, 1200],
        ],
      ),
    },
    { departement: '35', counter: counter() },
  ]
  expect(idleHalfDays(sites, '2026-11-22' as LocalDate)).toEqual({
    monday: '2026-11-23',
    sites: 1,
    idleMornings: 3,
    idleAfternoons: 4,
    halfDays: 10,
  })
})

test('the ordinary week is the first without a public holiday where the sites are', () => {
  const site = (departement: string) => [{ departement, counter: counter(MORNING) }]
  expect(idleHalfDays(site('51'), '2026-12-15' as LocalDate).monday).toBe('2027-01-04')
  expect(idleHalfDays(site('974'), '2026-12-13' as LocalDate).monday).toBe('2026-12-14')
  expect(idleHalfDays(site('971'), '2027-05-20' as LocalDate).monday).toBe('2027-05-31')
})
