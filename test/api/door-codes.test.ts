import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hashOf } from '../../functions/use-cases/hash.ts'
import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import { instantAt } from '../../shared/domain/instant.ts'
import { atSite, type Grant, type Scope } from '../../shared/domain/rights.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import { aSite, NOW, PARIS, TUESDAY, time } from '../support/builders.ts'
import { aDoorStage } from '../support/doors.ts'
import { engines } from '../support/engine.ts'

const on = (clock: string) => instantAt(TUESDAY, time(clock), PARIS)
const HERE = atSite(aSite().id)

let people = 0

describe.each(engines)('a door code on $name', (engine) => {
  let stage: Awaited<ReturnType<typeof aDoorStage>>
  const somebody = async (...grants: Grant[]) => {
    const email = `porte-${people++}@example.org`
    const cookie = await stage.api.signIn(email)
    const holder = (await stage.api.deps.identities.findByEmail(hashOf('email', email))) as HolderId
    for (const grant of grants) await stage.api.deps.grants.give(holder, grant)
    return { cookie, holder }
  }
  const book = async (cookie: string, changes: Record<string, unknown> = {}) => {
    const booked = await stage.api.call('POST', '/bookings', {
      body: aBookingBody(changes),
      headers: aKey(),
      cookie,
    })
    expect(booked.status).toBe(201)
    return booked.body
  }
  const read = (cookie: string, id: string) => stage.api.call('GET', `/bookings/${id}`, { cookie })
  const doorOf = async (cookie: string, id: string) => (await read(cookie, id)).body.door

  beforeAll(async () => {
    stage = await aDoorStage(engine)
  })
  beforeEach(() => {
    stage.api.clock.now = NOW
  })

  it('is shown to its holder on the day, from midnight to the end, and not before', async () => {
    const { cookie } = await somebody()
    const { id } = await book(cookie)
    const code = await stage.tell(id)
    const window = { from: '2026-11-24T07:50', until: '2026-11-24T12:00' }
    expect(await doorOf(cookie, id)).toEqual({ state: 'later', ...window })
    stage.api.clock.now = on('00:00')
    expect(await doorOf(cookie, id)).toEqual({ state: 'shown', ...window, code })
    stage.api.clock.now = on('11:45')
    expect(await doorOf(cookie, id)).toEqual({ state: 'shown', ...window, code })
    stage.api.clock.now = on('12:00')
    expect(await doorOf(cookie, id)).toBeUndefined()
  })

  it('is the same each time, and differs between bookings', async () => {
    const codes: (string | undefined)[] = []
    for (let count = 0; count < 3; count++) {
      const { cookie } = await somebody()
      const { id } = await book(cookie)
      codes.push(await stage.tell(id))
      stage.api.clock.now = on('07:00')
      for (const _ of ['once', 'again']) expect((await doorOf(cookie, id)).code).toBe(codes[count])
      stage.api.clock.now = NOW
    }
    expect(new Set(codes).size).toBe(3)
  })

  it('is not shown before the door knows it, nor for hours that the door does not know', async () => {
    const { cookie } = await somebody()
    const { id } = await book(cookie)
    stage.api.clock.now = on('00:00')
    expect(await doorOf(cookie, id)).toMatchObject({ state: 'awaited' })
    const code = await stage.tell(id)
    expect(await doorOf(cookie, id)).toMatchObject({ state: 'shown', code })
    await stage.api.call('PATCH', `/bookings/${id}`, { body: { start: '09:00', end: '11:00' }, cookie })
    const moved = await doorOf(cookie, id)
    expect(moved).toEqual({ state: 'awaited', from: '2026-11-24T08:50', until: '2026-11-24T11:00' })
    await stage.tell(id)
    expect(await doorOf(cookie, id)).toMatchObject({ state: 'shown', code })
  })

  it('is gone once the booking is cancelled', async () => {
    const { cookie } = await somebody()
    const { id } = await book(cookie)
    await stage.tell(id)
    stage.api.clock.now = on('00:00')
    await stage.api.call('DELETE', `/bookings/${id}`, { cookie })
    expect(await doorOf(cookie, id)).toBeUndefined()
  })

  it('does not exist for a key, for staff at the door, or without door keys', async () => {
    const { cookie } = await somebody()
    expect(await doorOf(cookie, (await book(cookie, { space: 'salle' })).id)).toBeUndefined()
    const { id } = await book(cookie, { date: '2026-11-25' })
    const { body } = await anApi(stage.table).call('GET', `/bookings/${id}`, { cookie })
    expect([body.id, body.door]).toEqual([id, undefined])
  })

  it.each<[string, { readonly role: Grant['role']; readonly scope?: Scope }]>([
    ['an agent of the site', { role: 'agent' }],
    ['its manager', { role: 'manager' }],
    ['its mediator', { role: 'mediator' }],
    ['an agent of another site', { role: 'agent', scope: atSite('09439A' as SiteId) }],
    ['who sees to the network', { role: 'network', scope: { kind: 'network' } }],
    [
      'the member of another association',
      { role: 'member', scope: { kind: 'association', association: 'c'.repeat(20) as HolderId } },
    ],
  ])('is never told to %s', async (_, { role, scope = HERE }) => {
    const { cookie } = await somebody()
    const { id } = await book(cookie)
    const code = await stage.tell(id)
    const other = await somebody({ role, scope })
    stage.api.clock.now = on('08:00')
    expect((await doorOf(cookie, id)).code).toBe(code)
    const answer = await read(other.cookie, id)
    expect(JSON.stringify(answer.body)).not.toContain(code)
    if (answer.status === 200)
      expect(answer.body.door).toEqual(expect.objectContaining({ state: 'withheld' }))
    else expect([answer.status, answer.body.code]).toEqual([404, 'not-found'])
  })

  it('does not exist, like its booking, for a neighbour, for the signed out, and for an unknown booking', async () => {
    const { cookie } = await somebody()
    const { id } = await book(cookie)
    await stage.tell(id)
    stage.api.clock.now = on('08:00')
    const [neighbour, absent] = await Promise.all([
      read((await somebody()).cookie, id),
      read(cookie, '0'.repeat(20)),
    ])
    expect([neighbour.status, neighbour.body]).toEqual([404, absent.body])
    expect((await stage.api.call('GET', `/bookings/${id}`)).status).toBe(401)
  })

  it('is read out at the counter on the day to people without e-mail, by people who act for others there, and never by telephone', async () => {
    const agent = await somebody({ role: 'agent', scope: HERE })
    const { id } = await book(agent.cookie, { for: { name: 'Odette Petit', phone: '06 12 34 56 78' } })
    const { id: own } = await book((await somebody()).cookie)
    const code = await stage.tell(id)
    expect(await doorOf(agent.cookie, id)).toMatchObject({ state: 'later' })
    stage.api.clock.now = on('08:00')
    expect(await doorOf(agent.cookie, id)).toMatchObject({ state: 'shown', code })
    const mediator = await somebody({ role: 'mediator', scope: HERE })
    expect(await doorOf(mediator.cookie, id)).toMatchObject({ state: 'shown', code })
    const byPhone = await somebody({ role: 'phone', scope: { kind: 'network' } })
    expect(await doorOf(byPhone.cookie, id)).toMatchObject({ state: 'withheld' })
    expect(await doorOf(mediator.cookie, own)).toEqual({
      state: 'withheld',
      from: expect.any(String),
      until: expect.any(String),
    })
  })

  it('is shown to the members of the association that it is for', async () => {
    const club = await somebody()
    const { id } = await book(club.cookie)
    const code = await stage.tell(id)
    const member = await somebody({
      role: 'member',
      scope: { kind: 'association', association: club.holder },
    })
    stage.api.clock.now = on('08:00')
    expect(await doorOf(member.cookie, id)).toMatchObject({ state: 'shown', code })
  })

  it('appears nowhere else: not in lists, calendars, references or public pages', async () => {
    const { cookie } = await somebody()
    const { id, reference } = await book(cookie)
    const code = String(await stage.tell(id))
    stage.api.clock.now = on('08:00')
    const paths = [
      '/me/bookings',
      `/bookings/${id}/calendar.ics`,
      `/sites/${aSite().id}`,
      `/sites/${aSite().id}/availability`,
    ]
    for (const path of paths) {
      const { status, body } = await stage.api.call('GET', path, { cookie })
      expect(status).toBe(200)
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      expect(text).not.toContain(code)
      expect(text).not.toMatch(/entree|"digits"/)
    }
    expect(reference).not.toContain(code)
    const checked = await stage.api.call('GET', `/bookings/${id}`, { cookie })
    expect(checked.headers.get('cache-control')).toBe('no-store')
  })
})
