import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { someCaches } from './some-caches.ts'

const ORIGIN = 'https://restante.example'

type Listener = (event: object) => void

/** A worker that has started, for a page of an address; `fetch` answers for the network. */
const aWorker = async (page: string, network: (path: string) => Promise<Response>) => {
  const listeners = new Map<string, Listener>()
  const caches = someCaches()
  vi.stubGlobal('caches', caches)
  vi.stubGlobal('VERSION', '1')
  vi.stubGlobal('location', new URL(ORIGIN))
  vi.stubGlobal('fetch', (asked: { url: string } | string) =>
    network(new URL(typeof asked === 'string' ? asked : asked.url, ORIGIN).pathname),
  )
  vi.stubGlobal('self', {
    addEventListener: (kind: string, listener: Listener) => listeners.set(kind, listener),
    clients: { get: async () => ({ url: ORIGIN + page }) },
  })
  vi.resetModules()
  await import('../../web/worker/worker.ts')
  /** The answer of the worker, undefined when it leaves the request alone, and when it has done. */
  const ask = (method: string, path: string, mode = 'cors') => {
    const lasting: Promise<unknown>[] = []
    let answer: Promise<Response> | undefined
    listeners.get('fetch')?.({
      request: { method, mode, url: ORIGIN + path },
      clientId: '1',
      respondWith: (given: Promise<Response>) => {
        answer = given
      },
      waitUntil: (done: Promise<unknown>) => lasting.push(done),
    })
    return { answer, done: () => Promise.all(lasting) }
  }
  return { caches, ask }
}

beforeEach(() => vi.useFakeTimers({ now: new Date(2026, 10, 29, 12) }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const BOOKINGS = JSON.stringify({ bookings: [{ date: '2026-12-01' }] })

describe('the service worker', () => {
  it('leaves alone what writes, what signs in, and every other address of the API', async () => {
    const { ask } = await aWorker('/mes-reservations', async () => new Response(BOOKINGS))
    expect(ask('POST', '/api/bookings').answer).toBeUndefined()
    expect(ask('DELETE', '/api/auth/sessions').answer).toBeUndefined()
    expect(ask('GET', '/api/auth/oidc/callback', 'navigate').answer).toBeUndefined()
    expect(ask('GET', '/api/sites/09410A').answer).toBeUndefined()
    expect(ask('GET', '/_mailbox', 'navigate').answer).toBeUndefined()
  })

  it('keeps an answer about the person, and shows it when the network is silent for four seconds', async () => {
    let isSilent = false
    const network = (): Promise<Response> =>
      isSilent ? new Promise(() => {}) : Promise.resolve(new Response(BOOKINGS))
    const { ask } = await aWorker('/mes-reservations', network)
    const first = ask('GET', '/api/me/bookings')
    expect((await first.answer)?.headers.has('x-kept-at')).toBe(false)
    await vi.advanceTimersByTimeAsync(10_000)
    await first.done()
    isSilent = true
    const { answer } = ask('GET', '/api/me/bookings')
    await vi.advanceTimersByTimeAsync(4000)
    expect((await answer)?.headers.has('x-kept-at')).toBe(true)
  })

  it('keeps nothing that comes after a sign-out and was asked for before it', async () => {
    let come = (_: Response) => {}
    const network = () =>
      new Promise<Response>((resolve) => {
        come = resolve
      })
    const { ask, caches } = await aWorker('/mes-reservations', network)
    const late = ask('GET', '/api/me/bookings')
    await vi.advanceTimersByTimeAsync(1)
    ask('DELETE', '/api/auth/sessions')
    come(new Response(BOOKINGS))
    expect(await (await late.answer)?.text()).toBe(BOOKINGS)
    await vi.advanceTimersByTimeAsync(10_000)
    await late.done()
    expect(await caches.keys()).toEqual([])
  })

  it('keeps nothing about the person before once staff signs in', async () => {
    const { ask, caches } = await aWorker('/mes-reservations', async () => new Response(BOOKINGS))
    const kept = ask('GET', '/api/me/bookings')
    await vi.advanceTimersByTimeAsync(10_000)
    await kept.done()
    await ask('GET', '/api/auth/oidc/callback', 'navigate').done()
    expect(await caches.keys()).not.toContain('own-answers')
  })

  it('shows what it keeps for any site at the address of each, and the file of a site before that', async () => {
    const asked: string[] = []
    const { ask, caches } = await aWorker('/lieu/09410A', async (path) => {
      asked.push(path)
      return new Response(`<html>${path}`, {
        headers: { 'content-type': 'text/html', date: new Date().toUTCString() },
      })
    })
    const shown = async (path: string) => {
      const { answer, done } = ask('GET', path, 'navigate')
      const text = await (await answer)?.text()
      await vi.advanceTimersByTimeAsync(5_000)
      await done()
      return text
    }
    expect(await shown('/lieu/09410A')).toBe('<html>/lieu/09410A')
    expect([...(caches.all.get('pages-1')?.kept.keys() ?? [])].sort()).toEqual(['/lieu', '/sans-reseau'])
    expect(await shown('/lieu/09439A')).toBe('<html>/lieu')
    expect(await shown('/lieu/09439A/')).toBe('<html>/lieu')
    expect(asked).toEqual(['/lieu/09410A', '/lieu', '/sans-reseau', '/lieu', '/lieu'])
  })

  it('keeps what a search leads to while people read what it found, unless they count their data', async () => {
    const page = () => new Response('<html>', { headers: { 'content-type': 'text/html' } })
    const shellsAfter = async (path: string, saveData: boolean) => {
      const asked: string[] = []
      const { ask, caches } = await aWorker(path, async (each) => {
        asked.push(each)
        return page()
      })
      Object.assign(self, { navigator: { connection: { saveData } } })
      const { answer, done } = ask('GET', path, 'navigate')
      await answer
      await vi.advanceTimersByTimeAsync(3_000)
      expect(asked).not.toContain('/lieu')
      await vi.advanceTimersByTimeAsync(2_000)
      await done()
      return [...(caches.all.get('pages-1')?.kept.keys() ?? [])].sort()
    }
    expect(await shellsAfter('/lieux', false)).toEqual(['/lieu', '/lieux', '/sans-reseau'])
    expect(await shellsAfter('/lieux', true)).toEqual(['/lieux', '/sans-reseau'])
    expect(await shellsAfter('/en/lieux', false)).toEqual(['/en/lieu', '/en/lieux', '/en/sans-reseau'])
  })
})
