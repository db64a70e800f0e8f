import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { beforeEach, describe, expect, it } from 'vitest'
import { dependenciesOn } from '../../functions/dependencies.ts'
import { purgePast } from '../../functions/jobs/purge-past/purge-past.ts'
import { replayErasures } from '../../functions/jobs/replay-erasures/replay-erasures.ts'
import { hashOf } from '../../functions/use-cases/hash.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { type HolderId, NOBODY } from '../../shared/domain/ids.ts'
import { addMinutes, type Instant, instantAt } from '../../shared/domain/instant.ts'
import { atSite } from '../../shared/domain/rights.ts'
import { accountStore } from '../../shared/store/account-store.ts'
import { bookingOf } from '../../shared/store/booking-item.ts'
import type { Table } from '../../shared/store/client.ts'
import { ledgerBeside } from '../../shared/store/ledger-store.ts'
import { purgeStore } from '../../shared/store/purge-store.ts'
import { lentSpace, quietly } from '../proof/house.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import { aSite, date, NOW, PARIS, time } from '../support/builders.ts'
import { engines, freshTable, withLedger } from '../support/engine.ts'
import { expire } from '../support/expire.ts'
import { faultyClient, type Plan, scripted } from '../support/faulty-client.ts'
import { scanAll, scanImages } from '../support/scan.ts'
import { shareOf } from '../support/scope.ts'
import { seed } from '../support/seed.ts'
import { holderOf } from '../support/waitlist-entry.ts'

const WHOLE = { getRemainingTimeInMillis: () => 900_000 }
/** The booking of 24 November 2026, 08:00 to 12:00, ended 24 months before. */
const DUE_AT = instantAt(date('2028-11-24'), time('12:00'), PARIS)
const LATER = addMinutes(DUE_AT, 24 * 60)

/** Requests at which an erasure dies: each of the first, then one in five, up to one that is never made. */
const DEATHS = [...Array(13).keys(), 17, 22, 27, 32, 37, 42, 47, 52, 57].map((at) => at + 1)

const inSmallPages = (table: Table) => {
  const purges = purgeStore(table)
  return { ...purges, listToReview: (now: Instant) => purges.listToReview(now, 7) }
}

