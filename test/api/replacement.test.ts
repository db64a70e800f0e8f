import { describe, expect, it } from 'vitest'
import { atSite } from '../../shared/domain/rights.ts'
import { heldUntil } from '../../shared/domain/waitlist.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aKey } from '../support/api.ts'
import { aSite, MONDAY_EVENING, NOW } from '../support/builders.ts'
import { aClosureStage, type ClosureStage, FAR, lentFloor, NEAR } from '../support/closures.ts'
import { engines } from '../support/engine.ts'
import { aSetUp, fixedOpening } from '../support/lending.ts'
import { seed } from '../support/seed.ts'

const TOO_FAR = aSite({ id: '97401A' as never, name: 'Saint-Denis', position: { lat: -20.88, lon: 55.45 } })

type Fates = {
  readonly bookings: readonly { outcome: string; proposal?: { site: { id: string }; distanceKm?: number } }[]
}

const placesOf = ({ bookings }: Fates) =>
  bookings
    .map(({ outcome, proposal }) => [outcome, proposal?.site.id, proposal?.distanceKm])
    .sort((one, other) => Number(one[2] ?? 0) - Number(other[2] ?? 0))

describe.each(engines)('a replacement on $name', (engine) => {
  const here = [lentFloor('bureau', 2)]

  it('in the same site comes first, and is held for its holder in the same step', async () => {
    const stage = await aClosureStage(engine, {
      here: [...here, lentFloor('salle', 4)],
      near: [lentFloor('pres', 4)],
    })
    const { cookie } = await stage.somebody()
    const { body: booking } = await stage.book(cookie, { places: 2 })
    const { body } = await stage.close({ spaces: ['bureau'] })
    expect(body.bookings).toMatchObject([
      {
        outcome: 'proposed',
        proposal: { status: 'offered', site: { id: aSite().id }, space: { id: 'salle' } },
      },
    ])
    const offered = await stage.api.deps.bookings.findBooking(body.bookings[0].proposal.id)
    const startsAt = NOW + (3 * 24 - 2) * 3_600_000
    expect(offered).toMatchObject({
      replaces: booking.id,
      places: 2,
      until: heldUntil(startsAt as never, NOW),
    })
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('is the nearest free space within reason when the whole site closes, and names its distance', async () => {
    const stage = await aClosureStage(engine, {
      here,
      near: [lentFloor('pres', 1)],
      far: [lentFloor('loin', 1)],
    })
    await seed(stage.table, TOO_FAR, [lentFloor('ailleurs', 9)])
    const people = [await stage.somebody(), await stage.somebody(), await stage.somebody()]
    for (const { cookie } of people.slice(0, 2)) await stage.book(cookie)
    await stage.book(people[2]?.cookie ?? '', { start: '09:00', end: '10:00', date: '2026-11-25' })
    await stage.book((await stage.somebody()).cookie, { site: FAR.id, space: 'loin', date: '2026-11-25' })
    await stage.book((await stage.somebody()).cookie, { site: NEAR.id, space: 'pres', date: '2026-11-25' })
    const { body } = await stage.close({ to: '2026-11-25' })
    expect(placesOf(body)).toEqual([
      ['cancelled', undefined, undefined],
      ['proposed', NEAR.id, 5.5],
      ['proposed', FAR.id, 55.3],
    ])
    const far = body.bookings.find(
      ({ proposal }: { proposal?: { distanceKm: number } }) => proposal?.distanceKm === 55.3,
    )
    const read = await Promise.all(people.map(({ cookie }) => stage.read(cookie, far.proposal.id)))
    expect(read.find(({ status }) => status === 'offered')).toMatchObject({
      distanceKm: 55.3,
      site: { id: FAR.id },
    })
  })

  it('is searched in the ten nearest sites that lend the same use, and no further', async () => {
    const stage = await aClosureStage(engine, { here })
    for (let at = 0; at < 11; at++) {
      const capacity = at < 10 ? 1 : 9
      const site = {
        ...NEAR,
        id: `0943${at.toString(36).toUpperCase()}B` as never,
        position: { lat: 48.9 + at / 100, lon: 3.6 },
      }
      await seed(stage.table, site, [lentFloor('pres', capacity)])
    }
    const { cookie } = await stage.somebody()
    await stage.book(cookie, { places: 2 })
    expect(placesOf((await stage.close()).body)).toEqual([['cancelled', undefined, undefined]])
  })

  it('is found where lending began a moment ago, though all sites are in memory', async () => {
    const stage = await aClosureStage(engine, { here })
    const { cookie, holder } = stage.manager
    await stage.api.deps.grants.give(holder, { role: 'manager', scope: atSite(FAR.id) })
    const { lenders } = (await stage.api.call('GET', '/sites?q=reims&use=desk')).body
    expect(lenders.map(({ id }: { id: string }) => id)).not.toContain(FAR.id)
    const lent = await stage.api.call('POST', `/sites/${FAR.id}/spaces`, {
      body: aSetUp({ openings: [fixedOpening('08:00', '20:00')] }),
      headers: aKey(),
      cookie,
    })
    expect(lent.status).toBe(201)
    await stage.book((await stage.somebody()).cookie)
    const shown = await stage.preview()
    expect(placesOf(shown.body)).toEqual([['proposed', FAR.id, 55.3]])
    expect(placesOf((await stage.close()).body)).toEqual([['proposed', FAR.id, 55.3]])
  })

  it('is found there by the holder’s phone only where it was booked', async () => {
    const stage = await aClosureStage(engine, { here, near: [lentFloor('pres', 2)] })
    const { cookie, holder } = stage.manager
    await stage.api.deps.grants.give(holder, { role: 'agent', scope: atSite(NEAR.id) })
    const booked = await stage.book(cookie, { for: { name: 'Odile Vasseur', phone: '03 26 11 22 33' } })
    const { body } = await stage.close()
    expect(body.bookings).toMatchObject([{ id: booked.body.id, outcome: 'proposed' }])
    for (const q of ['Vasseur', '0326112233', '03 26 11 22 33']) {
      const found = await stage.api.call('POST', `/sites/${NEAR.id}/bookings/search`, { body: { q }, cookie })
      expect(found.body.bookings).toMatchObject([
        { id: body.bookings[0].proposal.id, holderName: 'Odile Vasseur' },
      ])
    }
  })

  it('has as much room for a room, and follows the rules of its own space', async () => {
    const smaller = lentFloor('petite', 1)
    const late = {
      ...lentFloor('tardive', 4),
      limits: { ...lentFloor('x', 1).limits, noticeMinutes: 10_000 },
    }
    const stage = await aClosureStage(engine, { here, near: [smaller, late] })
    const { cookie } = await stage.somebody()
    await stage.book(cookie, { use: 'room' })
    const { body } = await stage.close()
    expect(body.bookings).toMatchObject([{ outcome: 'cancelled' }])
  })

  it('is not searched for an unanswered booking, which is cancelled', async () => {
    const stage = await aClosureStage(engine, {
      here: [...here, lentFloor('salle', 4), lentFloor('autre', 4)],
    })
    const { cookie } = await stage.somebody()
    await stage.book(cookie)
    const first = await stage.close({ spaces: ['bureau'] })
    const { proposal } = first.body.bookings[0]
    const { body } = await stage.close({ spaces: [proposal.space.id], reason: 'Travaux' })
    expect(body.bookings).toMatchObject([{ id: proposal.id, outcome: 'cancelled' }])
    expect((await stage.report(first.body.id)).body.bookings[0].proposal.status).toBe('cancelled')
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })
})

const APPROVED = { approval: { hours: 1 } }
const proposalsOf = async (stage: ClosureStage, cookie: string) =>
  (await stage.mine(cookie)).filter(({ status }: { status: string }) => status === 'offered')
const faultsOf = async ({ table }: ClosureStage) => (await reconcile(table, aSite().id, NEAR.id)).faults

describe.each(engines)('the rules for a replacement on $name', (engine) => {
  const ONE = { fairUse: { activeBookings: 1 } }

  it('count it in its holder’s usage record instead of the ended booking', async () => {
    const stage = await aClosureStage(engine, {
      here: [
        { ...lentFloor('a', 1), ...ONE },
        { ...lentFloor('b', 1), ...ONE },
      ],
    })
    const { cookie } = await stage.somebody()
    await stage.book(cookie, { space: 'a' })
    await stage.close({ spaces: ['a'] })
    const [proposal] = await proposalsOf(stage, cookie)
    expect(proposal).toMatchObject({ space: { id: 'b' } })
    expect(await faultsOf(stage)).toEqual([])
    await stage.api.call('PUT', `/bookings/${proposal.id}/acceptance`, { body: { accepted: true }, cookie })
    expect((await stage.book(cookie, { space: 'b', date: '2026-12-01' })).body.code).toBe('quota-reached')
    expect(await faultsOf(stage)).toEqual([])
  })

  it('apply fair use where it counts: a person at the limit there gets no proposal', async () => {
    const stage = await aClosureStage(engine, {
      here: [lentFloor('a', 1)],
      near: [{ ...lentFloor('n', 1), ...ONE }],
    })
    const [one, other] = [await stage.somebody(), await stage.somebody()]
    await stage.book(one.cookie, { site: NEAR.id, space: 'n', date: '2026-12-01' })
    await stage.book(one.cookie, { space: 'a' })
    await stage.book(other.cookie, { space: 'a', date: '2026-11-25' })
    await stage.close({ to: '2026-11-25' })
    expect(await proposalsOf(stage, one.cookie)).toEqual([])
    expect(await proposalsOf(stage, other.cookie)).toMatchObject([{ space: { id: 'n' } }])
    expect(await faultsOf(stage)).toEqual([])
  })

  it('skip spaces that another site would have to approve', async () => {
    const stage = await aClosureStage(engine, {
      here: [lentFloor('a', 1)],
      near: [{ ...lentFloor('n', 1), ...APPROVED }],
    })
    const { cookie } = await stage.somebody()
    const { body } = await stage.book(cookie, { space: 'a' })
    await stage.close()
    expect(await proposalsOf(stage, cookie)).toEqual([])
    expect(await stage.read(cookie, body.id)).toMatchObject({ status: 'cancelled', cause: 'closure' })
  })

  it('ignore expired holds', async () => {
    const stage = await aClosureStage(engine, {
      here: [lentFloor('a', 1), { ...lentFloor('b', 1), ...APPROVED }],
    })
    const [one, other] = [await stage.somebody(), await stage.somebody()]
    expect((await stage.book(other.cookie, { space: 'b' })).body.status).toBe('requested')
    await stage.book(one.cookie, { space: 'a' })
    stage.api.clock.now = MONDAY_EVENING
    await stage.close({ spaces: ['a'] })
    expect(await proposalsOf(stage, one.cookie)).toMatchObject([{ space: { id: 'b' } }])
    expect(await faultsOf(stage)).toEqual([])
  })
})
