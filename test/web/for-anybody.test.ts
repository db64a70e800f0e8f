import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Route, routes } from '../../shared/contracts/routes.ts'
import { PRELOADS } from '../../web/build/preload.ts'
import { addressFor } from '../../web/kit/for-anybody.ts'
import { keepKnown, readsAt } from '../../web/kit/known.ts'

const aStorage = () => {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  }
}

const reads = Object.values<Route>(routes).filter(({ method }) => method === 'get')
const pathOf = ({ path }: Route) => path.replace(/:\w+/g, '09410A')

beforeEach(() => {
  vi.stubGlobal('localStorage', aStorage())
  vi.stubGlobal('early', { readsAt })
})
afterEach(() => vi.unstubAllGlobals())

describe('a device of nobody who is signed in', () => {
  it('asks in public for what the API answers there, and for nothing else', () => {
    for (const route of reads)
      expect(addressFor(pathOf(route))).toBe(`/api${route.forAnybody ? '/public' : ''}${pathOf(route)}`)
  })

  it('keeps the question, except for one about a booking, which needs a session', () => {
    expect(addressFor('/sites?q=S%C3%A9zanne')).toBe('/api/public/sites?q=S%C3%A9zanne')
    expect(addressFor('/sites/09410A/availability?days=7')).toBe(
      '/api/public/sites/09410A/availability?days=7',
    )
    expect(addressFor('/sites/09410A/availability?moving=0&days=7')).toBe(
      '/api/sites/09410A/availability?moving=0&days=7',
    )
  })

  it('preloads the same', () => {
    expect(PRELOADS.lieu?.(new URLSearchParams(), '09410A')).toEqual(['/api/public/sites/09410A/week'])
  })
})

describe('a device of somebody who is signed in', () => {
  it('asks nothing in public', () => {
    keepKnown({})
    for (const route of reads) expect(addressFor(pathOf(route))).toBe(`/api${pathOf(route)}`)
    expect(PRELOADS.lieu?.(new URLSearchParams(), '09410A')).toEqual(['/api/sites/09410A/week'])
  })
})
