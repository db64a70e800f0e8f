import { expect, test } from 'vitest'
import { countNear } from '../../web/find/near-enough.ts'

const at = (...kilometres: (number | undefined)[]) =>
  countNear(kilometres.map((distanceKm) => ({ distanceKm })))

test('the places shown at first are few, and as near as the nearest one allows', () => {
  expect(at(3, 12, 40)).toBe(3)
  expect(at(1, 2, 3, 4, 5, 6)).toBe(5)
  expect(at(12, 59, 380)).toBe(2)
  expect(at(380, 500, 900)).toBe(2)
})

test('all places are shown where no distance is known', () => {
  expect(at(undefined, undefined)).toBe(2)
  expect(at()).toBe(0)
})
