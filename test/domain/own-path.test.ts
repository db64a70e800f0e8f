import { expect, test } from 'vitest'
import { ownPath } from '../../shared/domain/own-path.ts'

test.each(['/mes-reservations', '/reservation?id=abc', '/'])('%s is one of our own paths', (path) => {
  expect(ownPath(path)).toBe(path)
})

test.each([
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  'mes-reservations',
  '',
  null,
  undefined,
])('%j is not', (path) => {
  expect(ownPath(path)).toBeUndefined()
})
