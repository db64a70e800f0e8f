import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { routes } from '../../shared/contracts/routes.ts'
import { atSite } from '../../shared/domain/rights.ts'
import type { Table } from '../../shared/store/client.ts'
import { faultyApi, lentSpace } from '../proof/house.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import { aRna } from '../support/associations.ts'
import { aSite } from '../support/builders.ts'
import { aClosureBody } from '../support/closures.ts'
import { engines, freshTable, withLedger } from '../support/engine.ts'
import { always } from '../support/faulty-client.ts'
import { scanAll } from '../support/scan.ts'
import { seed } from '../support/seed.ts'
import { aSeries } from '../support/series.ts'
import { aWaitlistEntryBody } from '../support/waitlist.ts'
import { holderOf } from '../support/waitlist-entry.ts'
import { aWorkshopBody, aWorkshopRoom } from '../support/workshops.ts'

const NAME = 'Camille Duchâteau'
const EMAIL = 'camille.duchateau@example.org'
const PHONE = '0612345678'
const { date: _, ...aSitting } = aWorkshopBody()
const aCycleBody = { ...aSitting, from: '2026-12-10', rule: 'FREQ=WEEKLY;COUNT=2' }

const QUERIES: Readonly<Record<string, string>> = {
  '/sites': 'q=montmirail',
  '/localities': 'q=montmirail',
  '/counters': 'near=48.87,3.54',
  '/sites/:site/figures': 'month=2026-10',
  '/sites/:site/spaces/:space/way-in': 'date=2026-11-24&start=08:00&end=09:00',
  '/workshops': 'departement=51',
  '/me/week': 'from=2026-11-23',
}
/** Where there is no issuer, or the link of a mail is incomplete. */
const UNANSWERED = ['/auth/oidc', '/auth/oidc/callback', '/reminders/none']
/** Calendars keep what they follow, and ask whether it has changed. */
const KEPT_BY: Readonly<Record<string, string>> = {
  '/network-map': 'public, max-age=3600',
  '/calendars/:file': 'private, no-cache',
}
const MARKUP = '<img src=x onerror=alert(1)>'

