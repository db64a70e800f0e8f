import { expect, test } from 'vitest'
import { movedTo } from '../../web/find/place-field.tsx'

test('the arrows go through the suggestions, and past either end back to the field', () => {
  expect([-1, 0, 1, 2].map((at) => movedTo(at, 'ArrowDown', 3))).toEqual([0, 1, 2, -1])
  expect([-1, 0, 1, 2].map((at) => movedTo(at, 'ArrowUp', 3))).toEqual([2, -1, 0, 1])
  expect(movedTo(0, 'a', 3)).toBeUndefined()
})
