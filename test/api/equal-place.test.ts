import { describe, expect, it } from 'vitest'
import { atSite } from '../../shared/domain/rights.ts'
import { heldUntil } from '../../shared/domain/wait.ts'
import { audit } from '../proof/audit.ts'
import { aSite, MONDAY_EVENING, NOW } from '../support/builders.ts'
import { aClosureStage, type ClosureStage, lentFloor, NEAR } from '../support/closures.ts'
import { engines } from '../support/engine.ts'

describe.each(engines)('an equal place on $name', (engine) => {
  const here = [lentFloor('bureau', 2)]

  it('in the same site comes first, and is held for its holder in the same step', async () => {
    const stage = await aClosureStage(engine, { here: [...here, lentFloor('salle', 4)], near: [lentFloor('pres', 4)] })
    const { cookie } = await stage.somebody()
    const { body: booking } = await stage.book(cookie, { places: 2 })
    const { body } = await stage.close({ spaces: ['bureau'] })
    expect(body.bookings).toMatchObject([
      { outcome: 'proposed', proposal: { status: 'offered', site: { id: aSite().id }, space: { id: 'salle' } } },
    ])
    const offered = await stage.api.deps.bookings.findBooking(body.bookings[0].proposal.id)
    const startsAt = NOW + (3 * 24 - 2) * 3_600_000
    expect(offered).toMatchObject({ replaces: booking.id, places: 2, until: heldUntil(startsAt as never, NOW) })
    expect((await audit(stage.table, aSite().id)).faults).toEqual([])
  })

  it('is looked for near when the whole site closes, never far', async () => {
    const stage = await aClosureStage(engine, { here, near: [lentFloor('pres', 1)], far: [lentFloor('loin', 9)] })
    const [one, other] = [await stage.somebody(), await stage.somebody()]
    await stage.book(one.cookie)
    await stage.book(other.cookie)
    const { body } = await stage.close()
    const outcomes = body.bookings.map(({ outcome }: { outcome: string }) => outcome)
    expect(outcomes.sort()).toEqual(['cancelled', 'proposed'])
    const proposed = body.bookings.find(({ outcome }: { outcome: string }) => outcome === 'proposed')
    expect(proposed.proposal.site).toMatchObject({ id: NEAR.id, name: 'Orbais' })
  })

  it('is found there by the phone of whoever was known by it only where it was booked', async () => {
    const stage = await aClosureStage(engine, { here, near: [lentFloor('pres', 2)] })
    const { cookie, holder } = stage.manager
    await stage.api.deps.grants.give(holder, { role: 'agent', scope: atSite(NEAR.id) })
    const booked = await stage.book(cookie, { for: { name: 'Odile Vasseur', phone: '03 26 11 22 33' } })
    const { body } = await stage.close()
    expect(body.bookings).toMatchObject([{ id: booked.body.id, outcome: 'proposed' }])
    for (const q of ['Vasseur', '0326112233', '03 26 11 22 33']) {
      const found = await stage.api.call('POST', `/sites/${NEAR.id}/bookings/search`, { body: { q }, cookie })
      expect(found.body.bookings).toMatchObject([{ id: body.bookings[0].proposal.id, holderName: 'Odile Vasseur' }])
    }
  })

  it('has as much room for a room, and keeps the rules of its own space', async () => {
    const smaller = lentFloor('petite', 1)
    const late = { ...lentFloor('tardive', 4), limits: { ...lentFloor('x', 1).limits, noticeMinutes: 10_000 } }
    const stage = await aClosureStage(engine, { here, near: [smaller, late] })
    const { cookie } = await stage.somebody()
    await stage.book(cookie, { use: 'room' })
    const { body } = await stage.close()
    expect(body.bookings).toMatchObject([{ outcome: 'cancelled' }])
  })

  it('is not looked for where nobody has answered yet: what is held is cancelled', async () => {
    const stage = await aClosureStage(engine, { here: [...here, lentFloor('salle', 4), lentFloor('autre', 4)] })
    const { cookie } = await stage.somebody()
    await stage.book(cookie)
    const first = await stage.close({ spaces: ['bureau'] })
    const { proposal } = first.body.bookings[0]
    const { body } = await stage.close({ spaces: [proposal.space.id], reason: 'Travaux' })
    expect(body.bookings).toMatchObject([{ id: proposal.id, outcome: 'cancelled' }])
    expect((await stage.report(first.body.id)).body.bookings[0].proposal.status).toBe('cancelled')
    expect((await audit(stage.table, aSite().id)).faults).toEqual([])
  })
})

const APPROVED = { approval: { hours: 1 } }
const proposalsOf = async (stage: ClosureStage, cookie: string) =>
  (await stage.mine(cookie)).filter(({ status }: { status: string }) => status === 'offered')
const faultsOf = async ({ table }: ClosureStage) => (await audit(table, aSite().id, NEAR.id)).faults

describe.each(engines)('the rules of an equal place on $name', (engine) => {
  const ONE = { fairUse: { activeBookings: 1 } }

  it('count it in its person’s tally, in the place of what was ended', async () => {
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

  it('judge fair use where it is counted: who has enough elsewhere is proposed nothing there', async () => {
    const stage = await aClosureStage(engine, { here: [lentFloor('a', 1)], near: [{ ...lentFloor('n', 1), ...ONE }] })
    const [one, other] = [await stage.somebody(), await stage.somebody()]
    await stage.book(one.cookie, { site: NEAR.id, space: 'n', date: '2026-12-01' })
    await stage.book(one.cookie, { space: 'a' })
    await stage.book(other.cookie, { space: 'a', date: '2026-11-25' })
    await stage.close({ to: '2026-11-25' })
    expect(await proposalsOf(stage, one.cookie)).toEqual([])
    expect(await proposalsOf(stage, other.cookie)).toMatchObject([{ space: { id: 'n' } }])
    expect(await faultsOf(stage)).toEqual([])
  })

  it('skip what another lender would have to approve', async () => {
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

  it('see through a hold that has lapsed', async () => {
    const stage = await aClosureStage(engine, { here: [lentFloor('a', 1), { ...lentFloor('b', 1), ...APPROVED }] })
    const [one, other] = [await stage.somebody(), await stage.somebody()]
    expect((await stage.book(other.cookie, { space: 'b' })).body.status).toBe('requested')
    await stage.book(one.cookie, { space: 'a' })
    stage.api.clock.now = MONDAY_EVENING
    await stage.close({ spaces: ['a'] })
    expect(await proposalsOf(stage, one.cookie)).toMatchObject([{ space: { id: 'b' } }])
    expect(await faultsOf(stage)).toEqual([])
  })
})
