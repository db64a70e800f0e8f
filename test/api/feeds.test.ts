import { beforeAll, describe, expect, it } from 'vitest'
import { forgetHolder } from '../../functions/use-cases/forget-holder.ts'
import type { HolderId } from '../../shared/domain/ids.ts'
import { addMinutes, instantAt } from '../../shared/domain/instant.ts'
import { atSite } from '../../shared/domain/rights.ts'
import { accountStore } from '../../shared/store/account-store.ts'
import { aKey } from '../support/api.ts'
import { anAssociation } from '../support/associations.ts'
import { aSite, date, NOW, PARIS, time } from '../support/builders.ts'
import { CALENDAR_READERS } from '../support/calendar-readers.ts'
import { engines, withLedger } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { aStaffStage, type StaffStage } from '../support/staff-stage.ts'
import { holderIn } from '../support/waitlist-entry.ts'

const DAY_MINUTES = 24 * 60
const [[, seen]] = CALENDAR_READERS

describe.each(engines)('a calendar that somebody follows, on $name,', (engine) => {
  let stage: StaffStage

  const add = (cookie: string, subject: object = { kind: 'own' }, name = 'Mes réservations') =>
    stage.as(cookie, 'POST', '/me/feeds', { name, subject })
  const followed = async (cookie: string, subject?: object): Promise<string> => {
    const { status, body } = await add(cookie, subject)
    expect([status, body.code]).toEqual([201, undefined])
    return body.address.replace('https://restante.example/api', '')
  }
  const read = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    stage.api.call('GET', path, { headers })
  const at = (day: string, hour: string) => instantAt(date(day), time(hour), PARIS)

  beforeAll(async () => {
    stage = await aStaffStage(engine)
    await withLedger(stage.table)
  })

  it.each(CALENDAR_READERS)(
    'follows a booking that is moved and cancelled, read by %s',
    async (_, seenIn) => {
      const cookie = await stage.somebody()
      const path = await followed(cookie)
      expect(seenIn((await read(path)).body)).toEqual([])
      const { id } = (await stage.book(cookie, { date: '2026-11-24', start: '08:00', end: '10:00' })).body
      const event = { uid: `${id}@restante`, summary: 'Bureau partagé, Montmirail' }
      expect(seenIn((await read(path)).body)).toEqual([
        {
          ...event,
          sequence: 0,
          status: 'CONFIRMED',
          from: at('2026-11-24', '08:00'),
          to: at('2026-11-24', '10:00'),
        },
      ])
      await stage.as(cookie, 'PATCH', `/bookings/${id}`, { date: '2026-12-01', start: '09:00', end: '12:00' })
      const moved = { ...event, from: at('2026-12-01', '09:00'), to: at('2026-12-01', '12:00') }
      expect(seenIn((await read(path)).body)).toEqual([{ ...moved, sequence: 1, status: 'CONFIRMED' }])
      await stage.as(cookie, 'DELETE', `/bookings/${id}`)
      expect(seenIn((await read(path)).body)).toEqual([{ ...moved, sequence: 2, status: 'CANCELLED' }])
    },
  )

  it('is not sent again to who has it, until something changes', async () => {
    const cookie = await stage.somebody()
    const path = await followed(cookie)
    await stage.book(cookie, { date: '2026-11-25', start: '08:00', end: '10:00' })
    const first = await read(path)
    const tag = first.headers.get('etag') ?? ''
    const modified = first.headers.get('last-modified') ?? ''
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    for (const known of [{ 'if-none-match': tag }, { 'if-modified-since': modified }]) {
      const again = await read(path, known)
      expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', tag])
    }
    expect((await read(path, { 'if-none-match': '"another"', 'if-modified-since': modified })).status).toBe(
      200,
    )
    stage.api.clock.now = addMinutes(NOW, 5)
    await stage.book(cookie, { date: '2026-11-25', start: '10:00', end: '12:00' })
    const changed = await read(path, { 'if-none-match': tag })
    expect([changed.status, seen(changed.body).length]).toEqual([200, 2])
    expect(changed.headers.get('last-modified')).not.toBe(modified)
    stage.api.clock.now = NOW
  })

  it('says nothing but how many places are taken, where it is of a site or a space', async () => {
    const cookie = await stage.somebody('Zoé Duchemin')
    for (const changes of [{ start: '08:00', end: '10:00' }, {}])
      expect((await stage.book(cookie, { ...changes, date: '2026-12-08', places: 2 })).status).toBeLessThan(
        500,
      )
    const ofSite = (await read(await followed(stage.agent.cookie, { kind: 'site', site: '09410A' }))).body
    const event = seen(ofSite).find(({ from }) => from === at('2026-12-08', '08:00'))
    expect(event?.summary).toBe('Bureau partagé : 2 places prises sur 5')
    expect(ofSite).not.toMatch(/Zo|example\.org/)
    const space = { kind: 'space', site: '09410A', space: 'reunion' }
    expect(seen((await read(await followed(stage.agent.cookie, space))).body)).toEqual([])
  })

  it('tells a mediator what they lead, and an association’s lead what it has booked', async () => {
    const led = await followed(stage.mediator.cookie, { kind: 'led' })
    expect((await stage.plan({ date: '2026-12-09' })).status).toBe(201)
    expect(seen((await read(led)).body).map(({ summary }) => summary)).toEqual([
      'Premiers pas sur internet, Montmirail',
    ])
    expect(seen((await read(await followed(stage.mediator.cookie))).body)).toEqual([])
    const { id, lead, member } = await anAssociation(stage.api)
    const theirs = await followed(lead.cookie, { kind: 'association', association: id })
    expect((await stage.book(member.cookie, { as: id, date: '2026-12-10' })).status).toBe(201)
    expect(seen((await read(theirs)).body)).toHaveLength(1)
    expect((await add(member.cookie, { kind: 'association', association: id })).body.code).toBe('not-found')
  })

  it('is as absent as a wrong address once it is revoked, or its right is', async () => {
    const wrong = await read(`/calendars/${'0'.repeat(40)}.ics`)
    expect([wrong.status, wrong.body.code]).toEqual([404, 'not-found'])
    const same = async (path: string) => {
      const { status, body } = await read(path)
      expect([status, body]).toEqual([404, wrong.body])
    }
    for (const odd of ['x.ics', `${'0'.repeat(40)}`, `${'0'.repeat(41)}.ics`]) await same(`/calendars/${odd}`)
    const cookie = await stage.somebody()
    const { body } = await add(cookie)
    const path = body.address.replace('https://restante.example/api', '')
    expect((await read(path)).status).toBe(200)
    const other = await stage.somebody()
    expect((await stage.as(other, 'DELETE', `/me/feeds/${body.id}`)).status).toBe(404)
    expect((await stage.as(cookie, 'DELETE', `/me/feeds/${body.id}`)).status).toBe(204)
    await same(path)
    const { cookie: agent, holder } = await stage.withRole('agent', 'Claude')
    const ofSite = await followed(agent, { kind: 'site', site: '09410A' })
    expect((await read(ofSite)).status).toBe(200)
    await stage.api.deps.grants.withdraw(holder, { role: 'agent', scope: atSite(aSite().id) })
    await same(ofSite)
  })

  it('has no rights of staff where it was made without a second factor', async () => {
    const alone = await stage.api.signIn('alone@example.org', 'Alix', false)
    await stage.api.deps.grants.give(holderIn(alone), { role: 'agent', scope: atSite(aSite().id) })
    expect((await add(alone, { kind: 'site', site: '09410A' })).body.code).toBe('not-found')
    for (const subject of [{ kind: 'site', site: '99999Z' }, { kind: 'led' }])
      expect((await add(await stage.somebody(), subject)).body.code).toBe('not-found')
  })

  it('is listed by its name and the day of its last use, its address told once and kept nowhere', async () => {
    const cookie = await stage.somebody()
    const key = aKey()
    const body = { name: 'Mon téléphone', subject: { kind: 'own' } }
    const ask = (sent: object) => stage.api.call('POST', '/me/feeds', { body: sent, headers: key, cookie })
    const [first, again] = [await ask(body), await ask(body)]
    expect(again.body).toEqual(first.body)
    expect((await ask({ ...body, name: 'Autre' })).body.code).toBe('key-reused')
    const [, secret = ''] = /calendars\/([0-9a-f]{40})\.ics$/.exec(first.body.address) ?? []
    expect(await scanAll(stage.table)).not.toContain(secret)
    const { address: _, ...listed } = first.body
    const list = async () => (await stage.as(cookie, 'GET', '/me/feeds')).body.feeds
    expect(await list()).toEqual([listed])
    stage.api.clock.now = addMinutes(NOW, DAY_MINUTES)
    await read(`/calendars/${secret}.ics`)
    expect(await list()).toEqual([{ ...listed, usedOn: '2026-11-22' }])
    stage.api.clock.now = NOW
    const exported = await stage.as(cookie, 'GET', '/me/export')
    expect(exported.body.calendars).toMatchObject([
      { name: 'Mon téléphone', of: 'own', usedOn: '2026-11-22' },
    ])
    expect(JSON.stringify(exported.body)).not.toContain(secret)
  })

  it('is refused beyond twenty of a person, with what to do', async () => {
    const cookie = await stage.somebody()
    for (let at = 0; at < 20; at++) expect((await add(cookie)).status).toBe(201)
    expect((await add(cookie)).body).toMatchObject({ status: 409, code: 'too-many-feeds', most: 20 })
  })

  it('ends with the person, and while an account is disabled', async () => {
    const cookie = await stage.somebody()
    const path = await followed(cookie)
    const holder = holderIn(cookie) as HolderId
    const accounts = accountStore(stage.table)
    expect(await accounts.disable(holder, NOW)).toBe(true)
    expect((await read(path)).status).toBe(404)
    await accounts.enable(holder, NOW)
    expect((await read(path)).status).toBe(200)
    await forgetHolder(holder, () => false, stage.api.deps)
    expect((await read(path)).status).toBe(404)
    expect(await scanAll(stage.table)).not.toContain(holder)
  })

  it('lets nobody guess addresses without end, and goes on being read by everybody else', async () => {
    const path = await followed(await stage.somebody())
    const from = (client: string, file: string) => read(file, { 'x-client-address': client })
    const guess = (nth: number) => from('192.0.2.9', `/calendars/${String(nth).padStart(40, '0')}.ics`)
    for (let again = 0; again < 3; again++) expect((await guess(0)).status).toBe(404)
    for (let nth = 1; nth < 100; nth++) expect((await guess(nth)).status).toBe(404)
    const late = await guess(100)
    expect([late.status, late.body.code]).toEqual([429, 'too-many-guesses'])
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await from('192.0.2.9', path)).status).toBe(429)
    expect((await from('192.0.2.10', path)).status).toBe(200)
  })
})
