import { beforeAll, describe, expect, it } from 'vitest'
import { addMinutes } from '../../shared/domain/instant.ts'
import { aKey, anApi } from '../support/api.ts'
import { aSite, NOW } from '../support/builders.ts'
import { aClosureBody, aClosureStage, type ClosureStage, FAR, lentFloor, NEAR } from '../support/closures.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { aStaffStage, type StaffStage } from '../support/staff-stage.ts'

describe.each(engines)('the preview of a closure on $name', (engine) => {
  let stage: StaffStage
  const preview = (changes: object = {}, cookie = stage.agent.cookie) =>
    stage.as(
      cookie,
      'POST',
      '/sites/09410A/closure-preview',
      aClosureBody({ from: '2026-11-25', ...changes }),
    )
  const close = (changes: object = {}) =>
    stage.as(
      stage.agent.cookie,
      'POST',
      '/sites/09410A/closures',
      aClosureBody({ from: '2026-11-25', ...changes }),
    )
  beforeAll(async () => {
    stage = await aStaffStage(engine)
  })

  it('lists the bookings that it then touches, and how each holder is reached', async () => {
    await stage.book(await stage.somebody('Sacha'), { date: '2026-11-25' })
    const person = { name: 'Jeanne', phone: '06 12 34 56 78' }
    await stage.book(stage.agent.cookie, { date: '2026-11-25', start: '14:00', end: '15:00', for: person })
    await stage.book(await stage.somebody('Noé'), { date: '2026-11-26' })
    const workshop = (await stage.plan({ date: '2026-11-25' })).body
    const seat = await stage.signUp(workshop.id, await stage.somebody('Ali'))
    const before = await scanAll(stage.table)
    const { status, body } = await preview()
    expect(await scanAll(stage.table)).toBe(before)
    expect([status, body.from, body.to]).toEqual([200, '2026-11-25', '2026-11-25'])
    const named = Object.groupBy(body.bookings as { holderName: string }[], ({ holderName }) => holderName)
    expect(Object.keys(named).sort()).toEqual(['Jeanne', 'Sacha', 'Sophie'])
    expect(named.Sacha).toMatchObject([{ hasEmail: true, start: '08:00', space: { id: 'bureau' } }])
    expect(named.Jeanne).toMatchObject([{ hasEmail: false, phone: person.phone }])
    const people = [{ holderName: 'Ali', hasEmail: true }]
    expect(named.Sophie).toEqual([expect.objectContaining({ workshop: { title: workshop.title, people } })])
    const closed = await close()
    const ids = (list: { id: string }[]) => list.map(({ id }) => id).sort()
    expect(ids(closed.body.bookings)).toEqual(ids([...body.bookings, seat.body]))
  })

  it('starts now when it starts today, like the closure', async () => {
    expect((await preview({ from: '2026-11-21' })).body).toMatchObject({ start: '10:00', end: '24:00' })
  })

  it.each([
    [{ from: '2026-11-20' }, 'past'],
    [{ kind: 'planned' }, 'notice-too-short'],
    [{ spaces: ['cave'] }, 'unknown-space'],
    [{ reason: '' }, 'invalid'],
  ])('is refused like the closure: %j', async (changes, code) => {
    expect((await preview(changes)).body.code).toBe(code)
  })

  it('is for people who may close there', async () => {
    for (const cookie of [stage.mediator.cookie, await stage.somebody()])
      expect((await preview({}, cookie)).body.code).toBe('not-found')
  })
})

type Fate = { readonly id: string; readonly outcome: string; readonly proposal?: Record<string, unknown> }

/** Of each booking: what becomes of it, and where it may go instead. */
const fatesIn = ({ bookings }: { bookings: readonly Fate[] }) =>
  new Map(
    bookings.map(({ id, outcome, proposal: { site, space, distanceKm } = {} }) => [
      id,
      JSON.stringify([outcome, site, space, distanceKm]),
    ]),
  )

/** A slow machine needs several goes. */
const closedWholly = async (stage: ClosureStage, wish: object) => {
  const headers = aKey()
  let closed = await stage.close(wish, headers)
  while (closed.body.state === 'closing') closed = await stage.close(wish, headers)
  return closed
}

