import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { BrowserContext, Page } from 'playwright-core'
import { pages } from '../../infra/local/pages.ts'
import { securityHeaders } from '../../infra/security-headers.ts'
import type { BookingView } from '../../shared/contracts/booking-views.ts'
import { ROOT } from '../architecture/imports.ts'
import { closeVisits, openBrowser } from './one-browser.ts'

const DIST = join(ROOT, 'dist')

const today = (): string => new Intl.DateTimeFormat('sv-SE').format(new Date())

/** A booking of today, whose door shows its code. */
export const bookingOfToday = (): BookingView => {
  const date = today()
  return {
    id: '0123456789abcdefghjk',
    reference: 'QB8V-03',
    status: 'confirmed',
    site: {
      id: '09410A',
      name: 'Montmirail',
      address: '9 rue Lucien Mathieu',
      postcode: '51210',
      commune: 'Montmirail',
      timeZone: 'Europe/Paris',
    },
    space: { id: 'bureau', name: 'Bureau partagé', access: { kind: 'door-code' } },
    date,
    start: '00:00',
    end: '24:00',
    use: 'desk',
    places: 1,
    holderName: 'Camille Ferrand',
    begun: false,
    cancellable: true,
    door: { state: 'shown', from: `${date}T00:00`, until: `${date}T24:00`, code: '742913' },
  }
}

const SELF = { email: 'camille@example.org', name: 'Camille Ferrand', secondFactor: false, grants: [] }

const aSite = async (folder: string) => {
  let isSignedIn = true
  const own = (answer: () => object): [body: object, status: 200 | 401] =>
    isSignedIn ? [answer(), 200] : [{ code: 'signed-out' }, 401]
  const inline = JSON.parse(readFileSync(join(DIST, 'web-csp.json'), 'utf8'))
  const app = new Hono()
    .get('/api/me', (c) => c.json(...own(() => SELF)))
    .get('/api/me/bookings', (c) =>
      c.json(...own(() => ({ bookings: [bookingOfToday()], associations: [] }))),
    )
    .get('/api/me/waits', (c) => c.json(...own(() => ({ waits: [], associations: [] }))))
    .get('/api/bookings/:id', (c) => c.json(...own(bookingOfToday)))
    .delete('/api/auth/sessions', (c) => {
      isSignedIn = false
      return c.body(null, 204)
    })
    .get('*', await pages({ folder, headers: { ...securityHeaders({ ...inline, production: false }) } }))
  const server = await new Promise<ReturnType<typeof serve>>((listening) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => listening(started))
  })
  const end = () => {
    isSignedIn = false
  }
  return { server, end }
}

/** The built pages, whose files a test may change, with the answers to one person who is signed in. */
export const openPocket = async () => {
  const browser = await openBrowser()
  if (!browser) return undefined
  const opened: (() => Promise<void>)[] = [() => closeVisits(browser)]
  const visit = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'restante-pocket-'))
    cpSync(join(DIST, 'web'), folder, { recursive: true })
    const { server, end } = await aSite(folder)
    const baseURL = `http://localhost:${(server.address() as AddressInfo).port}`
    const context = await browser.newContext({ baseURL, locale: 'fr-FR' })
    context.setDefaultTimeout(10_000)
    opened.unshift(async () => {
      await context.close()
      server.close()
      rmSync(folder, { recursive: true })
    })
    /** Changes a file as a deployment does. */
    const deploy = (name: string, change: (text: string) => string) =>
      writeFileSync(join(folder, name), change(readFileSync(join(folder, name), 'utf8')))
    return { page: await context.newPage(), context, deploy, endSession: end }
  }
  const close = async () => {
    for (const each of opened) await each()
  }
  return { visit, close }
}

/** Opens an address, once the service worker answers for the pages. */
export const openKept = async (page: Page, address: string): Promise<void> => {
  await page.goto(address)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller) return
    await new Promise((taken) => navigator.serviceWorker.addEventListener('controllerchange', taken))
  })
}

/** The state of the newest worker. */
export const stateOfWorker = (page: Page): Promise<string | undefined> =>
  page.evaluate(async () => {
    const { installing, waiting, active } = await navigator.serviceWorker.ready
    return (installing ?? waiting ?? active)?.state
  })

export const cachesOf = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys())

/** The kept paths by cache; it opens, and so makes again, a cache that is erased meanwhile. */
export const keptIn = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(async () => {
    const kept: Record<string, string[]> = {}
    for (const name of await caches.keys())
      kept[name] = (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)
    return kept
  })

export const withoutNetwork = (context: BrowserContext): Promise<void> => context.setOffline(true)
