import { expect, it } from 'vitest'
import { hashOfRequest } from '../../functions/use-cases/hash.ts'

const hash = hashOfRequest('closure', { from: '2026-12-24', spaces: ['bureau'] })

it('the same request has the same hash, whatever the order of its fields', () => {
  expect(hashOfRequest('closure', { spaces: ['bureau'], from: '2026-12-24' })).toBe(hash)
  expect(hashOfRequest('closure', { from: '2026-12-24', spaces: ['bureau'], to: undefined })).toBe(hash)
})

it('another request has another hash, and so has the same one of another kind', () => {
  expect(hashOfRequest('closure', { from: '2026-12-24', spaces: ['salle'] })).not.toBe(hash)
  expect(hashOfRequest('series', { from: '2026-12-24', spaces: ['bureau'] })).not.toBe(hash)
})