describe.each(engines)('the outcome in a preview on $name', (engine) => {
  const ONE = { fairUse: { activeBookings: 1 } }

  it('is the one that follows: no unit is promised twice', async () => {
    const checkIn = { opensMinutes: 600, closesMinutes: 30, releases: false }
    const stage = await aClosureStage(engine, {
      here: [
        { ...lentFloor('bureau', 9), checkIn },
        { ...lentFloor('salle', 4), approval: { hours: 48 } },
        ...[lentFloor('tout', 4, ['a', 'b']), lentFloor('a', 2), lentFloor('b', 2)],
      ],
      near: [
        { ...lentFloor('pres', 2), ...ONE },
        { ...lentFloor('attente', 9), approval: { hours: 1 } },
      ],
      far: [lentFloor('loin', 2)],
    })
    const { cookie } = stage.manager
    const twice = await stage.somebody()
    const here = await stage.somebody()
    const lead = await stage.somebody()
    const named = { body: { name: 'Ciné-club', rna: 'W511009002' }, headers: aKey(), cookie: lead.cookie }
    const { body: club } = await stage.api.call('POST', '/associations', named)
    const booked = [
      await stage.book(twice.cookie, { end: '09:00' }),
      await stage.book(twice.cookie, { start: '09:00' }),
      ...(await Promise.all(
        Array.from({ length: 4 }, async () =>
          stage.book((await stage.somebody()).cookie, { start: '09:00' }),
        ),
      )),
      await stage.book(here.cookie),
      await stage.book((await stage.somebody()).cookie, { space: 'a', use: 'room', date: '2026-11-25' }),
      await stage.book((await stage.somebody()).cookie, { space: 'tout', places: 1, date: '2026-11-25' }),
      await stage.book((await stage.somebody()).cookie, { space: 'salle', date: '2026-11-25' }),
      await stage.book(lead.cookie, { as: club.id, date: '2026-11-26' }),
      await stage.book(cookie, { for: { name: 'Odile', phone: '03 26 11 22 33' }, date: '2026-11-26' }),
    ]
    expect(booked.map(({ status }) => status)).toEqual(booked.map(() => 201))
    stage.api.clock.now = addMinutes(NOW, 3 * 24 * 60 - 180)
    await stage.api.call('POST', `/bookings/${booked[6]?.body.id}/check-in`, { cookie: here.cookie })
    const wish = { to: '2026-11-26' }
    const shown = await stage.preview(wish)
    const closed = await closedWholly(stage, wish)
    expect(fatesIn(shown.body)).toEqual(fatesIn(closed.body))
    const outcomes = Object.groupBy(shown.body.bookings as Fate[], ({ outcome }) => outcome)
    expect(Object.entries(outcomes).map(([outcome, all]) => [outcome, all?.length])).toEqual(
      expect.arrayContaining([
        ['standing', 1],
        ['cancelled', 2],
        ['proposed', 9],
      ]),
    )
    expect(shown.body.bookings).toContainEqual(
      expect.objectContaining({
        ...{
          holderName: 'Odile',
          hasEmail: false,
          phone: '03 26 11 22 33',
          date: '2026-11-26',
          outcome: 'proposed',
        },
        proposal: {
          site: { id: NEAR.id, name: NEAR.name, commune: NEAR.commune },
          space: { id: 'pres', name: 'pres' },
          distanceKm: 5.5,
        },
      }),
    )
    expect(JSON.stringify(shown.body)).toContain(FAR.name)
    const told = (shown.body.bookings as { holderName: string }[]).find(
      ({ holderName }) => holderName === 'Ciné-club',
    )
    expect(told).toMatchObject({ hasEmail: true, outcome: 'proposed' })
  })

  it('uses the spaces of the site that stay open', async () => {
    const stage = await aClosureStage(engine, {
      here: [lentFloor('tout', 4, ['a', 'b']), lentFloor('a', 2), lentFloor('b', 2), lentFloor('autre', 1)],
      near: [lentFloor('pres', 1)],
    })
    for (const space of ['a', 'a', 'tout', 'b']) await stage.book((await stage.somebody()).cookie, { space })
    const wish = { spaces: ['a'] }
    const shown = await stage.preview(wish)
    expect(fatesIn(shown.body)).toEqual(fatesIn((await closedWholly(stage, wish)).body))
  })

  it('reads each site once for a hundred people', async () => {
    const stage = await aClosureStage(engine, {
      here: [lentFloor('bureau', 100)],
      near: [lentFloor('pres', 60)],
    })
    for (let at = 0; at < 100; at++) await stage.book((await stage.somebody()).cookie)
    const { sites } = stage.api.deps
    const read: string[] = []
    const findSiteWithOccupancies: typeof sites.findSiteWithOccupancies = (id, days) => {
      read.push(id)
      return sites.findSiteWithOccupancies(id, days)
    }
    const shown = await stage.preview(
      {},
      anApi(stage.table, { sites: { ...sites, findSiteWithOccupancies } }),
    )
    expect(read).toEqual([aSite().id, NEAR.id])
    const outcomes = Object.groupBy(shown.body.bookings as Fate[], ({ outcome }) => outcome)
    expect([outcomes.proposed?.length, outcomes.cancelled?.length]).toEqual([60, 40])
  })
})
