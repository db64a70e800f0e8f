import { expect, test } from 'vitest'
import type { BookingView } from '../../shared/contracts/booking-views.ts'
import { rhythmOf, withSeriesCards } from '../../web/booking/series-cards.ts'

const on = (date: string, series?: string): BookingView =>
  ({ id: `${date}${series}`, date, start: '18:00', ...(series && { series }) }) as BookingView

const cardOf = (...dates: string[]) => {
  const [card] = withSeriesCards(dates.map((date) => on(date, 's')))
  if (!card || !('bookings' in card)) throw new Error('no card')
  return card
}

test('the dates of a series stand together, at the first of them', () => {
  const lines = withSeriesCards([
    on('2026-12-10', 'a'),
    on('2026-12-03', 'a'),
    on('2026-12-01'),
    on('2026-12-05'),
    on('2026-12-17', 'b'),
  ])
  expect(
    lines.map((each) => ('bookings' in each ? each.bookings.map(({ date }) => date) : each.date)),
  ).toEqual(['2026-12-01', ['2026-12-03', '2026-12-10'], '2026-12-05', '2026-12-17'])
})

test('a series is weekly where two of its dates are a week apart, whatever is missing', () => {
  expect(rhythmOf(cardOf('2026-12-03', '2026-12-17', '2026-12-24'))).toBe('week')
  expect(rhythmOf(cardOf('2026-12-03', '2026-12-17', '2027-01-14'))).toBe('fortnight')
  expect(rhythmOf(cardOf('2026-12-03', '2026-12-11', '2026-12-17'))).toBe('dates')
  expect(rhythmOf(cardOf('2026-12-03', '2026-12-24'))).toBe('dates')
  expect(rhythmOf(cardOf('2026-12-03', '2026-12-17'))).toBe('dates')
})
