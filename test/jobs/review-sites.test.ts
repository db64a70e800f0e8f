import { beforeEach, describe, expect, it } from 'vitest'
import { checkSites, lentSites, reviewDue } from '../../functions/jobs/review-sites/review-sites.ts'
import { reviewSite } from '../../functions/use-cases/review-site.ts'
import type { CounterHours } from '../../shared/domain/counter-hours.ts'
import type { WorkshopId } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { directoryStore } from '../../shared/store/directory-store.ts'
import { networkStore } from '../../shared/store/network-store.ts'
import { quietly } from '../proof/house.ts'
import { reconcile } from '../proof/reconcile.ts'
import { AFTERNOONS, aBooking, anOpening, aSite, aWorkshop, date, NOW } from '../support/builders.ts'
import { aClosureStage, type ClosureStage, lentFloor, NEAR } from '../support/closures.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { seed } from '../support/seed.ts'
import { readWaitlistEntryOn, waitOn } from '../support/waitlist.ts'

const idle = (id: string, capacity: number) => ({ ...lentFloor(id, capacity), openings: [anOpening()] })
/** The counter is open from 10:00 on: of the mornings, two hours stay idle. */
const LATE_MORNINGS: CounterHours = {
  ...AFTERNOONS,
  weekly: [...Array.from({ length: 5 }, () => [[600, 1080] as const]), [], []],
}

