import { beforeEach, describe, expect, it } from 'vitest'
import { idOf } from '../../functions/use-cases/hash.ts'
import { reviewSite } from '../../functions/use-cases/review-site.ts'
import type { BookingId, HolderId, SiteId } from '../../shared/domain/ids.ts'
import { atSite } from '../../shared/domain/rights.ts'
import type { BookingStore } from '../../shared/store/booking-store.ts'
import type { Table } from '../../shared/store/client.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import { aSite } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { aSetUp, BY_KEY, fixedOpening } from '../support/lending.ts'
import { scanAll } from '../support/scan.ts'
import { seed } from '../support/seed.ts'

const [OFFICE, POINT, ELSEWHERE] = ['09410A', '09411A', '01073A'] as SiteId[] as [SiteId, SiteId, SiteId]

describe.each(engines)('a lent space on $name', (engine) => {
  let table: Table
  let api: ReturnType<typeof anApi>
  let manager: string
  let people = 0

  const managerOf = async (site: SiteId, email: string) => {
    const cookie = await api.signIn(email)
    await api.deps.grants.give(idOf('holder', email) as HolderId, { role: 'manager', scope: atSite(site) })
    return cookie
  }

  beforeEach(async () => {
    table = await freshTable(engine)
    await seed(table, aSite(), [])
    await seed(table, aSite({ id: POINT, parent: OFFICE, name: 'Agence' }), [])
    await seed(table, aSite({ id: ELSEWHERE, name: 'Montpezat', departement: '07' }), [])
    api = anApi(table)
    manager = await managerOf(OFFICE, 'manager@example.org')
  })

  const lend = (changes = {}, { site = OFFICE, cookie = manager, headers = aKey() } = {}) =>
    api.call('POST', `/sites/${site}/spaces`, { body: aSetUp(changes), headers, cookie })
  const put = (space: string, body: object, { site = OFFICE, cookie = manager } = {}) =>
    api.call('PUT', `/sites/${site}/spaces/${space}`, { body, cookie })
  const preview = (body: object, cookie = manager) =>
    api.call('POST', `/sites/${OFFICE}/spaces/preview`, { body, cookie })
  const book = async (space: string, changes = {}) => {
    const cookie = await api.signIn(`booker-${people++}@example.org`)
    const body = aBookingBody({ space, start: '09:00', end: '11:00', ...changes })
    const answer = await api.call('POST', '/bookings', { body, headers: aKey(), cookie })
    expect(answer.status).toBe(201)
    return answer.body.id as BookingId
  }
  const lentWith = async (changes = {}) => {
    const { body, status } = await lend({ openings: [fixedOpening('08:00', '19:00')], ...changes })
    expect(status).toBe(201)
    return body
  }
  const { stringify } = JSON
  const shown = async () => (await api.call('GET', `/sites/${OFFICE}`)).body
  const changeOf = (
    { id: _, ended: __, settled: ___, unstaffed: ____, ...setUp }: Record<string, unknown>,
    changes: object,
  ) => ({
    ...setUp,
    ...changes,
  })
  const occupancy = async (space: string) => {
    const day = await api.deps.sites.readDay(OFFICE, '2026-11-24' as never)
    return day?.occupancyOf(space as never)
  }

  it('leaves every public a duration that can be booked', async () => {
    const limits = { noticeMinutes: 30, horizonDays: 60, shortestMinutes: 120, longestMinutes: 600 }
    const wrong = await lend({ limits, limitsFor: { member: { longestMinutes: 60 } } })
    expect([wrong.status, wrong.body.code]).toEqual([422, 'invalid'])
    const right = await lend({ limits, limitsFor: { member: { shortestMinutes: 30, longestMinutes: 60 } } })
    expect([right.status, right.body.limitsFor]).toEqual([
      201,
      { member: { shortestMinutes: 30, longestMinutes: 60 } },
    ])
  })

  it('can be booked and found once it is added', async () => {
    const price = { per: 'half-day', cents: 1000 }
    const { status, body } = await lend({ price })
    expect([status, body]).toMatchObject([
      201,
      { ...aSetUp({ price }), revision: 1, ended: false, settled: true },
    ])
    await book(body.id)
    expect(await shown()).toMatchObject({
      uses: ['desk'],
      spaces: [{ id: body.id, name: 'Bureau partagé', price }],
    })
    const [entry] = (await api.deps.listing.readDirectory()).filter(({ id }) => id === OFFICE)
    expect(entry?.spaces.map(({ uses }) => uses)).toEqual([['desk']])
  })

  it('is added once for one key, and another request under the key is refused', async () => {
    const headers = aKey()
    const all = await Promise.all(Array.from({ length: 5 }, () => lend({}, { headers })))
    expect(new Set(all.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
    const change = changeOf(all[0]?.body, { name: 'Le bureau' })
    expect((await put(all[0]?.body.id, change)).status).toBe(200)
    expect((await lend({}, { headers })).status).toBe(201)
    expect((await lend({ capacity: 5 }, { headers })).body.code).toBe('key-reused')
    expect((await shown()).spaces).toHaveLength(1)
  })

  it('has a preview of its first week before it is saved', async () => {
    const before = await scanAll(table)
    const { body } = await preview(aSetUp())
    expect(
      body.days.map(({ date, open }: { date: string; open: unknown }) => [date, open]).slice(0, 4),
    ).toEqual([
      ['2026-11-21', []],
      ['2026-11-22', []],
      [
        '2026-11-23',
        [
          ['08:00', '14:00'],
          ['18:00', '19:00'],
        ],
      ],
      [
        '2026-11-24',
        [
          ['08:00', '14:00'],
          ['18:00', '19:00'],
        ],
      ],
    ])
    expect(body.days[2].counter).toEqual([['14:00', '18:00']])
    const later = await preview(
      aSetUp({ openings: [fixedOpening('09:00', '12:00', { from: '2026-12-07' })] }),
    )
    expect(later.body.days[0]).toMatchObject({ date: '2026-12-07', open: [['09:00', '12:00']] })
    expect(await scanAll(table)).toBe(before)
  })

  it('is changed once by two managers at the same time: the other is told, and nothing is lost', async () => {
    const space = await lentWith()
    const other = await managerOf(OFFICE, 'other@example.org')
    const [one, two] = await Promise.all([
      put(space.id, changeOf(space, { name: 'Le bureau du matin' })),
      put(space.id, changeOf(space, { capacity: 3 }), { cookie: other }),
    ])
    expect([one.status, two.status].sort()).toEqual([200, 409])
    const [won, lost] = one.status === 200 ? [one, two] : [two, one]
    expect(lost?.body.code).toBe('changed')
    expect((await shown()).spaces[0]).toMatchObject({ name: won?.body.name, capacity: won?.body.capacity })
    expect(
      (
        await put(space.id, changeOf(space, one === won ? { name: 'Le bureau du matin' } : { capacity: 3 }), {
          cookie: one === won ? manager : other,
        })
      ).status,
    ).toBe(200)
  })

  it('shows the bookings that its change touches, and demands what becomes of them', async () => {
    const space = await lentWith()
    const [early, late] = [await book(space.id), await book(space.id, { start: '14:00', end: '16:00' })]
    const change = changeOf(space, { openings: [fixedOpening('12:00', '19:00')] })
    const { mark, count, bookings } = (
      await preview({ ...changeOf(change, {}), revision: undefined, space: space.id })
    ).body.touched
    expect([count, bookings]).toMatchObject([1, [{ id: early, why: 'outside-hours', holderName: 'Camille' }]])
    const refused = await put(space.id, change)
    expect([refused.status, refused.body]).toMatchObject([
      409,
      { code: 'touches-bookings', mark, bookings: [{ id: early }] },
    ])
    expect((await shown()).spaces[0]).toMatchObject({ name: space.name })
    expect((await put(space.id, { ...change, touched: { answer: 'cancel', seen: mark } })).body.code).toBe(
      'invalid',
    )
    const touched = { answer: 'cancel', reason: 'Nous ouvrons plus tard', seen: mark }
    const done = await put(space.id, { ...change, touched })
    expect([done.status, done.body]).toMatchObject([200, { settled: true, revision: 2 }])
    expect(await api.deps.bookings.findBooking(early)).toMatchObject({
      status: 'cancelled',
      cause: 'lending-changed',
      note: 'Nous ouvrons plus tard',
    })
    expect(await api.deps.bookings.findBooking(late)).toMatchObject({ status: 'confirmed' })
    const { body: trail } = await api.call('GET', `/audit/site:${OFFICE}`, { cookie: manager })
    expect(trail.acts).toMatchObject([{ about: early, effect: 'cancelled', action: 'lend-spaces' }])
    expect((await put(space.id, { ...change, touched })).body).toMatchObject({ revision: 2 })
  })

  it('is changed with one read of its bookings before and one after, however many it touches', async () => {
    const space = await lentWith()
    for (const start of ['08:00', '09:00', '10:00']) await book(space.id, { start, end: '11:00' })
    let reads = 0
    const listSiteBookings: BookingStore['listSiteBookings'] = (...range) => {
      reads += 1
      return bookings.listSiteBookings(...range)
    }
    const { bookings } = api.deps
    const counting = anApi(table, { bookings: { ...bookings, listSiteBookings } })
    const change = changeOf(space, { openings: [fixedOpening('12:00', '19:00')] })
    const send = (body: object) =>
      counting.call('PUT', `/sites/${OFFICE}/spaces/${space.id}`, { body, cookie: manager })
    const { mark } = (await send(change)).body
    expect(reads).toBe(1)
    const touched = { answer: 'cancel', reason: 'Nous ouvrons plus tard', seen: mark }
    expect((await send({ ...change, touched })).body).toMatchObject({ settled: true })
    expect(reads).toBe(3)
  })

  it('keeps the bookings that its manager keeps, also when hours are reviewed', async () => {
    const space = await lentWith()
    const early = await book(space.id)
    const change = changeOf(space, { openings: [fixedOpening('12:00', '19:00')] })
    const { mark: seen } = (await put(space.id, change)).body
    expect((await put(space.id, { ...change, touched: { answer: 'keep', seen } })).status).toBe(200)
    await reviewSite(OFFICE, api.deps)
    expect(await api.deps.bookings.findBooking(early)).toMatchObject({ status: 'confirmed', kept: true })
    const again = changeOf({ ...space, revision: 2 }, { openings: [fixedOpening('13:00', '19:00')] })
    expect((await put(space.id, again)).status).toBe(200)
  })

  it('has an equal space proposed for its touched bookings, where there is one', async () => {
    const [space, other] = [await lentWith(), await lentWith({ name: 'La salle' })]
    const early = await book(space.id)
    const change = changeOf(space, { uses: ['room'] })
    const { mark: seen } = (await put(space.id, change)).body
    const touched = { answer: 'elsewhere', reason: 'Des travaux', seen }
    expect((await put(space.id, { ...change, touched })).status).toBe(200)
    const ended = await api.deps.bookings.findBooking(early)
    expect(ended).toMatchObject({ status: 'cancelled', replacedBy: expect.any(String) })
    expect(await api.deps.bookings.findBooking(ended?.replacedBy as BookingId)).toMatchObject({
      status: 'offered',
      space: other.id,
    })
  })

  it('touches the last bookings when it has fewer units', async () => {
    const space = await lentWith()
    const ids: BookingId[] = []
    for (let at = 0; at < 3; at++) {
      api.clock.now = (api.clock.now + 1000) as never
      ids.push(await book(space.id))
    }
    const { body } = await put(space.id, changeOf(space, { capacity: 2 }))
    expect(body.bookings.map(({ id, why }: { id: string; why: string }) => [id, why])).toEqual([
      [ids[2], 'too-many'],
    ])
  })

  it('stays wholly booked when it gets more units', async () => {
    const space = await lentWith({ uses: ['desk', 'room'] })
    await book(space.id, { use: 'room' })
    expect((await put(space.id, changeOf(space, { capacity: 8 }))).status).toBe(200)
    expect((await occupancy(space.id))?.[36]).toBe(8)
    const cookie = await api.signIn('late@example.org')
    const body = aBookingBody({ space: space.id, start: '09:00', end: '11:00' })
    expect((await api.call('POST', '/bookings', { body, headers: aKey(), cookie })).body.code).toBe('taken')
  })

  it('stays wholly closed when it gets more units during a closure', async () => {
    const space = await lentWith()
    const closure = { kind: 'unexpected', reason: 'Inondation', from: '2026-11-24' }
    await api.call('POST', `/sites/${OFFICE}/closures`, { body: closure, headers: aKey(), cookie: manager })
    await put(space.id, changeOf(space, { capacity: 8 }))
    expect((await occupancy(space.id))?.[36]).toBe(8)
    const added = await lentWith({ name: 'La salle' })
    expect((await occupancy(added.id))?.[36]).toBe(4)
  })

  it('never takes more than its units, nor loses anybody unseen, when it shrinks while people book', async () => {
    const space = await lentWith()
    const cookies = await Promise.all([1, 2, 3, 4].map((at) => api.signIn(`racer-${at}@example.org`)))
    const [change, ...booked] = await Promise.all([
      put(space.id, changeOf(space, { capacity: 1 })),
      ...cookies.map((cookie) =>
        api.call('POST', '/bookings', {
          body: aBookingBody({ space: space.id, start: '09:00', end: '11:00' }),
          headers: aKey(),
          cookie,
        }),
      ),
    ])
    const had = booked.filter(({ status }) => status === 201)
    const active = await api.deps.bookings.listSiteBookings(
      OFFICE,
      '2026-11-24' as never,
      '2026-11-24' as never,
    )
    expect(active).toHaveLength(had.length)
    expect((await occupancy(space.id))?.[36] ?? 0).toBe(had.length)
    if (change?.status === 200) {
      // A booking made before the change, which its author had not seen, is kept and marked.
      expect(active.filter(({ kept, lentAs }) => kept || lentAs === 2).length).toBeGreaterThanOrEqual(
        had.length - 1,
      )
    } else expect(change?.body.code).toBe('touches-bookings')
  })

  it('makes a booking decide again when it shrinks after being read', async () => {
    const space = await lentWith({ capacity: 2 })
    await book(space.id)
    let isShrunk = false
    const { bookings } = api.deps
    const slow = anApi(table, {
      bookings: {
        ...bookings,
        readBookingFacts: async (keys) => {
          const facts = await bookings.readBookingFacts(keys)
          if (!isShrunk) {
            isShrunk = true
            expect((await put(space.id, changeOf(space, { capacity: 1 }))).status).toBe(200)
          }
          return facts
        },
      },
    })
    const body = aBookingBody({ space: space.id, start: '09:00', end: '11:00' })
    const cookie = await slow.signIn('slow@example.org')
    const answer = await slow.call('POST', '/bookings', { body, headers: aKey(), cookie })
    expect([answer.status, answer.body.code, isShrunk]).toEqual([409, 'taken', true])
    expect((await occupancy(space.id))?.[36]).toBe(1)
  })

  it('counts with its parts at once, existing bookings included', async () => {
    const [left, right] = [
      await lentWith({ name: 'Gauche', uses: ['desk', 'room'] }),
      await lentWith({ name: 'Droite' }),
    ]
    await book(left.id)
    const parts = [left.id, right.id]
    expect((await lend({ parts, capacity: 7 })).body).toMatchObject({ code: 'too-small', leastCapacity: 8 })
    expect((await lend({ parts: ['cave'], capacity: 8 })).body.code).toBe('unknown-part')
    const whole = await lentWith({ name: 'Étage', parts, capacity: 8, uses: ['desk', 'room'] })
    expect((await lend({ parts, capacity: 8, uses: ['room'] })).body.code).toBe('common-part')
    expect((await occupancy(whole.id))?.[36]).toBe(1)
    await book(whole.id, { start: '14:00', end: '15:00', use: 'room' })
    expect((await occupancy(left.id))?.[56]).toBe(4)
  })

  it('keeps earlier bookings, and later ones that are kept, when its lending ends', async () => {
    const space = await lentWith()
    const [before, after] = [await book(space.id), await book(space.id, { date: '2026-12-01' })]
    const stop = (body: object) =>
      api.call('DELETE', `/sites/${OFFICE}/spaces/${space.id}`, { body, cookie: manager })
    expect((await stop({ revision: 1, from: '2026-11-20' })).body.code).toBe('past')
    const { code, mark: seen, bookings } = (await stop({ revision: 1, from: '2026-11-25' })).body
    expect([code, bookings]).toMatchObject(['touches-bookings', [{ id: after }]])
    const stopped = await stop({ revision: 1, from: '2026-11-25', touched: { answer: 'keep', seen } })
    expect([stopped.status, stopped.body]).toMatchObject([
      200,
      { ended: false, openings: [{ until: '2026-11-24' }] },
    ])
    for (const id of [before, after])
      expect(await api.deps.bookings.findBooking(id)).toMatchObject({ status: 'confirmed' })
    api.clock.now = (api.clock.now + 7 * 86_400_000) as never
    expect((await shown()).spaces).toEqual([])
  })

  it('shows its keypad, and how codes reach that, to people who lend it only', async () => {
    const door = { id: 'porte', digits: 6, byHand: true }
    const space = await lentWith({ access: { kind: 'door-code', door } })
    expect(space.access).toEqual({ kind: 'door-code', door })
    const renamed = await put(space.id, changeOf(space, { name: 'Bureau' }))
    expect([renamed.status, renamed.body.access]).toEqual([200, { kind: 'door-code', door }])
    for (const path of ['set-ups', 'availability', ''])
      expect(
        stringify((await api.call('GET', `/sites/${OFFICE}/${path}`.replace(/\/$/, ''))).body),
      ).not.toContain('porte')
    const closed = await put(space.id, changeOf(renamed.body, { access: { kind: 'open', door } }))
    expect([closed.status, closed.body.errors]).toMatchObject([422, [{ pointer: '/access' }]])
  })

  it('has one way for a keypad, whatever is behind it', async () => {
    const behind = (byHand: boolean) => ({ kind: 'door-code', door: { id: 'porte', digits: 6, byHand } })
    const [one, other] = [
      await lentWith({ access: behind(false) }),
      await lentWith({ access: behind(false) }),
    ]
    await put(one.id, changeOf(one, { access: behind(true) }))
    const { body } = await api.call('GET', `/sites/${OFFICE}/lent-spaces`, { cookie: manager })
    const found = body.spaces.find(({ id }: { id: string }) => id === other.id)
    expect([found.access, found.revision]).toEqual([behind(true), 2])
  })

  it('is copied from anywhere, without the place of its key', async () => {
    await lentWith({ access: { ...BY_KEY, note: 'Chez Madame Petit' } })
    const { status, body } = await api.call('GET', `/sites/${OFFICE}/set-ups`)
    expect([status, body.spaces]).toMatchObject([
      200,
      [{ name: 'Bureau partagé', access: { kind: 'key-holder' } }],
    ])
    expect(stringify(body)).not.toMatch(/Petit|Mairie/)
  })

  it.each([
    ['nobody', undefined, OFFICE, 401],
    ['somebody without a right', 'somebody@example.org', OFFICE, 404],
    ['the manager of another site', 'elsewhere@example.org', OFFICE, 404],
    ['a manager, at a site that is absent', 'manager@example.org', '99999Z' as SiteId, 404],
  ])('is for its managers: %s changes nothing', async (_, email, site, status) => {
    const space = await lentWith()
    await managerOf(ELSEWHERE, 'elsewhere@example.org')
    const cookie = email && (await api.signIn(email))
    const before = await scanAll(table)
    const calls = [
      api.call('GET', `/sites/${site}/lent-spaces`, { cookie }),
      api.call('POST', `/sites/${site}/spaces`, { body: aSetUp(), headers: aKey(), cookie }),
      api.call('POST', `/sites/${site}/spaces/preview`, { body: aSetUp(), cookie }),
      api.call('PUT', `/sites/${site}/spaces/${space.id}`, {
        body: changeOf(space, { capacity: 1 }),
        cookie,
      }),
      api.call('DELETE', `/sites/${site}/spaces/${space.id}`, {
        body: { revision: 1, from: '2026-11-25' },
        cookie,
      }),
    ]
    expect((await Promise.all(calls)).map((answer) => answer.status)).toEqual(Array(5).fill(status))
    expect(await scanAll(table)).toBe(before)
  })

  it('at an attached point is also for the managers of its office', async () => {
    expect((await lend({}, { site: POINT })).status).toBe(201)
    expect(
      (await api.call('GET', `/sites/${POINT}/lent-spaces`, { cookie: manager })).body.spaces,
    ).toHaveLength(1)
  })

  it.each([
    ['a name that turns letters around', { name: 'Bureau \u202Eégatrap' }],
    ['no use', { uses: [] }],
    ['a longest duration below the shortest', { limits: { ...aSetUp().limits, longestMinutes: 30 } }],
    ['a duration off the quarter', { limits: { ...aSetUp().limits, shortestMinutes: 50 } }],
    ['no day', { openings: [fixedOpening('08:00', '12:00', { weekdays: [] })] }],
    ['an end before its start', { openings: [fixedOpening('12:00', '08:00')] }],
    ['a last date before the first', { openings: [fixedOpening('08:00', '12:00', { until: '2026-10-01' })] }],
    ['no place', { capacity: 0 }],
    ['a price of half a cent', { price: { per: 'day', cents: 0.5 } }],
    ['an unknown field', { colour: 'red' }],
    ['overlapping spaces of its own', { overlappingSpaces: [] }],
  ])('with %s is refused, and changes nothing', async (_, changes) => {
    const before = await scanAll(table)
    expect(await lend(changes)).toMatchObject({ status: 422, body: { code: 'invalid' } })
    expect(await scanAll(table)).toBe(before)
  })

  it('keeps markup, other scripts and emoji in its name', async () => {
    const name = '<img onerror=alert(1)> مكتب 🪑'
    expect((await lentWith({ name })).name).toBe(name)
    expect((await shown()).spaces[0].name).toBe(name)
  })
})
