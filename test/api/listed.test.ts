import { beforeAll, describe, expect, it } from 'vitest'
import { type Route, routes } from '../../shared/contracts/routes.ts'
import { referenceOf } from '../../shared/domain/booking.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import { atSite, formatScope, type Scope, STAFF_ROLES, type StaffRole } from '../../shared/domain/rights.ts'
import { aKey } from '../support/api.ts'
import { anAssociation } from '../support/associations.ts'
import { aSite } from '../support/builders.ts'
import { aClosureStage, type ClosureStage, lentFloor, NEAR } from '../support/closures.ts'
import { engines } from '../support/engine.ts'
import { scanImages } from '../support/scan.ts'
import { shareOf } from '../support/scope.ts'
import { holderIn } from '../support/waitlist-entry.ts'
import { aWorkshopBody } from '../support/workshops.ts'

const HERE = aSite().id
const SITES = [HERE, NEAR.id]

/** Every list of a site, made from the routes. */
const LISTS = Object.values<Route>(routes)
  .filter(
    ({ method, path }) => method === 'get' && path.startsWith('/sites/:site/') && !path.includes(':', 8),
  )
  .map(({ path }) => path.slice('/sites/:site'.length))

const QUERIES: Readonly<Record<string, string>> = { '/planning': '?from=2026-11-21&days=14' }

const SCOPES: readonly Scope[] = [
  atSite(HERE),
  atSite(NEAR.id),
  { kind: 'departement', departement: '51' },
  { kind: 'departement', departement: '07' },
  { kind: 'network' },
]

const CASES = STAFF_ROLES.flatMap((role) => SCOPES.map((scope) => [role, formatScope(scope), scope] as const))

