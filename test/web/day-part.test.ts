import { expect, test } from 'vitest'
import { dayPartOf } from '../../web/availability/day-part.ts'

const partOf = (start: string, end: string) => dayPartOf({ start, end })

test('a range is called by the part of the day that it lies in', () => {
  expect([partOf('08:00', '12:00'), partOf('08:15', '13:00')]).toEqual(['morning', 'morning'])
  expect([partOf('12:00', '18:00'), partOf('14:00', '15:00')]).toEqual(['afternoon', 'afternoon'])
  expect([partOf('18:00', '20:00'), partOf('17:30', '24:00')]).toEqual(['evening', 'evening'])
  expect([partOf('08:00', '20:00'), partOf('10:00', '16:00')]).toEqual(['day', 'day'])
  expect([partOf('08:00', '14:00'), partOf('12:00', '14:00')]).toEqual([undefined, undefined])
  expect([partOf('11:00', '20:00'), partOf('16:00', '20:00')]).toEqual([undefined, undefined])
})