describe.each(engines.slice(0, 1))('the API on $name', (engine) => {
  let table: Table
  let api: ReturnType<typeof anApi>
  let everything: string
  /** What is there, by the word of the path before its identifier. */
  let feed: string
  let hook: string
  let there: Readonly<Record<string, string>>
  const call = (method: string, path: string, cookie?: string, body?: unknown, on = api) =>
    on.call(method, path, { cookie, headers: aKey(), ...(body !== undefined && { body }) })

  beforeAll(async () => {
    table = await withLedger(await freshTable(engine))
    await seed(table, aSite(), [
      lentSpace('bureau', { capacity: 50 }),
      lentSpace('seul', { capacity: 1 }),
      { ...aWorkshopRoom() },
    ])
    api = anApi(table)
    everything = await api.signIn('network@example.org', 'Dominique')
    const holder = await holderOf(api, 'network@example.org')
    for (const role of ['manager', 'agent', 'mediator', 'phone', 'network'] as const)
      await api.deps.grants.give(holder, {
        role,
        scope: role === 'network' || role === 'phone' ? { kind: 'network' } : atSite(aSite().id),
      })
    const added = async (path: string, body: unknown, cookie = everything): Promise<string> => {
      const answer = await call('POST', path, cookie, body)
      expect([answer.status, answer.body.code], path).toEqual([201, undefined])
      return answer.body.id
    }
    const alone = { space: 'seul', date: '2026-11-25' }
    await added('/bookings', aBookingBody(alone), await api.signIn('first@example.org'))
    there = {
      bookings: await added('/bookings', aBookingBody()),
      series: await added('/series', aSeries()),
      waits: await added('/waits', aWaitlistEntryBody(alone)),
      workshops: await added('/workshops', aWorkshopBody({ date: '2026-12-03' })),
      cycles: await added('/cycles', aCycleBody),
      associations: await added('/associations', { name: 'Les Randonneurs', rna: aRna() }),
      closures: await added('/sites/09410A/closures', aClosureBody({ from: '2026-11-28' })),
    }
    const told = await call('POST', '/hooks/site:09410A', everything, {
      name: 'Agenda',
      url: 'https://agenda.example.fr/restante',
      topics: ['booking'],
    })
    hook = told.body.id
    const followed = await call('POST', '/me/feeds', everything, { name: 'Tout', subject: { kind: 'own' } })
    feed = followed.body.address.split('/').at(-1)
  })

  afterEach(() => {
    vi.restoreAllMocks()
  })

  /** Each GET of the API, with what is there of the kind that it names. */
  const gets = () =>
    Object.values(routes)
      .filter(({ method }) => method === 'get')
      .map(({ path }) =>
        `${path}`
          .replace(':site', '09410A')
          .replace(':space', 'bureau')
          .replace(':date', '2026-12-03')
          .replace(':scope', 'site:09410A')
          .replace('free-times/:file', 'free-times/51.json')
          .replace(':file', feed)
          .replace(':hook', hook)
          .replace(':token', 'none')
          .replace(/(\w+)\/:id/, (_, kind) => `${kind}/${there[kind]}`)
          .replace(/$/, QUERIES[path] ? `?${QUERIES[path]}` : ''),
      )

  it('leaves the table unchanged by every GET, asked by authorized people (49)', async () => {
    const ask = (rules: string | null) =>
      call('PUT', '/sites/09410A/conditions', everything, { rules, needsInsurance: false })
    expect((await ask('On signe la feuille.')).status).toBe(200)
    // What a calendar was told is noted with its first reading.
    expect((await call('GET', `/calendars/${feed}`)).status).toBe(200)
    const before = await scanAll(table)
    const answers = await Promise.all(
      gets().map(async (path) => [path, (await call('GET', path, everything)).status] as const),
    )
    expect(answers.length).toBeGreaterThan(15)
    expect(answers.filter(([, status]) => status !== 200)).toEqual(UNANSWERED.map((path) => [path, 404]))
    expect(await scanAll(table)).toBe(before)
    expect((await ask(null)).status).toBe(200)
  })

  it('lets no cache keep an answer but the map of the network, open data and the calendar of who follows it (53)', async () => {
    const keptAs = (path: string): string =>
      path.startsWith('/public/open-data/')
        ? 'public, s-maxage=3600'
        : (KEPT_BY[path.replace(feed, ':file')] ?? 'no-store')
    for (const cookie of [everything, undefined])
      for (const path of gets())
        expect((await call('GET', path, cookie)).headers.get('cache-control'), path).toBe(keptAs(path))
  })

  it('logs no name, address or phone, not even when everything fails', async () => {
    const logged: string[] = []
    for (const way of ['log', 'error', 'warn', 'info', 'debug'] as const)
      vi.spyOn(console, way).mockImplementation((...parts) => {
        logged.push(parts.map(String).join(' '))
      })
    const body = aBookingBody({ for: { name: NAME, phone: PHONE } })
    for (const on of [api, faultyApi(engine, table, always('broken-before'))]) {
      const cookie = await api.signIn(EMAIL, NAME)
      await call('POST', '/auth/codes', undefined, { email: EMAIL }, on)
      await call('POST', '/auth/sessions', undefined, { code: '123456', name: NAME }, on)
      await call('PATCH', '/me', cookie, { name: NAME }, on)
      await call('POST', '/bookings', everything, body, on)
      await call('PUT', '/sites/09410A/members', everything, { email: EMAIL, public: 'member' }, on)
      await call('GET', '/me/export', cookie, undefined, on)
      await call('GET', `/sites?q=${encodeURIComponent(EMAIL)}`, cookie, undefined, on)
      await call('DELETE', '/me', cookie, { code: '123456' }, on)
    }
    expect(logged.length).toBeGreaterThan(3)
    for (const text of [NAME, EMAIL, PHONE, 'duchateau']) expect(logged.join('\n')).not.toContain(text)
  })

  it('answers markup in a name as plain text in JSON that no browser shows as a page (51)', async () => {
    const me = await api.signIn('markup@example.org', MARKUP)
    const { headers, body } = await call('POST', '/bookings', me, aBookingBody({ date: '2026-11-26' }))
    expect(body, JSON.stringify(body)).toMatchObject({ holderName: MARKUP })
    expect(headers.get('content-type')).toMatch(/^application\/json/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})
