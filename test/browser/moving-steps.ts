import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { BookingView } from '../../shared/contracts/booking-views.ts'
import type { Choice } from '../../web/availability/choice.ts'
import { dayWords, rangeWords } from '../../web/kit/words/fr/time-words.ts'
import { bookingsOf, daysOf, MONTMIRAIL } from './shortcuts.ts'
import { noticed } from './state.ts'
import { at, press } from './steps.ts'

export const onlyBooking = async (page: Page): Promise<BookingView> => {
  const [booking, ...others] = await bookingsOf(page)
  if (!booking || others.length > 0) throw new Error(`${others.length} bookings beside the one`)
  return booking
}

type Time = Pick<Choice, 'date' | 'start' | 'end'>

export const timeOf = ({ date, start, end }: Time): Time => ({ date, start, end })

export const radioOf = (page: Page, { date, start, end }: Time) =>
  page
    .getByRole('group', { name: new RegExp(dayWords(date)) })
    .locator('label', { hasText: rangeWords(start, end) })

export const openMove = async (page: Page, { id }: BookingView) => {
  await page.goto(`/reservation?id=${id}`)
  await press(page.getByRole('link', { name: 'Changer l’heure ou le jour' }))
  await at(page, '/deplacer')
}

export const move = (page: Page) => press(page.getByRole('button', { name: 'Déplacer ma réservation' }))

export const expectMoved = async (page: Page, to: Time) => {
  await at(page, '/reservation')
  await noticed(page, /C’est déplacé/)
  const words = (await page.getByRole('article').textContent()) ?? ''
  expect(words).toContain(dayWords(to.date))
  expect(words).toContain(rangeWords(to.start, to.end))
  expect(timeOf(await onlyBooking(page))).toEqual(timeOf(to))
}

/** Evenings from tomorrow on without any booking, from 18 h to 20 h. */
export const freeEvenings = async (page: Page): Promise<Choice[]> => {
  const [, ...days] = await daysOf(page, MONTMIRAIL)
  const ranges = days.flatMap(({ date, spaces }) =>
    spaces.flatMap(({ space, free }) => free.map((range) => ({ ...range, space, date }))),
  )
  const most = Math.max(...ranges.map(({ places }) => places))
  return ranges
    .filter(({ start, end, places }) => start === '18:00' && end === '20:00' && places === most)
    .map(({ space, date, start, end }) => ({
      site: MONTMIRAIL,
      space,
      date,
      start,
      end,
      use: 'room',
      places: 1,
    }))
}

export const twoEvenings = async (page: Page): Promise<[Choice, Choice]> => {
  const [first, second] = await freeEvenings(page)
  if (!first || !second) throw new Error('no two evenings are free')
  return [first, second]
}
