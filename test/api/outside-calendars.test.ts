import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outside } from '../../functions/http/outside.ts'
import { endDue } from '../../functions/jobs/end-due/end-due.ts'
import { readOutsideBy } from '../../functions/jobs/end-due/read-outside.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aSite } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { aSetUp, fixedOpening } from '../support/lending.ts'
import { scanAll } from '../support/scan.ts'
import { aStaffStage, type StaffStage } from '../support/staff-stage.ts'
import { toldBy } from '../support/told.ts'
import { waitOn } from '../support/waitlist.ts'

const PATH = '/sites/09410A/spaces/bureau/outside-calendar'
const DAY_MINUTES = 24 * 60

const calendar = (...days: readonly string[]) =>
  [
    'BEGIN:VCALENDAR',
    ...days.flatMap((day, at) => [
      ...['BEGIN:VEVENT', `UID:${at}`, `DTSTART;TZID=Europe/Paris:${day}T090000`],
      ...[`DTEND;TZID=Europe/Paris:${day}T110000`, 'SUMMARY:Conseil municipal', 'END:VEVENT'],
    ]),
    'END:VCALENDAR',
  ].join('\r\n')

describe.each(engines)('a calendar elsewhere that takes a space, on $name,', (engine) => {
  let stage: StaffStage
  let server: Server
  let served: { status: number; body: string; etag?: string; location?: string }
  let asked: IncomingMessage[]
  let url: string

  beforeEach(async () => {
    stage = await aStaffStage(engine)
    served = { status: 200, body: calendar('20261124') }
    asked = []
    server = createServer((request, response) => {
      asked.push(request)
      const { status, body, etag, location } = served
      const isKnown = etag !== undefined && request.headers['if-none-match'] === etag
      response
        .writeHead(isKnown ? 304 : status, { ...(etag && { etag }), ...(location && { location }) })
        .end(isKnown ? '' : body)
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/secret-address.ics`
  })

  afterEach(() => new Promise((closed) => server.close(closed)))

  const follow = async () => {
    // The API takes addresses of other machines only.
    const { outsideCalendars, now } = stage.api.deps
    const before = await outsideCalendars.findOutside(aSite().id, 'bureau' as never)
    const where = { site: aSite().id, space: 'bureau' as never, url, failures: 0 }
    await outsideCalendars.putOutside(
      { ...where, revision: (before?.revision ?? 0) + 1, dueAt: now() },
      before,
    )
  }
  const run = () => endDue(stage.api.deps, readOutsideBy(outside({ loopback: true })))
  const later = (minutes: number) => {
    stage.api.clock.now = addMinutes(stage.api.clock.now, minutes)
    return run()
  }
  const status = async () => (await stage.as(stage.manager.cookie, 'GET', PATH)).body
  const book = async (changes: object = {}) => {
    const body = { date: '2026-11-24', start: '10:00', end: '12:00', ...changes }
    return stage.book(await stage.somebody(), body)
  }
  const faults = async () => (await reconcile(stage.table, aSite().id)).faults

  it('lets nobody book while it is busy, and everybody beside', async () => {
    await follow()
    expect(await run()).toMatchObject({ failed: 0, ended: 1 })
    const refused = await book()
    expect([refused.status, refused.body.code]).toEqual([409, 'taken'])
    expect((await book({ start: '11:00', end: '12:00' })).status).toBe(201)
    expect((await book({ date: '2026-11-25' })).status).toBe(201)
    expect(await faults()).toEqual([])
    expect(await scanAll(stage.table)).not.toContain('Conseil')
    expect(await status()).toMatchObject({ host: new URL(url).host, readAt: '2026-11-21T10:00', clashes: [] })
  })

  it('leaves bookings that exist, and shows them to who lends the space', async () => {
    const { body } = await book()
    await follow()
    await run()
    expect((await stage.api.deps.bookings.findBooking(body.id))?.status).toBe('confirmed')
    expect((await status()).clashes).toEqual([{ date: '2026-11-24', start: '10:00', end: '12:00' }])
    expect(await faults()).toEqual([])
  })

  it('is followed each half-hour, and offers to who waits what it gives back', async () => {
    await follow()
    await run()
    const waiting = await stage.somebody()
    const wait = await waitOn(stage.api, waiting, { space: 'bureau', from: '09:00', to: '11:00' })
    expect(wait.status).toBe(201)
    served = { status: 200, body: calendar('20261126') }
    await later(29)
    expect(asked).toHaveLength(1)
    await later(1)
    expect(asked).toHaveLength(2)
    expect((await book({ date: '2026-11-26' })).body.code).toBe('taken')
    expect((await stage.as(waiting, 'GET', `/waits/${wait.body.id}`)).body.status).toBe('offered')
    expect(await faults()).toEqual([])
  })

  it('is not read again while it says that nothing has changed, but once a day', async () => {
    served = { ...served, etag: '"one"' }
    await follow()
    await run()
    await later(30)
    await later(30)
    expect(asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"one"', '"one"'])
    expect((await book()).body.code).toBe('taken')
    await later(DAY_MINUTES)
    expect(asked.at(-1)?.headers['if-none-match']).toBeUndefined()
  })

  it('takes what it took before while it cannot be read, and is asked less and less often', async () => {
    await follow()
    await run()
    served = { status: 200, body: '<!doctype html><p>Connexion</p>' }
    await later(30)
    expect(await status()).toMatchObject({ fault: 'not-a-calendar', failingSince: '2026-11-21T10:30' })
    expect((await book()).body.code).toBe('taken')
    await later(30)
    expect(asked).toHaveLength(2)
    await later(30)
    expect(asked).toHaveLength(3)
    served = { status: 200, body: calendar() }
    await later(6 * 60)
    expect(await status()).not.toHaveProperty('fault')
    expect((await book()).status).toBe(201)
  })

  it('gives everything back when it is followed no more', async () => {
    served = { status: 200, body: calendar('20261124', '20261201', '20261208') }
    await follow()
    await run()
    expect((await stage.as(stage.manager.cookie, 'DELETE', PATH)).status).toBe(204)
    await run()
    expect((await book()).status).toBe(201)
    expect(await status()).toEqual({ clashes: [] })
    expect((await stage.as(stage.manager.cookie, 'DELETE', PATH)).status).toBe(404)
    expect(await faults()).toEqual([])
    expect(await later(DAY_MINUTES)).toMatchObject({ failed: 0 })
    expect(asked).toHaveLength(1)
  })

  it('is set by who lends the space, by an address of another machine, told by its host only', async () => {
    const set = (body: object, cookie = stage.manager.cookie) => stage.as(cookie, 'PUT', PATH, body)
    for (const wrong of [
      'http://agenda.example/x.ics',
      'x',
      'https://me:x@agenda.example/',
      'https://a.example:8443/',
      'javascript:alert(1)',
    ])
      expect((await set({ url: wrong })).body.code, wrong).toBe('invalid')
    const { status: done, body } = await set({ url: 'webcal://agenda.example/private-key.ics' })
    expect([done, body]).toEqual([200, { host: 'agenda.example', clashes: [] }])
    expect((await set({ url: 'https://agenda.example/private-key.ics' })).body).toEqual(body)
    expect((await set({ url: 'https://agenda.example/' }, stage.agent.cookie)).status).toBe(404)
    expect((await stage.as(stage.agent.cookie, 'GET', PATH)).status).toBe(404)
    const nowhere = PATH.replace('bureau', 'nulle-part')
    expect(
      (await stage.as(stage.manager.cookie, 'PUT', nowhere, { url: 'https://agenda.example/' })).status,
    ).toBe(404)
  })

  it('tells those in charge once, when it could not be read for a day', async () => {
    await follow()
    await run()
    const mails = (minutes: number) => toldBy(stage, () => later(minutes))
    served = { status: 500, body: '' }
    expect([await mails(30), await mails(23 * 60)]).toEqual([[], []])
    const [mail, ...others] = await mails(6 * 60)
    expect(others).toEqual([])
    expect(mail?.subject).toBe('Un agenda ne se lit plus à Montmirail')
    expect(mail?.text).toContain('https://restante.example/agenda-exterieur?lieu=09410A&espace=bureau')
    expect(`${mail?.text} ${mail?.html}`).not.toContain('secret-address')
    expect(await mails(DAY_MINUTES)).toEqual([])
    served = { status: 200, body: calendar() }
    expect(await mails(6 * 60)).toEqual([])
    served = { status: 500, body: '' }
    expect([await mails(30), await mails(25 * 60)].map((told) => told.length)).toEqual([0, 1])
  })

  it('leaves an entry when it is set and when it ends, once each, without its address', async () => {
    const set = () => stage.as(stage.manager.cookie, 'PUT', PATH, { url: 'https://agenda.example/key.ics' })
    for (const _ of [1, 2]) expect((await set()).status).toBe(200)
    stage.api.clock.now = addMinutes(stage.api.clock.now, 1)
    for (const _ of [1, 2]) expect((await stage.as(stage.manager.cookie, 'DELETE', PATH)).status).toBe(204)
    const trail = (query = '') => stage.as(stage.manager.cookie, 'GET', `/audit/site:09410A${query}`)
    const { acts } = (await trail()).body
    expect(acts).toMatchObject([
      { effect: 'calendar-ended', about: 'bureau', by: 'Dominique', action: 'lend-spaces' },
      { effect: 'calendar-followed', about: 'bureau', by: 'Dominique' },
    ])
    expect(JSON.stringify(acts)).not.toContain('agenda.example')
    const after = `${String(stage.api.clock.now).padStart(15, '0')}%23bureau%23calendar-followed`
    expect((await trail(`?after=${after}`)).status).toBe(200)
  })

  it('shows bookings in its way however far ahead they are', async () => {
    expect((await book({ date: '2027-02-02' })).status).toBe(201)
    served = { status: 200, body: calendar('20270202') }
    await follow()
    await run()
    expect((await status()).clashes).toEqual([{ date: '2027-02-02', start: '10:00', end: '12:00' }])
  })

  it('takes the places that its space gets later, at once', async () => {
    await follow()
    await run()
    const lent = await stage.as(stage.manager.cookie, 'GET', '/sites/09410A/lent-spaces')
    const { revision } = lent.body.spaces.find(({ id }: { id: string }) => id === 'bureau')
    const limits = { noticeMinutes: 0, horizonDays: 400, shortestMinutes: 15, longestMinutes: 720 }
    const openings = [fixedOpening('08:00', '20:00')]
    const body = { ...aSetUp({ name: 'Bureau partagé', capacity: 7, openings, limits }), revision }
    const grown = await stage.as(stage.manager.cookie, 'PUT', '/sites/09410A/spaces/bureau', body)
    expect([grown.status, grown.body.code]).toEqual([200, undefined])
    expect((await book()).body.code).toBe('taken')
    expect(await faults()).toEqual([])
  })

  it('is not followed to another address, and its page says why', async () => {
    served = { status: 302, body: '', location: url }
    await follow()
    await run()
    expect(asked).toHaveLength(1)
    expect((await status()).fault).toBe('redirects')
  })
})
