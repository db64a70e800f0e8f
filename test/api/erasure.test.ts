import { beforeAll, describe, expect, it } from 'vitest'
import { forgetHolder } from '../../functions/use-cases/forget-holder.ts'
import { hashOf } from '../../functions/use-cases/hash.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import type { HolderId } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { atSite } from '../../shared/domain/rights.ts'
import type { Table } from '../../shared/store/client.ts'
import { personOf } from '../../shared/store/usage-item.ts'
import { lentSpace } from '../proof/house.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import { aSite, NOW } from '../support/builders.ts'
import { engines, freshTable, withLedger } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { seed } from '../support/seed.ts'
import { aSeries } from '../support/series.ts'
import { holderOf } from '../support/waitlist-entry.ts'
import { aWorkshopBody, aWorkshopRoom } from '../support/workshops.ts'

const DAY_MINUTES = 24 * 60
const cookieOf = (headers: Headers, name: string): string =>
  (headers.getSetCookie().find((each) => each.startsWith(`${name}=`)) ?? '').split(';')[0] ?? ''

describe.each(engines)('an erasure on $name', (engine) => {
  let table: Table
  let api: ReturnType<typeof anApi>
  let manager: string
  const call = (method: string, path: string, cookie: string, body?: unknown) =>
    api.call(method, path, { cookie, headers: aKey(), ...(body !== undefined && { body }) })
  const book = async (cookie: string, changes: Record<string, unknown>) => {
    const answer = await call('POST', '/bookings', cookie, aBookingBody(changes))
    expect([answer.status, answer.body.code]).toEqual([201, undefined])
    return answer.body
  }
  const challengeFor = async (email: string) =>
    cookieOf(
      (await api.call('POST', '/auth/codes', { body: { email } })).headers,
      '__Host-restante-challenge',
    )
  const erase = async (email: string, cookie: string, typed?: string) => {
    const challenge = await challengeFor(email)
    return call('DELETE', '/me', `${cookie}; ${challenge}`, { code: typed ?? api.codeFor(challenge) })
  }

  beforeAll(async () => {
    table = await withLedger(await freshTable(engine))
    await seed(table, aSite(), [
      lentSpace('bureau', { capacity: 5, fairUse: { activeBookings: 9 } as never }),
      lentSpace('seul', { capacity: 1 }),
      { ...aWorkshopRoom() },
    ])
    api = anApi(table)
    manager = await api.signIn('manager@example.org', 'Dominique')
    await api.deps.grants.give(await holderOf(api, 'manager@example.org'), {
      role: 'manager',
      scope: atSite(aSite().id),
    })
    await api.deps.grants.give(await holderOf(api, 'manager@example.org'), {
      role: 'mediator',
      scope: atSite(aSite().id),
    })
  })

  it('leaves no trace of the person: future units are freed and offered, past bookings are counted', async () => {
    const email = 'camille.durand+poste@example.org'
    const me = await api.signIn(email, 'Camille Durand')
    const holder = await holderOf(api, email)
    api.clock.now = addMinutes(NOW, -2 * DAY_MINUTES)
    const past = await book(await api.signIn(email, 'Camille Durand'), { date: '2026-11-20' })
    api.clock.now = NOW
    await call('PUT', `/bookings/${past.id}/attendance`, manager, { attended: true })
    const coming = await book(me, { space: 'seul' })
    const moved = await book(me, { date: '2026-11-27' })
    await call('PATCH', `/bookings/${moved.id}`, manager, { start: '14:00', end: '15:00' })
    await call('DELETE', `/bookings/${(await book(me, { date: '2026-11-28' })).id}`, me)
    const series = aSeries({ space: 'bureau', from: '2026-12-01', rule: 'FREQ=WEEKLY;COUNT=3' })
    expect((await call('POST', '/series', me, series)).status).toBe(201)
    const workshop = (await call('POST', '/workshops', manager, aWorkshopBody({ date: '2026-12-03' }))).body
    expect((await call('POST', `/workshops/${workshop.id}/seats`, me)).status).toBe(201)
    const waiter = await api.signIn('waiter@example.org', 'Maxime')
    const wish = {
      site: '09410A',
      space: 'seul',
      date: '2026-11-24',
      from: '08:00',
      to: '12:00',
      minutes: 240,
      use: 'desk',
    }
    const wait = (await call('POST', '/waits', waiter, wish)).body
    await book(await api.signIn('other@example.org', 'Claude'), { space: 'seul', date: '2026-11-25' })
    expect((await call('POST', '/waits', me, { ...wish, date: '2026-11-25' })).body.status).toBe('waiting')
    await call('PUT', '/sites/09410A/members', manager, { email, public: 'member' })
    const invited = { email, role: 'agent', scope: 'site:09410A' }
    expect((await call('POST', '/invitations', manager, invited)).status).toBe(201)

    expect((await erase(email, me)).status).toBe(204)

    const left = await scanAll(table)
    const names = ['Camille', 'Durand', email, 'camille', holder, hashOf('email', email)]
    for (const name of [...names, personOf({ id: holder, email })]) expect(left).not.toContain(name)
    for (const { id } of [past, coming, moved]) expect(left).toContain(`BOOKING#${id}`)
    expect((await call('GET', `/waits/${wait.id}`, waiter)).body.status).toBe('offered')
    expect((await call('GET', '/me', me)).status).toBe(401)
    const { body } = await api.call('GET', '/sites/09410A/availability?from=2026-12-01&days=1')
    expect(body.days[0].spaces[0].free).toEqual([{ start: '08:00', end: '20:00', places: 5 }])
    expect((await api.deps.bookings.findBooking(past.id))?.status).toBe('attended')
  })

  it('needs a code of one’s own address: without one, nothing changes', async () => {
    const [email, other] = ['unsure@example.org', 'somebody.else@example.org']
    const me = await api.signIn(email)
    await book(me, { date: '2026-12-10' })
    const before = await scanAll(table)
    expect((await call('DELETE', '/me', me, { code: '123456' })).body.code).toBe('code-expired')
    expect((await call('DELETE', '/me', me)).body.code).toBe('unsupported-media-type')
    expect((await call('DELETE', '/me', me, {})).body.code).toBe('invalid')
    expect(await scanAll(table)).toBe(before)
    expect((await erase(email, me, '000000')).body.code).toBe('wrong-code')
    expect((await erase(other, me)).body.code).toBe('wrong-code')
    expect((await call('GET', '/me', me)).body.email).toBe(email)
  })

  it('waits until somebody else leads the person’s future workshops', async () => {
    const email = 'sophie@example.org'
    const me = await api.signIn(email, 'Sophie')
    await api.deps.grants.give(await holderOf(api, email), { role: 'mediator', scope: atSite(aSite().id) })
    const { body } = await call('POST', '/workshops', me, aWorkshopBody({ date: '2026-12-08' }))
    expect((await erase(email, me)).body.code).toBe('workshops-ahead')
    await call('POST', `/workshops/${body.id}/cancellation`, me, { note: 'Sophie est malade.' })
    expect((await erase(email, me)).status).toBe(204)
    expect(await scanAll(table)).not.toContain('Sophie')
  })

  it('leaves others what is theirs, even behind the same address', async () => {
    const [one, two] = await Promise.all([
      api.signIn('ab@gmail.com', 'Alix'),
      api.signIn('a.b+c@gmail.com', 'Alix B'),
    ])
    const theirs = await book(two, { date: '2026-12-15' })
    await book(one, { date: '2026-12-16' })
    expect((await erase('ab@gmail.com', one)).status).toBe(204)
    expect((await call('GET', `/bookings/${theirs.id}`, two)).body.status).toBe('confirmed')
    const usage = (
      await api.deps.bookings.readMembers([await holderOf(api, 'a.b+c@gmail.com')], {
        site: aSite().id,
        usages: true,
      })
    ).get(await holderOf(api, 'a.b+c@gmail.com'))?.usage
    expect(Object.keys(usage?.active ?? {})).toEqual([theirs.id])
  })

  it('leaves no members without a lead; an association without other members goes too', async () => {
    const [email, rna] = ['tresoriere@example.org', 'W511009001']
    const me = await api.signIn(email, 'Rolande')
    const { body: club } = await call('POST', '/associations', me, { name: 'Les Randonneurs', rna })
    await book(me, { date: '2026-12-17', as: club.id })
    const scope = { kind: 'association', association: club.id } as const
    const tool = { name: 'Agenda des Randonneurs', url: 'https://agenda.example.org/', topics: ['booking'] }
    expect((await call('POST', `/hooks/association:${club.id}`, me, tool)).status).toBe(201)
    const member = await api.signIn('membre@example.org', 'Paule')
    const theirs = await holderOf(api, 'membre@example.org')
    await api.deps.grants.give(theirs, { role: 'member', scope })
    expect((await erase(email, me)).body.code).toBe('last-lead')
    expect((await call('DELETE', `/rights/association:${club.id}/member/${theirs}`, me)).status).toBe(204)
    const bob = await api.signIn('bob@example.org', 'Bob')
    const invited = await call('POST', '/invitations', me, {
      ...{ email: 'bob@example.org', role: 'lead', scope: `association:${club.id}` },
    })
    const secret = (await api.deps.invitations.findInvitation(invited.body.id))?.secret
    const lead = await holderOf(api, email)
    expect((await erase(email, me)).status).toBe(204)
    expect((await call('PUT', `/invitations/${invited.body.id}/acceptance`, bob, { secret })).status).toBe(
      404,
    )
    expect(
      (await call('POST', '/bookings', bob, aBookingBody({ as: club.id, date: '2026-12-19' }))).status,
    ).toBe(404)
    const left = await scanAll(table)
    expect(left).not.toContain(lead)
    for (const trace of ['Rolande', 'Randonneurs', rna]) expect(left).not.toContain(trace)
    expect((await call('POST', '/associations', member, { name: 'Les Marcheurs', rna })).status).toBe(201)
  })

  it('forgets the account that staff sign in with: the same person is new next time', async () => {
    const identity = hashOf('identity', 'https://issuer.example', 'sub')
    const staff = { id: 'staff'.padEnd(20, '0') as HolderId, name: 'Yolande' }
    const other = { id: 'other'.padEnd(20, '0') as HolderId, name: 'Yolande' }
    expect(await api.deps.identities.findOrAddIdentity(identity, staff)).toBe(staff.id)
    await forgetHolder(staff.id, () => false, api.deps)
    expect(await api.deps.identities.findOrAddIdentity(identity, other)).toBe(other.id)
    await forgetHolder(other.id, () => false, api.deps)
    expect(await scanAll(table)).not.toContain('Yolande')
  })

  it('forgets the phone that the counter knew, the reference, and the person’s proposals', async () => {
    const booked = await call('POST', '/bookings', manager, {
      ...aBookingBody({ date: '2026-12-18' }),
      for: { name: 'Odette', phone: '03 26 81 99 99' },
    })
    const { holder } = (await api.deps.bookings.findBooking(booked.body.id)) as Booking
    expect(await api.deps.people.listKnown(aSite().id, '0326819999')).toHaveLength(1)
    expect(await api.deps.lookups.listReferredTo(booked.body.reference)).toHaveLength(1)
    await forgetHolder(holder, () => false, api.deps)
    expect(await api.deps.people.listKnown(aSite().id, '0326819999')).toEqual([])
    const left = await scanAll(table)
    expect(await api.deps.lookups.listReferredTo(booked.body.reference)).toEqual([])
    for (const trace of ['Odette', '0326819999', 'PERSON#', 'PHONE#', holder])
      expect(left).not.toContain(trace)
  })

  it('lets the same address start again as somebody else', async () => {
    const email = 'again@example.org'
    const me = await api.signIn(email)
    await book(me, { date: '2026-12-21' })
    const before = (await holderOf(api, email)) as HolderId
    expect((await erase(email, me)).status).toBe(204)
    expect(await api.deps.identities.findHolder(before)).toBeUndefined()
    const challenge = await challengeFor(email)
    const { status, headers } = await api.call('POST', '/auth/sessions', {
      body: { code: api.codeFor(challenge), name: 'Camille' },
      cookie: challenge,
    })
    expect(status).toBe(201)
    const after = await holderOf(api, email)
    expect(after).not.toBe(before)
    expect(cookieOf(headers, '__Host-restante-session')).toContain(after)
    const now = cookieOf(headers, '__Host-restante-session')
    expect((await call('GET', '/me/bookings', now)).body.bookings).toEqual([])
  })
})