/** Every text in an answer: what a list shows is named somewhere in it. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value instanceof Object ? Object.values(value).flatMap(textsIn) : []

describe.each(engines.slice(0, 1))('a listed booking', (engine) => {
  let stage: ClosureStage
  let bookings: Map<string, { site: string; status: string; isSeat: boolean }>
  let workshops: Set<string>
  const call = (cookie: string, method: string, path: string, body?: object) =>
    stage.api.call(method, path, {
      cookie,
      ...(body && { body }),
      ...(method === 'POST' && { headers: aKey() }),
    })

  const withRole = async (role: StaffRole, scope: Scope) => {
    const cookie = await stage.api.signIn(
      `${role}-${formatScope(scope).replace(':', '-')}@example.org`,
      'Dominique',
    )
    await stage.api.deps.grants.give(holderIn(cookie), { role, scope })
    return cookie
  }

  /** All that somebody is shown of a site. */
  const shownTo = async (cookie: string, site: string): Promise<Set<string>> => {
    const closures = (await call(cookie, 'GET', `/sites/${site}/closures`)).body.closures as { id: string }[]
    const lists = [
      ...LISTS.map((list) => `${list}${QUERIES[list] ?? ''}`),
      ...closures.map(({ id }) => `/closures/${id}`),
    ]
    const answers = await Promise.all([
      ...lists.map((list) => call(cookie, 'GET', `/sites/${site}${list}`)),
      ...['Camille', 'Odile'].map((q) => call(cookie, 'POST', `/sites/${site}/bookings/search`, { q })),
      // Staff who answer the telephone have no list: a caller dictates the reference.
      ...[...bookings.keys()].map((id) =>
        call(cookie, 'POST', '/bookings/search', { q: referenceOf(id as BookingId) }),
      ),
    ])
    return new Set(answers.filter(({ status }) => status === 200).flatMap(({ body }) => textsIn(body)))
  }

  beforeAll(async () => {
    const approval = { hours: 48 }
    stage = await aClosureStage(engine, {
      here: [
        lentFloor('bureau', 6),
        { ...lentFloor('reunion', 8), approval },
        { ...lentFloor('salle', 12), workshops: true },
      ],
      near: [lentFloor('pres', 1)],
    })
    const [agent, mediator] = [
      await withRole('agent', { kind: 'network' }),
      await withRole('mediator', atSite(HERE)),
    ]
    const [one, other] = [await stage.somebody(), await stage.somebody()]
    const { member, id: as } = await anAssociation(stage.api)
    const odile = { name: 'Odile Vasseur', phone: '03 26 11 22 33' }
    for (const [cookie, body] of [
      [one.cookie, {}],
      [agent, { for: odile }],
      [agent, { for: { name: 'Paul', phone: '03 26 11 22 34' } }],
      [other.cookie, { date: '2026-11-25' }],
      [agent, { date: '2026-11-25', for: odile }],
      [one.cookie, { date: '2026-11-26', space: 'reunion', use: 'room' }],
      [member.cookie, { date: '2026-11-26', as }],
    ] as const)
      expect((await stage.book(cookie, body)).status).toBe(201)
    const { body: workshop } = await call(
      mediator,
      'POST',
      '/workshops',
      aWorkshopBody({ date: '2026-11-27' }),
    )
    expect((await call(one.cookie, 'POST', `/workshops/${workshop.id}/seats`)).status).toBe(201)
    const { status, body } = await stage.close({ spaces: ['bureau', 'reunion', 'salle'] })
    expect([status, body.bookings.length]).toEqual([201, 3])
    const images = await scanImages(stage.table)
    const all = images.filter(({ pk }) => pk?.S?.startsWith('BOOKING#'))
    bookings = new Map(
      all.map(({ id, site, status, space, workshop }) => [
        id?.S ?? '',
        {
          site: site?.S ?? '',
          status: status?.S ?? '',
          isSeat: workshop !== undefined && workshop.S === space?.S,
        },
      ]),
    )
    workshops = new Set([workshop.id])
    expect(new Set([...bookings.values()].map((each) => each.status))).toEqual(
      new Set(['confirmed', 'requested', 'offered', 'cancelled']),
    )
  })

  it.each(shareOf(CASES))(
    'can be opened by the role %s of %s one by one, and every openable one is listed',
    async (role, _, scope) => {
      const cookie = await withRole(role, scope)
      for (const site of SITES) {
        const shown = await shownTo(cookie, site)
        for (const id of shown) {
          if (bookings.has(id))
            expect((await call(cookie, 'GET', `/bookings/${id}`)).status, `booking ${id}`).toBe(200)
          if (workshops.has(id))
            expect((await call(cookie, 'GET', `/workshops/${id}`)).status, `workshop ${id}`).toBe(200)
        }
        for (const [id, { site: place, status, isSeat }] of bookings) {
          // A seat counts in its workshop, which is listed.
          if (place !== site || status === 'cancelled' || isSeat) continue
          const opens = (await call(cookie, 'GET', `/bookings/${id}`)).status === 200
          // What is proposed elsewhere in place of a booking stands in the report of the closure that ended it.
          if (opens && !shown.has(id))
            expect([...(await shownTo(cookie, HERE))], `${status} ${id}`).toContain(id)
        }
      }
    },
  )

  it('is readable by staff of the network and of the département before and after they decide on it', async () => {
    const [requested] = [...bookings].find(([, { status }]) => status === 'requested') ?? ['']
    for (const [role, scope] of [
      ['network', { kind: 'network' }],
      ['coordinator', { kind: 'departement', departement: '51' }],
    ] as const) {
      const cookie = await withRole(role, scope)
      const read = async () => (await call(cookie, 'GET', `/bookings/${requested}`)).status
      expect(await read()).toBe(200)
      const answer = await call(cookie, 'PUT', `/bookings/${requested}/approval`, { approved: true })
      expect([answer.status, await read()]).toEqual([200, 200])
    }
  })

  it('shows the owner of the premises when it is, and nothing of whose it is', async () => {
    const cookie = await withRole('owner', atSite(HERE))
    const { body: planning } = await call(cookie, 'GET', `/sites/${HERE}/planning?from=2026-11-24&days=7`)
    const closures = (await call(cookie, 'GET', `/sites/${HERE}/closures`)).body.closures as { id: string }[]
    const reports = await Promise.all(
      closures.map(({ id }) => call(cookie, 'GET', `/sites/${HERE}/closures/${id}`)),
    )
    const preview = await call(cookie, 'POST', `/sites/${HERE}/closure-preview`, {
      kind: 'unexpected',
      reason: 'Travaux',
      from: '2026-11-25',
      to: '2026-11-27',
    })
    const touched = [...reports, preview].flatMap(({ body }) => body.bookings)
    expect(planning.bookings.length).toBeGreaterThan(0)
    expect(touched.length).toBeGreaterThan(reports.length)
    expect(planning.bookings[0]).toMatchObject({ start: expect.any(String), holderName: '', reference: '' })
    expect(Object.keys(planning)).not.toEqual(expect.arrayContaining(['requests', 'calls']))
    const said = JSON.stringify([planning, touched])
    expect(said).not.toMatch(/Odile|Paul|Camille|03 26|"taken"/)
    for (const id of bookings.keys()) expect(said).not.toContain(id)
    expect((await call(cookie, 'GET', `/sites/${HERE}/calls`)).status).toBe(404)
    expect((await call(cookie, 'GET', `/sites/${HERE}/requests`)).status).toBe(404)
  })

  it('of one’s own or of an association can be opened', async () => {
    const { lead, member, id: as } = await anAssociation(stage.api)
    await stage.book(member.cookie, { date: '2026-12-01', space: 'salle', as })
    const waits = {
      site: HERE,
      date: '2026-11-24',
      from: '08:00',
      to: '12:00',
      minutes: 120,
      use: 'desk',
      as,
    }
    await call(member.cookie, 'POST', '/waits', waits)
    for (const { cookie } of [lead, member]) {
      const { body } = await call(cookie, 'GET', `/associations/${as}`)
      const own = await Promise.all(
        ['bookings', 'waits', 'associations'].map((name) => call(cookie, 'GET', `/me/${name}`)),
      )
      const texts = new Set(textsIn([body, own.map((each) => each.body)]))
      const images = await scanImages(stage.table)
      const idsOf = (kind: string) =>
        images.flatMap(({ pk, id }) => (pk?.S?.startsWith(`${kind}#`) ? (id?.S ?? []) : []))
      for (const [kind, path] of [
        ['BOOKING', 'bookings'],
        ['WAIT', 'waits'],
      ] as const)
        for (const id of idsOf(kind).filter((each) => texts.has(each)))
          expect((await call(cookie, 'GET', `/${path}/${id}`)).status, `${kind} ${id}`).toBe(200)
    }
  })
})
