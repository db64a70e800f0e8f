import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { erasePast, findOwn, isOwn, keepOwn, ownAddressesOf } from '../../web/worker/own-answers.ts'
import { isOld, keepOnlyTree, keepPage, lastingPages, treeOf } from '../../web/worker/page-shells.ts'
import { someCaches } from './some-caches.ts'

const page = (script: string) =>
  new Response(`<script src="/assets/${script}.js">`, { headers: { 'content-type': 'text/html' } })

beforeEach(() => vi.useFakeTimers({ now: new Date(2026, 10, 29, 12) }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a kept page', () => {
  it('is kept with its scripts, and not at all when one of them is missing', async () => {
    const caches = someCaches((address) => new Response('', { status: address.includes('gone') ? 404 : 200 }))
    vi.stubGlobal('caches', caches)
    const pages = await caches.open('pages-1')
    await keepPage(pages as unknown as Cache, '/lieu', page('lieu-1'))
    await expect(keepPage(pages as unknown as Cache, '/lieux', page('gone-1'))).rejects.toThrow()
    expect([...pages.kept.keys()].sort()).toEqual(['/assets/lieu-1.js', '/lieu'])
  })

  it('waits for the network after a week', () => {
    const on = (date: string) => new Response('', { headers: { date: `${date} GMT` } })
    expect(isOld(on('Mon, 23 Nov 2026 12:00:00'), Date.now())).toBe(false)
    expect(isOld(on('Sun, 22 Nov 2026 11:00:00'), Date.now())).toBe(true)
  })

  it('is fetched again for a new version where people need it at the door, in each language', async () => {
    const caches = someCaches()
    vi.stubGlobal('caches', caches)
    const kept = await caches.open('pages-1')
    for (const path of ['/reservation', '/lieu', '/en/mes-reservations']) await kept.put(path, page('a-1'))
    expect(await lastingPages('2')).toEqual(['/sans-reseau', '/reservation', '/en/mes-reservations'])
    expect(['/en/lieu', '/en', '/lieu', '/'].map(treeOf)).toEqual(['/en', '/en', '', ''])
  })

  it('waits for the network, too, once another language is chosen, and goes unless it is for the door', async () => {
    const caches = someCaches()
    const kept = await caches.open('pages-1')
    const dated = () => new Response('', { headers: { date: new Date().toUTCString() } })
    for (const path of ['/reservation', '/lieu', '/en/reservation']) await kept.put(path, dated())
    await keepOnlyTree(kept as unknown as Cache, '/en')
    const old = async (path: string) => {
      const page = await kept.match(path)
      return page && isOld(page, Date.now())
    }
    expect([await old('/reservation'), await old('/lieu'), await old('/en/reservation')]).toEqual([
      true,
      undefined,
      false,
    ])
  })
})

describe('the answers about a person', () => {
  const list = (...dates: string[]) => JSON.stringify({ bookings: dates.map((date) => ({ date })) })
  const kept = (caches: ReturnType<typeof someCaches>) => [
    ...(caches.all.get('own-answers')?.kept.keys() ?? []),
  ]

  it('are kept for the pages of the person, and not for those of staff', () => {
    expect(isOwn('/api/bookings/0a', '/reservation')).toBe(true)
    expect(isOwn('/api/bookings/0a', '/en/reservation')).toBe(true)
    expect(isOwn('/api/me/bookings', '/')).toBe(true)
    for (const staffed of ['/traiter', '/bordereau', '/guichet', '/planning'])
      expect(isOwn('/api/bookings/0a', staffed)).toBe(false)
    expect(isOwn('/api/me/export', '/mes-reservations')).toBe(false)
    expect(isOwn('/api/workshops/0a/attendance', '/presences')).toBe(true)
    expect(isOwn('/api/workshops/0a/attendance', '/planning')).toBe(false)
    expect(isOwn('/api/bookings/0a', '/presences')).toBe(false)
    expect(ownAddressesOf(new URL('https://x.example/presences?id=0a'))).toEqual([
      '/api/workshops/0a/attendance',
    ])
    expect(ownAddressesOf(new URL('https://x.example/reservation?id=0a'))).toEqual(['/api/bookings/0a'])
    expect(ownAddressesOf(new URL('https://x.example/reservation?id=../me'))).toEqual([])
  })

  it('say when they came', async () => {
    vi.stubGlobal('caches', someCaches())
    await keepOwn('/api/me/bookings', { status: 200, body: list('2026-12-01') })
    const found = await findOwn('/api/me/bookings')
    expect(found?.headers.get('x-kept-at')).toBe(new Date().toISOString())
    expect(await found?.text()).toBe(list('2026-12-01'))
  })

  it('go after their last day, those without a day with the last that has one', async () => {
    const caches = someCaches()
    vi.stubGlobal('caches', caches)
    await keepOwn('/api/me', { status: 200, body: '{}' })
    await keepOwn('/api/bookings/0a', { status: 200, body: '{"date":"2026-11-29"}' })
    await keepOwn('/api/me/bookings', { status: 200, body: list('2026-11-01', '2026-11-30') })
    await erasePast(new Date(2026, 10, 29, 23, 59))
    expect(kept(caches)).toHaveLength(3)
    await erasePast(new Date(2026, 10, 30, 0, 1))
    expect(kept(caches)).toEqual(['/api/me', '/api/me/bookings'])
    await erasePast(new Date(2026, 11, 1, 0, 1))
    expect(await caches.keys()).toEqual([])
  })

  it('are all erased by an answer that the person is signed out, and one by one that it is gone', async () => {
    const caches = someCaches()
    vi.stubGlobal('caches', caches)
    await keepOwn('/api/me/bookings', { status: 200, body: list('2026-12-01') })
    await keepOwn('/api/bookings/0a', { status: 200, body: '{"date":"2026-12-01"}' })
    await keepOwn('/api/bookings/0a', { status: 404, body: '' })
    expect(kept(caches)).toEqual(['/api/me/bookings'])
    await keepOwn('/api/me', { status: 401, body: '' })
    expect(await caches.keys()).toEqual([])
  })
})
