import { expect, it } from 'vitest'
import { keysByRequest } from '../../web/kit/new-key.ts'

it('a request keeps its key when it is repeated, and gets another when it is edited', () => {
  const keyOf = keysByRequest()
  const first = keyOf({ idea: 'Un atelier' })
  expect(keyOf({ idea: 'Un atelier' })).toBe(first)
  const edited = keyOf({ idea: 'Un atelier de couture' })
  expect(edited).toMatch(/^[0-9a-f]{32}$/)
  expect(edited).not.toBe(first)
  expect(keyOf({ idea: 'Un atelier de couture' })).toBe(edited)
  expect(keyOf({ idea: 'Un atelier' })).toBe(first)
})
