import { expect, test } from 'vitest'
import type { BookingView } from '../../shared/contracts/booking-views.ts'
import {
  type Choice,
  choiceIn,
  choiceOf,
  codeAddress,
  detailsAddress,
  isSameTime,
  moveAddress,
} from '../../web/availability/choice.ts'
import { dateIn } from '../../web/staff/sheet.ts'
import { wantedTimeIn } from '../../web/waitlist/wanted-time.ts'

const CHOICE: Choice = {
  site: '09410A',
  space: 'bureau',
  date: '2026-11-24',
  start: '08:00',
  end: '12:00',
  use: 'desk',
  places: 1,
}

const queryOf = (address: string) => new URLSearchParams(address.split('?')[1])

test('a choice goes from page to page by its address', () => {
  expect(detailsAddress(CHOICE)).toBe(
    '/coordonnees?site=09410A&espace=bureau&use=desk&date=2026-11-24&de=08:00&a=12:00',
  )
  expect(choiceIn(queryOf(codeAddress({ ...CHOICE, places: 3 })))).toEqual({ ...CHOICE, places: 3 })
})

test('a booking is chosen again with its places, or as one whole room', () => {
  const { site, space, ...time } = CHOICE
  const held = { ...time, id: 'b1', site: { id: site }, space: { id: space } } as unknown as BookingView
  expect(choiceOf({ ...held, places: 3 })).toEqual({ ...CHOICE, places: 3 })
  expect(choiceOf({ ...held, use: 'room', places: 5 })).toEqual({ ...CHOICE, use: 'room' })
})

test('a move keeps its target in its address', () => {
  const query = queryOf(moveAddress('b1', CHOICE))
  expect([query.get('id'), choiceIn(query)]).toEqual(['b1', CHOICE])
})

test('times are the same on one date, from the same hour to the same hour', () => {
  expect(isSameTime(CHOICE, { ...CHOICE })).toBe(true)
  for (const other of [{ date: '2026-11-25' }, { start: '08:15' }, { end: '12:15' }])
    expect(isSameTime(CHOICE, { ...CHOICE, ...other })).toBe(false)
  expect(isSameTime(CHOICE, undefined)).toBe(false)
})

test.each([
  ['site', '../me'],
  ['espace', '<img>'],
  ['date', 'demain'],
  ['date', '2026-02-31'],
  ['de', '8h'],
  ['a', '99:00'],
  ['use', 'all'],
])('a malformed %s makes no choice', (name, value) => {
  const query = queryOf(detailsAddress(CHOICE))
  query.set(name, value)
  expect(choiceIn(query)).toBeUndefined()
})

test('a wanted time and a printed day fall back from a date or hour that does not exist', () => {
  const query = new URLSearchParams({ date: '2026-02-31', de: '08:00', a: '99:00' })
  expect(wantedTimeIn(query, { id: '09410A', today: '2026-11-24', spaces: [] })).toMatchObject({
    date: '2026-11-24',
    from: '08:00',
    to: '20:00',
  })
  expect(dateIn(query, '2026-11-24')).toBe('2026-11-24')
})
