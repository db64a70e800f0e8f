import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { HolderId } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { atSite } from '../../shared/domain/rights.ts'
import type { Table } from '../../shared/store/client.ts'
import { type Answer, aBookingBody, aKey, anApi } from '../support/api.ts'
import { anAssociation } from '../support/associations.ts'
import { aSite, aSpace, NOW } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { seed } from '../support/seed.ts'
import { holderIn } from '../support/waitlist-entry.ts'

const [STRANGER, HOME] = ['198.51.100.1', '203.0.113.9']

const cookieOf = ({ headers }: Answer, name: string): string =>
  (headers.getSetCookie().find((each) => each.startsWith(`__Host-restante-${name}=`)) ?? '').split(';')[0] ??
  ''

const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status)
const times = (count: number) => Array.from({ length: count }, (_, at) => at)

describe.each(engines)('a sender of many messages on $name', (engine) => {
  let table: Table
  let api: ReturnType<typeof anApi>
  beforeAll(async () => {
    table = await freshTable(engine)
    await seed(table, aSite(), [aSpace()])
    api = anApi(table)
  })
  beforeEach(() => {
    api.clock.now = NOW
  })

  const ask = (email: string, client?: string, cookie?: string) =>
    api.call('POST', '/auth/codes', {
      body: { email },
      cookie,
      headers: { ...(client && { 'x-client-address': client }) },
    })
  const signedInBefore = async (email: string) => {
    const challenge = cookieOf(await ask(email, HOME), 'challenge')
    const opened = await api.call('POST', '/auth/sessions', {
      body: { code: api.codeFor(challenge) },
      cookie: challenge,
    })
    return cookieOf(opened, 'familiar')
  }

  it('locks nobody out where they have signed in before, nor elsewhere while it is one stranger', async () => {
    const email = 'owner@example.org'
    const familiar = await signedInBefore(email)
    const strangers = await Promise.all(times(20).map(() => ask(email, STRANGER)))
    expect(statuses(strangers).filter((status) => status === 202)).toHaveLength(5)
    expect((await ask(email, HOME)).status).toBe(202)
    for (const at of times(20)) await ask(email, `192.0.2.${at}`)
    expect((await ask(email, '203.0.113.200')).body.code).toBe('too-many-codes')
    expect((await ask(email, STRANGER, familiar)).status).toBe(202)
    const own = await Promise.all(times(10).map(() => ask(email, HOME, familiar)))
    expect(statuses(own).filter((status) => status === 202)).toHaveLength(4)
  })

  it('gains nothing from another address’s proof or an invented one', async () => {
    const email = 'target@example.org'
    const familiar = await signedInBefore('other@example.org')
    for (const _ of times(5)) await ask(email, STRANGER)
    const id = 'a'.repeat(40)
    for (const cookie of [
      familiar,
      '',
      `__Host-restante-familiar=${id}.${id}`,
      '__Host-restante-familiar=.',
      '__Host-restante-familiar=%',
    ])
      expect((await ask(email, STRANGER, cookie)).status).toBe(429)
  })

  it('sends few codes from one network, to any number of addresses, and leaves others alone', async () => {
    const answers = await Promise.all(times(60).map((at) => ask(`one-of-${at}@example.org`, '198.51.100.77')))
    expect(statuses(answers).filter((status) => status === 202)).toHaveLength(30)
    const [refused] = answers.filter(({ status }) => status !== 202)
    expect([refused?.status, refused?.body.code]).toEqual([429, 'too-many-codes'])
    expect(Number(refused?.headers.get('retry-after'))).toBe(3600)
    expect((await ask('one-of-59@example.org', HOME)).status).toBe(202)
    const sameNetwork = await Promise.all(
      times(40).map((at) => ask(`v6-${at}@example.org`, `2001:db8:1:2::${at}`)),
    )
    expect(statuses(sameNetwork).filter((status) => status === 202)).toHaveLength(30)
  })

  it('is not a person who signs in with each code: a room behind one network goes on', async () => {
    const network = '198.51.100.78'
    const signIn = async (email: string, attempts = 1) => {
      const challenge = cookieOf(await ask(email, network), 'challenge')
      const headers = { 'x-client-address': network }
      const body = { code: api.codeFor(challenge) }
      const opened = await Promise.all(
        times(attempts).map(() => api.call('POST', '/auth/sessions', { body, headers, cookie: challenge })),
      )
      return opened[0]?.status
    }
    for (const at of times(40)) expect(await signIn(`room-${at}@example.org`)).toBe(201)
    for (const at of times(29)) await ask(`unanswered-${at}@example.org`, network)
    expect(await signIn('typed-often@example.org', 5)).toBe(201)
    expect((await ask('last@example.org', network)).status).toBe(202)
    expect((await ask('beyond@example.org', network)).status).toBe(429)
  })

  it('gets the same answers for known and unknown addresses', async () => {
    await api.signIn('known@example.org')
    const told = async (email: string, client: string) =>
      (await Promise.all(times(7).map(() => ask(email, client))))
        .map(({ status, body, headers }) => [status, body, headers.get('retry-after')])
        .sort()
    expect(await told('known@example.org', '198.51.100.3')).toEqual(
      await told('nobody@example.org', '198.51.100.4'),
    )
  })

  it('may go on after an hour, though the table still has the count', async () => {
    for (const _ of times(6)) await ask('hour@example.org', '198.51.100.5')
    api.clock.now = addMinutes(NOW, 60)
    expect((await ask('hour@example.org', '198.51.100.5')).status).toBe(202)
  })

  it('leaves no code, no client address and no new trace in the table', async () => {
    const asked = await ask('trace@example.org', '198.51.100.6')
    const items = (await scanAll(table)).split('\n')
    expect(items.join('\n')).not.toContain('198.51.100')
    expect(items.join('\n')).not.toContain(api.codeFor(cookieOf(asked, 'challenge')))
    expect(items.filter((item) => item.includes('trace@')).every((item) => item.includes('"CODE#'))).toBe(
      true,
    )
  })

  it('does a bounded number of things an hour that another person or an association is told of, and any number of their own', async () => {
    const { id: as, member } = await anAssociation(api)
    const agent = await api.signIn('agent-who-moves@example.org')
    await api.deps.grants.give(holderIn(agent), { role: 'agent', scope: atSite(aSite().id) })
    const resident = await api.signIn('moved@example.org')
    const book = (cookie: string, changes: Record<string, unknown>) =>
      api.call('POST', '/bookings', { body: aBookingBody(changes), headers: aKey(), cookie })
    const { body: own } = await book(resident, { start: '08:00', end: '10:00' })
    const move = (cookie: string, start: string, end: string) =>
      api.call('PATCH', `/bookings/${own.id}`, { body: { start, end }, cookie })
    for (const [by, to] of [
      [member.id, as],
      [holderIn(agent), holderIn(resident)],
      [holderIn(resident), holderIn(resident)],
    ] as const)
      for (const _ of times(59))
        await api.deps.allowances.spend(api.deps.seal('noticesTo', by, to), { most: 60, minutes: 60 }, NOW)
    expect((await book(member.cookie, { as, start: '10:00' })).status).toBe(201)
    expect((await move(agent, '09:00', '11:00')).status).toBe(200)
    const series = {
      ...aBookingBody({ as }),
      date: undefined,
      from: '2026-11-24',
      rule: 'FREQ=DAILY;COUNT=2',
      mode: 'all',
    }
    for (const { status, body, headers } of [
      await book(member.cookie, { as, date: '2026-11-25' }),
      await api.call('POST', '/series', { body: series, headers: aKey(), cookie: member.cookie }),
      await move(agent, '10:00', '12:00'),
    ])
      expect([status, body.code, Number(headers.get('retry-after')) > 0]).toEqual([
        429,
        'too-many-messages',
        true,
      ])
    for (const start of ['08:00', '09:00', '10:00'])
      expect((await move(resident, start, '12:00')).status).toBe(200)
  })

  describe('as a booker for others', () => {
    const spendBut = async (left: number, by: HolderId, to: HolderId) => {
      for (const _ of times(60 - left))
        await api.deps.allowances.spend(api.deps.seal('noticesTo', by, to), { most: 60, minutes: 60 }, NOW)
    }
    const book = (cookie: string, changes: Record<string, unknown>, headers = aKey()) =>
      api.call('POST', '/bookings', { body: aBookingBody(changes), headers, cookie })

    it('gets the same answer for a repeated request, which spends no notice', async () => {
      const { id: as, member } = await anAssociation(api)
      await spendBut(2, member.id, as)
      const wish = { as, date: '2026-11-26' }
      const headers = aKey()
      const first = await book(member.cookie, wish, headers)
      for (const _ of times(3))
        expect(await book(member.cookie, wish, headers)).toMatchObject({ status: 201, body: first.body })
      expect((await book(member.cookie, { as, date: '2026-11-27' })).status).toBe(201)
      expect((await book(member.cookie, { as, date: '2026-11-30' })).status).toBe(429)
      expect((await book(member.cookie, wish, headers)).status).toBe(201)
    })

    it('spends no notice on a refused booking, series or move', async () => {
      const { id: as, member } = await anAssociation(api)
      await spendBut(2, member.id, as)
      const { body: booked } = await book(member.cookie, { as, date: '2026-12-01' })
      const series = { ...aBookingBody({ as }), date: undefined, from: '2020-01-01', mode: 'all' }
      const move = (start: string, end: string) =>
        api.call('PATCH', `/bookings/${booked.id}`, { body: { start, end }, cookie: member.cookie })
      for (const { status } of [
        await book(member.cookie, { as, date: '2026-12-01', start: '03:00', end: '05:00' }),
        await api.call('POST', '/series', {
          body: { ...series, rule: 'FREQ=DAILY;COUNT=2' },
          headers: aKey(),
          cookie: member.cookie,
        }),
        await move('03:00', '05:00'),
      ])
        expect([400, 409, 422]).toContain(status)
      expect((await move(booked.start, booked.end)).status).toBe(200)
      expect((await move('08:00', '10:00')).status).toBe(200)
      expect((await move('09:00', '11:00')).status).toBe(429)
    })

    it('spends no notice on a repeated series', async () => {
      const { id: as, member } = await anAssociation(api)
      await spendBut(1, member.id, as)
      const headers = aKey()
      const body = {
        ...{ ...aBookingBody({ as }), date: undefined, from: '2026-12-02' },
        ...{ rule: 'FREQ=DAILY;COUNT=2', mode: 'all' },
      }
      for (const _ of times(3))
        expect((await api.call('POST', '/series', { body, headers, cookie: member.cookie })).status).toBe(201)
      expect((await book(member.cookie, { as, date: '2026-12-04' })).status).toBe(429)
    })
  })

  describe('as a manager', () => {
    const invite = (cookie: string, email: string, headers = aKey()) =>
      api.call('POST', '/invitations', {
        cookie,
        headers,
        body: { email, role: 'agent', scope: 'site:09410A' },
      })
    const aManager = async (name: string) => {
      const cookie = await api.signIn(`${name}@example.org`)
      await api.deps.grants.give(holderIn(cookie), { role: 'manager', scope: atSite(aSite().id) })
      return cookie
    }

    it('invites one known or unknown address a few times a day, and others too', async () => {
      const cookie = await aManager('manager')
      await api.signIn('invited@example.org')
      for (const email of ['invited@example.org', 'unknown@example.org']) {
        const answers = await Promise.all(times(25).map(() => invite(cookie, email)))
        expect(statuses(answers).filter((status) => status === 201)).toHaveLength(10)
        const refused = answers.find(({ status }) => status !== 201)
        expect([refused?.status, refused?.body.code]).toEqual([429, 'too-many-messages'])
        expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
      }
      expect((await invite(cookie, 'another@example.org')).status).toBe(201)
      api.clock.now = addMinutes(NOW, 24 * 60)
      expect((await invite(cookie, 'invited@example.org')).status).toBe(201)
    })

    it('gets the same invitation for the same request after other ones were refused', async () => {
      const cookie = await aManager('patient')
      const headers = aKey()
      const first = await invite(cookie, 'again@example.org', headers)
      for (const _ of times(12)) await invite(cookie, 'again@example.org')
      expect(await invite(cookie, 'again@example.org', headers)).toMatchObject({
        status: 201,
        body: first.body,
      })
    })

    it('invites nobody whom others have often invited today', async () => {
      const managers = await Promise.all(times(22).map((at) => aManager(`m${at}`)))
      const answers = await Promise.all(managers.map((cookie) => invite(cookie, 'wanted@example.org')))
      expect(statuses(answers).filter((status) => status === 201)).toHaveLength(20)
    })
  })
})