describe.each(engines)('the purge on $name', (engine) => {
  let table: Table
  let api: ReturnType<typeof anApi>
  const purge = (at: Instant, context = WHOLE, client = table.client) => {
    const on = { ...table, client }
    const { deps } = anApi(on)
    return quietly(() => purgePast({ ...deps, now: () => at, purges: inSmallPages(on) })({}, context))
  }
  const book = async (email: string, changes: Record<string, unknown> = {}) => {
    const cookie = await api.signIn(email, 'Camille Durand')
    const answer = await api.call('POST', '/bookings', {
      body: aBookingBody(changes),
      headers: aKey(),
      cookie,
    })
    expect([answer.status, answer.body.code]).toEqual([201, undefined])
    return answer.body
  }
  const allBookings = async (): Promise<Booking[]> =>
    (await scanImages(table))
      .map((item) => unmarshall(item))
      .filter(({ pk }) => pk.startsWith('BOOKING#'))
      .map(bookingOf)
  /** What the figures are made of. */
  const counted = async () =>
    Object.fromEntries(
      [
        ...Map.groupBy(
          await allBookings(),
          ({ site, date: day, status }) => `${site} ${day.slice(0, 7)} ${status}`,
        ),
      ]
        .map(([name, all]) => [name, [all.length, all.reduce((sum, { places }) => sum + places, 0)]])
        .sort(),
    )

  beforeEach(async () => {
    table = await withLedger(await freshTable(engine))
    await seed(table, aSite(), [lentSpace('bureau', { capacity: 5, fairUse: { activeBookings: 9 } })])
    api = anApi(table)
  })

  it('leaves a new association without bookings, and people who are disabled', async () => {
    const cookie = await api.signIn('lead@example.org', 'Anne')
    const body = { name: 'Ciné-club', rna: 'W511009002' }
    const { body: club } = await api.call('POST', '/associations', { body, headers: aKey(), cookie })
    await api.signIn('barred@example.org')
    await accountStore(table).disable(await holderOf(api, 'barred@example.org'), NOW)
    await api.deps.grants.give(await holderOf(api, 'lead@example.org'), {
      role: 'manager',
      scope: atSite(aSite().id),
    })
    const proposer = await api.signIn('idea@example.org')
    const idea = { idea: 'Un atelier couture', audience: 'Les habitants', times: 'Le jeudi' }
    const proposal = { body: idea, headers: aKey(), cookie: proposer }
    expect((await api.call('POST', '/sites/09410A/proposals', proposal)).status).toBe(201)
    await purge(addMinutes(NOW, 60 * 24 * 60))
    expect(await api.deps.proposals.listProposals(aSite().id)).toHaveLength(1)
    await purge(LATER)
    expect(await api.deps.associations.findAssociation(club.id)).toMatchObject({ name: 'Ciné-club' })
    expect(await scanAll(table)).toContain('barred@example.org')
  })

  it('anonymises a booking 24 months after its end, to the second, and still counts it (54)', async () => {
    const [mine, next] = [
      await book('one@example.org'),
      await book('two@example.org', { date: '2026-11-25' }),
    ]
    await book('three@example.org', { date: '2026-11-26' })
    const before = await counted()
    await purge((DUE_AT - 1000) as Instant)
    expect((await allBookings()).filter(({ holder }) => holder === NOBODY)).toEqual([])
    await purge(DUE_AT)
    expect((await allBookings()).filter(({ holder }) => holder === NOBODY).map(({ id }) => id)).toEqual([
      mine.id,
    ])
    expect(await counted()).toEqual(before)
    const left = await scanAll(table)
    for (const text of ['one@example.org', hashOf('email', 'one@example.org')])
      expect(left).not.toContain(text)
    expect(left).toContain('two@example.org')
    await purge(LATER)
    expect(
      (await allBookings())
        .filter(({ holder }) => holder === NOBODY)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([mine.id, next.id].sort())
    expect(await counted()).toEqual(before)
  })

  it('keeps people who have a right, are signed in, or have booked since', async () => {
    await book('staff@example.org')
    await api.deps.grants.give(await holderOf(api, 'staff@example.org'), {
      role: 'agent',
      scope: atSite(aSite().id),
    })
    await book('back@example.org')
    api.clock.now = addMinutes(DUE_AT, -60)
    await book('back@example.org', { date: '2028-12-01' })
    await purge(DUE_AT)
    const left = await scanAll(table)
    expect(left).toContain('staff@example.org')
    expect(left).toContain('back@example.org')
  })

  it('keeps a former member who never booked until they are told, then forgets them', async () => {
    const manager = await api.signIn('manager@example.org', 'Dominique')
    await api.deps.grants.give(await holderOf(api, 'manager@example.org'), {
      role: 'manager',
      scope: atSite(aSite().id),
    })
    const person = { name: 'Odette Blanc', phone: '0601020304' }
    const change = (to: 'member' | 'everyone') =>
      api.call('PUT', '/sites/09410A/members', { body: { person, public: to }, cookie: manager })
    for (const to of ['member', 'everyone'] as const) expect((await change(to)).status).toBe(200)
    await purge(addMinutes(NOW, 24 * 60))
    const toCall = async () => (await api.call('GET', '/sites/09410A/calls', { cookie: manager })).body.calls
    const [call] = await toCall()
    expect(call).toMatchObject({ holderName: 'Odette Blanc', news: 'withdrawn' })
    const path = `/sites/09410A/calls/${call.id}`
    await api.call('PUT', path, { body: { version: call.version }, cookie: manager })
    expect(await toCall()).toEqual([])
    await purge(addMinutes(NOW, 48 * 60))
    expect(await scanAll(table)).not.toContain('Odette')
  })

  it('forgets a person whom an agent acted for, and the acts for them', async () => {
    const agent = await api.signIn('agent@example.org', 'Sacha')
    await api.deps.grants.give(await holderOf(api, 'agent@example.org'), {
      role: 'agent',
      scope: atSite(aSite().id),
    })
    const person = { name: 'Odette Blanc', phone: '0601020304' }
    for (const start of ['08:00', '09:00']) {
      const body = aBookingBody({ start, end: '10:00', for: { ...person, name: `Odette ${start}` } })
      const { body: booked } = await api.call('POST', '/bookings', { body, headers: aKey(), cookie: agent })
      await api.call('PUT', `/bookings/${booked.id}/cancellation`, {
        body: { reason: 'Travaux' },
        cookie: agent,
      })
      if (start === '08:00')
        await api.call('PUT', `/sites/09410A/calls/${booked.id}`, { body: { version: 1 }, cookie: agent })
    }
    const calls = async () => (await scanAll(table)).match(/"(CALL|CALLED)#(?=\w{20})/g)?.sort()
    expect(await calls()).toEqual(['"CALL#', '"CALLED#'])
    await expire(table, LATER)
    await purge(LATER)
    const left = await scanAll(table)
    for (const text of ['Odette', '0601020304', 'AUDIT#', 'SESSION#', 'CALL'])
      expect(left).not.toContain(text)
    expect(Object.values(await counted())).toEqual([[2, 2]])
  })

  it('resumes where it stopped, whichever request fails or is half answered (23)', async () => {
    for (let at = 0; at < 6; at++)
      await book(`many-${at}@example.org`, { date: `2026-11-2${at % 2 ? 4 : 5}` })
    const before = await counted()
    for (let run = 0; run < 3; run++)
      await expect(purge(LATER, { getRemainingTimeInMillis: () => 0 })).rejects.toThrow('no time was left')
    const plans: Plan[] = [
      scripted(['partial', 'partial', 'partial'], /BatchWrite/),
      scripted(
        [undefined, undefined, 'throttled', 'lost', undefined, 'broken-before'],
        /Update|Transact|Delete/,
      ),
    ]
    for (const plan of plans) await purge(LATER, WHOLE, faultyClient(engine.endpoint, plan)).catch(() => {})
    await purge(LATER)
    expect(await counted()).toEqual(before)
    expect(await scanAll(table)).not.toMatch(/many-\d|Camille|SESSION#/)
  })

  it('looks at nobody again before something of theirs has to go', async () => {
    await book('one@example.org')
    await book('two@example.org', { date: '2026-11-25' })
    expect(await purge(NOW)).toMatchObject({ seen: 2, anonymised: 0 })
    expect(await purge(addMinutes(NOW, 60 * 24 * 700))).toMatchObject({ seen: 0 })
    expect(await purge((DUE_AT - 1000) as Instant)).toMatchObject({ seen: 2, anonymised: 0 })
    expect(await purge((DUE_AT - 500) as Instant)).toMatchObject({ seen: 0 })
    expect(await purge(DUE_AT)).toMatchObject({ seen: 1, anonymised: 1, forgotten: 1 })
    expect(await purge(LATER)).toMatchObject({ seen: 1, anonymised: 1, forgotten: 1 })
  })

  it('anonymises in time what was booked after a later booking was looked at', async () => {
    await book('one@example.org', { date: '2026-12-08' })
    await purge(NOW)
    const sooner = await book('one@example.org')
    await purge(DUE_AT)
    const anonymised = (await allBookings()).filter(({ holder }) => holder === NOBODY)
    expect(anonymised.map(({ id }) => id)).toEqual([sooner.id])
  })

  it('drops a call 24 months after its date, whatever is booked later', async () => {
    const manager = await api.signIn('manager@example.org', 'Dominique')
    await api.deps.grants.give(await holderOf(api, 'manager@example.org'), {
      role: 'manager',
      scope: atSite(aSite().id),
    })
    const person = { name: 'Odette Blanc', phone: '0601020304' }
    const body = { person, public: 'member' }
    expect((await api.call('PUT', '/sites/09410A/members', { body, cookie: manager })).status).toBe(200)
    const { calls } = (await api.call('GET', '/sites/09410A/calls', { cookie: manager })).body
    const path = `/sites/09410A/calls/${calls[0].id}`
    await api.call('PUT', path, { body: { version: calls[0].version }, cookie: manager })
    const later = aBookingBody({ date: '2026-12-08', for: { holder: calls[0].holder } })
    const booked = await api.call('POST', '/bookings', { body: later, headers: aKey(), cookie: manager })
    expect(booked.status).toBe(201)
    await purge(addMinutes(NOW, 30 * 24 * 60))
    expect(await scanAll(table)).toContain('CALLED#')
    await purge(LATER)
    const left = await scanAll(table)
    expect(left).not.toContain('CALLED#')
    expect(left).toContain('Odette')
  })

  it('keeps who comes back while their last booking is anonymised', async () => {
    await book('back@example.org')
    const { deps } = anApi(table)
    let next = ''
    const erasures: typeof deps.erasures = {
      ...deps.erasures,
      anonymise: async (booking) => {
        await deps.erasures.anonymise(booking)
        api.clock.now = DUE_AT
        next = (await book('back@example.org', { date: '2028-12-01' })).id
      },
    }
    await purgePast({ ...deps, erasures, now: () => DUE_AT, purges: inSmallPages(table) })({}, WHOLE)
    expect(await deps.bookings.findBooking(next as Booking['id'])).toMatchObject({ status: 'confirmed' })
  })

  it('purges everybody else when one holder cannot be read, and rings', async () => {
    await book('broken@example.org')
    const mine = await book('one@example.org', { date: '2026-11-25' })
    const broken = await holderOf(api, 'broken@example.org')
    const { deps } = anApi(table)
    const bookings = {
      ...deps.bookings,
      listAll: (holder: HolderId) =>
        holder === broken ? Promise.reject(new Error('planted')) : deps.bookings.listAll(holder),
    }
    const run = purgePast({ ...deps, bookings, now: () => LATER, purges: inSmallPages(table) })
    await expect(quietly(() => run({}, WHOLE))).rejects.toThrow('the past of 1 holders')
    const anonymised = (await allBookings()).filter(({ holder }) => holder === NOBODY)
    expect(anonymised.map(({ id }) => id)).toEqual([mine.id])
    await purge(LATER)
    expect((await allBookings()).filter(({ holder }) => holder !== NOBODY)).toEqual([])
  })

  it('lets a weekly regular go booking by booking, and the trail by itself', async () => {
    await book('weekly@example.org')
    await book('weekly@example.org', { date: '2026-12-01' })
    await purge(DUE_AT)
    expect((await allBookings()).map(({ holder }) => holder === NOBODY).sort()).toEqual([false, true])
    expect(await scanAll(table)).toContain('weekly@example.org')
    await purge(addMinutes(DUE_AT, 7 * 24 * 60))
    expect(await scanAll(table)).not.toContain('weekly@example.org')
  })

  const forget = async (email: string) => {
    const holder = (await holderOf(api, email)) as HolderId
    await api.deps.ledger.noteErasure(holder, NOW)
    return holder
  }

  it('finishes an erasure that stopped at any of its requests (20)', async () => {
    for (const diesAt of shareOf(DEATHS)) {
      const email = `stopped-${diesAt}@example.org`
      for (const day of ['2026-11-24', '2026-12-03']) await book(email, { date: day })
      const holder = await forget(email)
      let sent = 0
      const dying: Plan = () => (++sent >= diesAt ? 'unsent' : undefined)
      const client = faultyClient(engine.endpoint, dying, { maxAttempts: 1 })
      const stopped = await purge(NOW, WHOLE, client).then(
        () => false,
        () => true,
      )
      await purge(addMinutes(NOW, 20))
      const left = await scanAll(table)
      for (const text of [email, holder, hashOf('email', email)])
        expect(left, `${diesAt}`).not.toContain(text)
      expect((await api.deps.ledger.listErasures()).filter(({ doneAt }) => !doneAt)).toEqual([])
      if (!stopped) break
    }
    const { body } = await api.call('GET', '/sites/09410A/availability?from=2026-12-03&days=1')
    expect(body.days[0].spaces[0].free).toEqual([{ start: '08:00', end: '20:00', places: 5 }])
  })

  it('erases again, from the ledger, people whom a restored table contains', async () => {
    const email = 'restored@example.org'
    await book(email)
    await book('stays@example.org')
    const copy = await scanImages(table)
    await forget(email)
    await purge(addMinutes(NOW, 20))
    expect(await scanAll(table)).not.toContain(email)
    const restored = await freshTable(engine)
    for (const Item of copy)
      await restored.client.send(new PutItemCommand({ TableName: restored.name, Item }))
    expect(await scanAll(restored)).toContain(email)
    const deps = dependenciesOn(restored, () => NOW, { ledger: ledgerBeside(table) })
    expect(await replayErasures(deps)).toBe(1)
    const left = await scanAll(restored)
    for (const text of [email, hashOf('email', email)]) expect(left).not.toContain(text)
    expect(left).toContain('stays@example.org')
    expect(await replayErasures(deps)).toBe(1)
    expect(await scanAll(restored)).toBe(left)
  })
})
