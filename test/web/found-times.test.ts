import { expect, test } from 'vitest'
import type { AvailabilityView, SiteView } from '../../shared/contracts/site-views.ts'
import { foundTimes } from '../../web/find/found-times.ts'

const limits = { shortestMinutes: 60, longestMinutes: 480, gridMinutes: 15 }

const terms = (per: string, kind: string, ...amenities: string[]) => ({
  price: { per },
  access: { kind },
  amenities,
})

const site = {
  id: '09410A',
  today: '2026-11-24',
  spaces: [
    { id: 'bureau', uses: ['desk'], capacity: 4, ...terms('free', 'counter-staff'), ...limits },
    { id: 'salle', uses: ['room'], capacity: 12, ...terms('day', 'host', 'step-free'), ...limits },
  ],
} as unknown as SiteView

const day = (date: string, ...free: [start: string, end: string][]) => ({
  date,
  holiday: false,
  counter: [],
  spaces: [
    { space: 'bureau', open: [], free: free.map(([start, end]) => ({ start, end, places: 3 })), ...limits },
    { space: 'salle', open: [], free: free.map(([start, end]) => ({ start, end, places: 12 })), ...limits },
  ],
})

const availability = {
  site: '09410A',
  days: [day('2026-11-24', ['08:00', '12:00']), day('2026-11-25', ['08:00', '12:00'], ['17:00', '21:00'])],
} as unknown as AvailabilityView

const found = (wanted: Parameters<typeof foundTimes>[2]) =>
  foundTimes(site, availability, wanted).map(
    ({ space, date, start, end, places }) => `${space} ${date.slice(8)} ${start}-${end} ${places}`,
  )

test('the times that are offered lie on as many days as possible', () => {
  expect(found({ use: 'desk' })).toEqual([
    'bureau 24 08:00-12:00 1',
    'bureau 25 08:00-12:00 1',
    'bureau 25 17:00-18:00 1',
    'bureau 25 17:00-21:00 1',
  ])
})

test('the times that are offered are those of the wanted evening', () => {
  expect(found({ use: 'desk', after: '18:00' })).toEqual(['bureau 25 18:00-21:00 1'])
})

test('the times that are offered are those of the wanted day, and the next ones where it has none', () => {
  expect(found({ use: 'room', date: '2026-11-24' })).toEqual(['salle 24 08:00-12:00 1'])
  expect(found({ use: 'room', date: '2026-11-28' })).toHaveLength(4)
})

test('the times that are offered have room for so many people', () => {
  expect(found({ use: 'desk', people: '3', date: '2026-11-24' })).toEqual(['bureau 24 08:00-12:00 3'])
  expect(found({ use: 'desk', people: '4' })).toEqual([])
  expect(found({ people: '8', date: '2026-11-24' })).toEqual(['salle 24 08:00-12:00 1'])
})

test('the times that are offered are in the spaces that are wanted, and in all where none is', () => {
  const date = '2026-11-24'
  const [desk, room] = ['bureau 24 08:00-12:00 1', 'salle 24 08:00-12:00 1']
  expect(found({ free: 'yes', date })).toEqual([desk])
  expect(found({ stepFree: 'yes', date })).toEqual([room])
  expect(found({ access: 'host', date })).toEqual([room])
  expect(found({ access: 'open', date })).toEqual([desk, room])
  expect(found({ use: 'desk', stepFree: 'yes', date })).toEqual([desk])
})
