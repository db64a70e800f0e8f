import { expect, test } from 'vitest'
import { withoutBooking } from '../../web/next-times.ts'

const day = (date: string) => ({
  date,
  holiday: false,
  counter: [],
  spaces: ['bureau', 'salle'].map((space) => ({ space, open: [], free: [] })),
})

test('what a booking holds counts as free on its day and in its space alone', () => {
  const own = { site: '09410A', space: 'salle', date: '2026-11-25', start: '08:00', end: '12:00' }
  const days = withoutBooking([day('2026-11-24'), day('2026-11-25')], { ...own, use: 'room', places: 1 }, 8)
  const free = days.flatMap(({ date, spaces }) =>
    spaces.flatMap((each) => each.free.map((range) => [date, each.space, range])),
  )
  expect(free).toEqual([['2026-11-25', 'salle', { start: '08:00', end: '12:00', places: 8 }]])
})
