import { expect, test } from 'vitest'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { limitsOn, nextTimes } from '../../web/availability/next-times.ts'
import { freeNowAndNext } from '../../web/counter/kiosk.ts'

const limits = { shortestMinutes: 30, longestMinutes: 120, gridMinutes: 15 }
const space = { id: 'bureau', uses: ['desk'], capacity: 2, ...limits }
const site = { id: '09410A', today: '2026-11-24', spaces: [space] } as unknown as SiteView
const free = [{ start: '08:00', end: '09:00', places: 2 }]
const day = (date: string, own = limits) => ({
  date,
  holiday: false,
  counter: [],
  spaces: [{ space: 'bureau', open: [], free: own.shortestMinutes > 60 ? [] : free, ...own }],
})

/** A membership that ends on the 24th; later dates have the limits of everyone. */
const ofEveryone = { shortestMinutes: 60, longestMinutes: 60, gridMinutes: 60 }
const days = [
  day('2026-11-24'),
  day('2026-11-25', ofEveryone),
  day('2026-11-26', { ...ofEveryone, shortestMinutes: 90 }),
]
const availability = { site: site.id, days }

test('times keep to the limits of their own date, not to those of today', () => {
  const [today, later] = days.map((each) => limitsOn(each, site.spaces[0] as never))
  expect([today?.gridMinutes, later?.gridMinutes]).toEqual([15, 60])
  const longer = {
    ...availability,
    days: days.map((each) => ({
      ...each,
      spaces: each.spaces.map((own) => ({ ...own, free: [{ start: '08:15', end: '10:30', places: 1 }] })),
    })),
  }
  const times = nextTimes(site, longer, 'desk', 9).map(({ date, start, end }) => `${date} ${start}-${end}`)
  expect(times).toEqual(['2026-11-24 08:15-10:15', '2026-11-25 09:00-10:00'])
})

test('the times that are free now and next are those of the days', () => {
  const [shown] = freeNowAndNext(site, availability)
  expect([shown?.today?.ranges, shown?.next?.date]).toEqual([[['08:00', '09:00']], '2026-11-25'])
})
