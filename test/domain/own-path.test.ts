import { expect, test } from 'vitest'
import { ownPath } from '../../shared/domain/own-path.ts'

test.each(['/mes-reservations', '/reservation?id=abc', '/'])('the path %s is one of our own', (path) => {
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
])('the path %j is not one of our own', (path) => {
  expect(ownPath(path)).toBeUndefined()
})
