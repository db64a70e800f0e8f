import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { BrowserContextOptions } from 'playwright-core'
import { createApp } from '../../functions/api/app.ts'
import { pages } from '../../infra/local/pages.ts'
import { toVisitor } from '../../infra/public-reads.ts'
import { securityHeaders } from '../../infra/security-headers.ts'
import type { SiteId, SpaceId } from '../../shared/domain/ids.ts'
import { atSite, type Role } from '../../shared/domain/rights.ts'
import type { Site } from '../../shared/domain/site.ts'
import { ROOT } from '../architecture/imports.ts'
import { aKey, anApi } from '../support/api.ts'
import { anOpening, aSite, aSpace, range } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { seed } from '../support/seed.ts'
import { holderOf } from '../support/waitlist-entry.ts'
import { aWorkshopBody } from '../support/workshops.ts'
import { closeVisits, openBrowser } from './one-browser.ts'
import type { Visit } from './stage.ts'
import { watch } from './watch.ts'

const DIST = join(ROOT, 'dist')

/** Sites at twelve and thirty kilometres. */
const SEZANNE = aSite({ id: '09412A' as SiteId, name: 'Sézanne', position: { lat: 48.72, lon: 3.6 } })
const ARTONGES = aSite({
  id: '09413A' as SiteId,
  name: 'Artonges',
  position: { lat: 48.94, lon: 3.5 },
  phone: '03 23 00 00 00',
})

const morning = aSpace()
const room = aSpace({
  id: 'salle' as SpaceId,
  name: 'Salle du premier',
  capacity: 12,
  uses: ['room'],
  workshops: true,
  openings: [anOpening({ basis: 'fixed', window: range('08:00-20:00') })],
})

/** The local service passes requests on as plain http. */
const plain = (request: Request): Request => {
  const headers = new Headers(request.headers)
  headers.set('x-forwarded-proto', 'http')
  return new Request(request, { headers })
}

/** An office with staff, two sites near and a browser; the clock stands still on a Saturday. */
export const openCounter = async () => {
  const [engine] = engines
  const browser = engine && (await openBrowser())
  if (!engine || !browser) return undefined
  const table = await freshTable(engine)
  const api = anApi(table)
  const seeded: readonly Site[] = [aSite(), SEZANNE, ARTONGES]
  await seed(table, aSite(), [morning, room])
  await seed(table, SEZANNE, [morning])
  await seed(table, ARTONGES, [morning])
  const inline = JSON.parse(await readFile(join(DIST, 'web-csp.json'), 'utf8'))
  const headers = { ...securityHeaders({ ...inline, production: false }) }
  const app = new Hono()
    .all('/api/*', async (c) => toVisitor(c.req.path, await createApp(api.deps).fetch(plain(c.req.raw))))
    .get('/_as', (c) => c.body(null, 204, { 'set-cookie': `${c.req.query('cookie')}; Path=/; HttpOnly` }))
    .get('*', await pages({ folder: join(DIST, 'web'), headers }))
  const server = await new Promise<ReturnType<typeof serve>>((listening) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => listening(started))
  })
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`

  const withRole = async (email: string, role: Role, sites: readonly SiteId[], name = 'Odile') => {
    const cookie = await api.signIn(email, name)
    const holder = await holderOf(api, email)
    for (const site of sites) await api.deps.grants.give(holder, { role, scope: atSite(site) })
    return cookie
  }
  const agent = await withRole('agent@example.org', 'agent', [aSite().id, SEZANNE.id])
  const mediator = await withRole('mediator@example.org', 'mediator', [aSite().id], 'Sophie')

  /** The cookie of the visitor; the agent's by default. */
  const visit = async (
    options: BrowserContextOptions = {},
    cookie: string | undefined = agent,
  ): Promise<Visit> => {
    const context = await browser.newContext({
      baseURL: origin,
      locale: 'fr-FR',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
      ...options,
    })
    context.setDefaultTimeout(10_000)
    if (cookie)
      await context.request.get(`/_as?${new URLSearchParams({ cookie: cookie.replace('__Host-', '') })}`)
    return { page: await context.newPage(), watch: watch(context, origin) }
  }
  return {
    api,
    table,
    origin,
    agent,
    seeded,
    visit,
    withRole,
    planWorkshop: async (changes: Record<string, unknown> = {}) =>
      (
        await api.call('POST', '/workshops', {
          body: aWorkshopBody(changes),
          headers: aKey(),
          cookie: mediator,
        })
      ).body,
    book: (body: Record<string, unknown>, cookie = agent) =>
      api.call('POST', '/bookings', {
        body: { site: aSite().id, use: 'desk', ...body },
        headers: aKey(),
        cookie,
      }),
    close: async () => {
      await closeVisits(browser)
      await new Promise((closed) => server.close(closed))
    },
  }
}