describe.each(engines)('a review on $name', (engine) => {
  let stage: ClosureStage
  let cookie: string
  beforeEach(async () => {
    stage = await aClosureStage(engine, { here: [idle('bureau', 2)], near: [lentFloor('pres', 1)] })
    cookie = (await stage.somebody()).cookie
  })
  const changeHours = (counter: CounterHours) =>
    networkStore(stage.table).writeItems({ sites: [], hours: new Map([[aSite().id, counter]]) }, () => {})
  const review = () => reviewSite(aSite().id, stage.api.deps)
  const faults = async () => (await reconcile(stage.table, aSite().id, NEAR.id)).faults

  it('replaces or cancels bookings outside opening hours, and keeps the others', async () => {
    const { body: early } = await stage.book(cookie, { end: '10:00' })
    const { body: moved } = await stage.book(cookie, { start: '10:00' })
    const rival = await stage.somebody()
    const { body: lost } = await stage.book(rival.cookie, { start: '11:00' })
    await changeHours(LATE_MORNINGS)
    expect((await review()).outside.map(({ id }) => id).sort()).toEqual([moved.id, lost.id].sort())
    expect((await stage.read(cookie, early.id)).status).toBe('confirmed')
    const ended = [await stage.read(cookie, moved.id), await stage.read(rival.cookie, lost.id)]
    expect(ended).toMatchObject([
      { status: 'cancelled', cause: 'hours-changed' },
      { status: 'cancelled', cause: 'hours-changed' },
    ])
    const offered = [...(await stage.mine(cookie)), ...(await stage.mine(rival.cookie))].filter(
      ({ status }) => status === 'offered',
    )
    expect(offered).toMatchObject([{ site: { name: 'Orbais' }, date: '2026-11-24', end: '12:00' }])
    expect((await review()).outside).toEqual([])
    expect(await faults()).toEqual([])
  })

  it('ends nothing on a day whose hours have become unknown', async () => {
    const { body } = await stage.book(cookie)
    await changeHours({ ...AFTERNOONS, knownUntil: date('2026-11-23') })
    expect((await review()).outside).toEqual([])
    expect((await stage.read(cookie, body.id)).status).toBe('confirmed')
  })

  it('lists without changing anything when it only checks', async () => {
    const { body } = await stage.book(cookie)
    await changeHours(LATE_MORNINGS)
    const before = await scanAll(stage.table)
    const found = await checkSites(await lentSites(stage.api.deps), stage.api.deps)
    expect(found.flatMap(({ outside }) => outside.map(({ id }) => id))).toEqual([body.id])
    expect(await scanAll(stage.table)).toEqual(before)
  })

  it('leaves started bookings, and finishes an interrupted closure', async () => {
    const begun = await stage.book(cookie, { date: '2026-11-21', start: '10:00', end: '14:00' })
    const { body: closed } = await stage.book(cookie)
    await reviewDue(stage.api.deps)
    const { closeDay } = stage.api.deps.closures
    stage.api.deps.closures.closeDay = () => Promise.reject(new Error('stopped'))
    const { error } = console
    console.error = () => {}
    expect((await stage.close()).status).toBe(500)
    console.error = error
    stage.api.deps.closures.closeDay = closeDay
    stage.api.clock.now = (NOW + 3_600_000) as typeof NOW
    await changeHours({ ...AFTERNOONS, weekly: Array.from({ length: 7 }, () => [[480, 1200] as const]) })
    expect(await reviewDue(stage.api.deps)).toEqual({ sites: 1 })
    expect((await stage.read(cookie, begun.body.id)).status).toBe('confirmed')
    expect((await stage.read(cookie, closed.id)).status).toBe('cancelled')
    const [closure] = await stage.list()
    expect((await stage.report(closure.id)).body.state).toBe('closed')
    expect(await faults()).toEqual([])
  })

  it('offers newly open time to people who wait', async () => {
    await changeHours(LATE_MORNINGS)
    const { holder } = await stage.somebody()
    const wait = {
      ...{ id: 'w'.repeat(20), holder, sites: [aSite().id], date: date('2026-11-24'), start: 40, end: 48 },
      ...{ quarters: 8, use: 'desk', places: 1, channel: 'web', askedAt: NOW, ticket: 0, status: 'waiting' },
    } as const
    await stage.api.deps.waitlist.addEntry({ wait, requestHash: '-' } as never)
    await review()
    expect((await stage.api.deps.waitlist.findEntry(wait.id as never))?.status).toBe('waiting')
    await changeHours(AFTERNOONS)
    await review()
    expect((await stage.api.deps.waitlist.findEntry(wait.id as never))?.status).toBe('offered')
  })

  it('lists no more what is lent no longer', async () => {
    const { table, api } = stage
    const spaces = [{ ...lentFloor('bureau', 2), openings: [anOpening({ until: date('2026-11-30') })] }]
    await api.deps.sites.lendSpaces(aSite().id, spaces)
    await changeHours(AFTERNOONS)
    const listed = async () =>
      (await directoryStore(table).readDirectory({ consistent: true })).find(({ id }) => id === aSite().id)
    await reviewDue(api.deps)
    expect((await listed())?.spaces).toHaveLength(1)
    api.clock.now = addMinutes(NOW, 14 * 24 * 60)
    expect(await reviewDue(api.deps)).toEqual({ sites: 1 })
    expect((await listed())?.spaces).toEqual([])
  })

  it('looks at no site again before something has changed', async () => {
    const { deps } = stage.api
    await reviewDue(deps)
    await stage.book(cookie)
    expect(await reviewDue(deps)).toEqual({ sites: 0 })
    await changeHours(LATE_MORNINGS)
    expect(await reviewDue(deps)).toEqual({ sites: 1 })
    expect(await reviewDue(deps)).toEqual({ sites: 0 })
  })

  it('leaves due what it has no time for, and says so', async () => {
    const { deps } = stage.api
    await deps.reviews.reviewFrom(NEAR.id)
    await changeHours(LATE_MORNINGS)
    // Time runs as it is looked at: there is enough to look at two sites, and to deal with one.
    const times = [1_000_000, 900_000, 900_000, 500_000, 10_000]
    const hurried = { getRemainingTimeInMillis: () => times.shift() ?? 0 }
    await expect(quietly(() => reviewDue(deps, hurried))).rejects.toThrow('no time was left to review')
    expect(await reviewDue(deps)).toEqual({ sites: 1 })
  })

  it('comes again when something changes during the review', async () => {
    const { deps } = stage.api
    await reviewDue(deps)
    await changeHours(LATE_MORNINGS)
    const waitlist = {
      ...deps.waitlist,
      listDates: async (...of: Parameters<typeof deps.waitlist.listDates>) => {
        await changeHours(AFTERNOONS)
        return deps.waitlist.listDates(...of)
      },
    }
    expect(await reviewDue({ ...deps, waitlist })).toEqual({ sites: 1 })
    expect(await reviewDue(deps)).toEqual({ sites: 1 })
    expect(await reviewDue(deps)).toEqual({ sites: 0 })
  })

  it('offers each night what is free to who was passed over, as long as somebody waits', async () => {
    const { table, api } = stage
    const space = { ...idle('bureau', 1), fairUse: { activeBookings: 1 } }
    await seed(table, aSite(), [space])
    await reviewDue(api.deps)
    const other = (await stage.book(cookie, { date: '2026-11-25' })).body
    const rival = await stage.somebody()
    const taken = (await stage.book(rival.cookie)).body
    const wait = (await waitOn(api, cookie)).body
    expect(wait.status).toBe('waiting')
    const cancel = async (id: string, by: string) =>
      expect((await api.call('DELETE', `/bookings/${id}`, { cookie: by })).status).toBe(200)
    await cancel(taken.id, rival.cookie)
    api.clock.now = addMinutes(NOW, 24 * 60)
    expect(await reviewDue(api.deps)).toEqual({ sites: 1 })
    await cancel(other.id, cookie)
    expect(await readWaitlistEntryOn(api, cookie, wait.id)).toMatchObject({ status: 'waiting' })
    api.clock.now = addMinutes(NOW, 48 * 60)
    expect(await reviewDue(api.deps)).toEqual({ sites: 1 })
    expect(await readWaitlistEntryOn(api, cookie, wait.id)).toMatchObject({ status: 'offered' })
    api.clock.now = addMinutes(NOW, 72 * 60)
    await reviewDue(api.deps)
    api.clock.now = addMinutes(NOW, 96 * 60)
    expect(await reviewDue(api.deps)).toEqual({ sites: 0 })
  })

  it('reviews every other site when one cannot be read, and rings', async () => {
    const { deps } = stage.api
    await networkStore(stage.table).writeItems(
      { sites: [], hours: new Map([[NEAR.id, AFTERNOONS]]) },
      () => {},
    )
    await changeHours(LATE_MORNINGS)
    const sites = {
      ...deps.sites,
      readDay: (...of: Parameters<typeof deps.sites.readDay>) =>
        of[0] === NEAR.id ? Promise.reject(new Error('planted')) : deps.sites.readDay(...of),
    }
    await expect(quietly(() => reviewDue({ ...deps, sites }))).rejects.toThrow('1 sites were not reviewed')
    expect((await deps.reviews.listDue(date('2026-11-30'))).map(({ site }) => site)).toEqual([NEAR.id])
    expect(await reviewDue(deps)).toEqual({ sites: 1 })
  })

  it('ends a workshop with its room', async () => {
    const room = aBooking({ workshop: 'w'.repeat(20) as WorkshopId, ...({ start: 40, end: 48 } as object) })
    const workshop = aWorkshop({ id: room.workshop as WorkshopId, room: room.id })
    await stage.api.deps.workshops.addWorkshop(
      { workshop, bookings: [{ to: room }] } as never,
      'a-hash' as never,
    )
    await changeHours(LATE_MORNINGS)
    await review()
    expect(await stage.api.deps.bookings.findBooking(room.id)).toMatchObject({
      status: 'cancelled',
      cause: 'workshop-cancelled',
    })
  })

  it('ends nothing by itself when so much would end that the hours may be wrong', async () => {
    for (let at = 0; at < 14; at++)
      await stage.book(cookie, { date: `2026-12-${String(at + 1).padStart(2, '0')}` })
    const booked = (await stage.mine(cookie)).filter(
      ({ status }: { status: string }) => status === 'confirmed',
    )
    await changeHours({ ...AFTERNOONS, weekly: Array.from({ length: 7 }, () => [[0, 1440] as const]) })
    const found = await checkSites([aSite().id], stage.api.deps)
    expect(found).toMatchObject([{ active: booked.length, outside: { length: booked.length } }])
    expect(booked.length).toBeGreaterThan(10)
    const before = await scanAll(stage.table)
    await expect(reviewDue(stage.api.deps)).rejects.toThrow('check these')
    expect(await scanAll(stage.table)).toEqual(before)
  })
})
