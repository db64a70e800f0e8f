import { beforeAll, describe, expect, it } from 'vitest'
import type { SpaceId } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aBookingBody, aKey, anApi, untilDecided } from '../support/api.ts'
import { aSite, aSpace } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { toldBy } from '../support/told.ts'
import { readWaitlistEntryOn, waitOn } from '../support/waitlist.ts'
import { aWorkshopRoom, aWorkshopStage, type WorkshopStage } from '../support/workshops.ts'

const SPACES = [
  aSpace({ capacity: 1 }),
  aSpace({ id: 'etage' as SpaceId, capacity: 4, uses: ['room'], parts: [], overlappingSpaces: [] }),
  aWorkshopRoom({ uses: ['room'] }),
  aSpace({ id: 'sur-demande' as SpaceId, uses: ['room'], approval: { hours: 48 } }),
]

let weeks = 0
/** A day that nobody else uses. */
const aDay = () =>
  new Date(Date.UTC(2026, 10, 24 + weeks++ + Math.floor(weeks / 6))).toISOString().slice(0, 10)

describe.each(engines)('a wait for what its holder books on $name', (engine) => {
  let stage: WorkshopStage
  const book = (cookie: string, changes: object) =>
    stage.api.call('POST', '/bookings', { body: aBookingBody({ ...changes }), headers: aKey(), cookie })
  const waitFor = async (cookie: string, changes: Record<string, unknown>) => {
    stage.api.clock.now = addMinutes(stage.api.clock.now, 0.01)
    return (await waitOn(stage.api, cookie, { minutes: 240, ...changes })).body
  }
  const entryOf = (cookie: string, id: string) => readWaitlistEntryOn(stage.api, cookie, id)
  /** The desk is taken, and somebody waits for any place that morning. */
  const aWait = async (changes: Record<string, unknown> = {}) => {
    const day = aDay()
    const [rival, cookie] = [await stage.somebody('Dominique'), await stage.somebody('Camille')]
    const taken = (await book(rival, { date: day })).body
    const wait = await waitFor(cookie, { date: day, ...changes })
    expect(wait.status).toBe('waiting')
    return { day, cookie, wait, free: () => stage.leave(taken.id, rival) }
  }
  const ROOM = { space: 'etage', use: 'room' }

  beforeAll(async () => {
    weeks = 0
    stage = await aWorkshopStage(engine, SPACES)
  })

  it('ends, nothing more is offered, and the message says so', async () => {
    const { day, cookie, wait, free } = await aWait()
    let id = ''
    const told = await toldBy(stage, async () => {
      id = (await book(cookie, { date: day, ...ROOM })).body.id
    })
    expect(told.map(({ text }) => text.includes('Vous n’êtes plus sur la liste d’attente'))).toEqual([true])
    expect(await entryOf(cookie, wait.id)).toMatchObject({ status: 'accepted', booking: id })
    await stage.leave(id, cookie)
    await free()
    expect(await entryOf(cookie, wait.id)).toMatchObject({ status: 'cancelled', booking: id })
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('ends at the counter too, for the person who is served alone', async () => {
    const [day, phone] = [aDay(), '03 26 81 30 90']
    const agent = (await stage.withRole('agent')).cookie
    await book(await stage.somebody(), { date: day })
    const asked = { date: day, for: { name: 'Jeanne', phone } }
    const wait = await waitFor(agent, asked)
    expect(wait.status).toBe('waiting')
    const other = await book(agent, {
      date: day,
      ...ROOM,
      start: '08:00',
      end: '09:00',
      for: { name: 'Luc' },
    })
    expect(other.status).toBe(201)
    expect(await entryOf(agent, wait.id)).toMatchObject({ status: 'waiting' })
    await stage.leave(other.body.id, agent)
    const people = await stage.api.call('POST', `/sites/${aSite().id}/people/search`, {
      ...{ body: { phone }, cookie: agent },
    })
    const known = { holder: people.body.people[0].holder }
    const booked = await book(agent, { date: day, ...ROOM, for: known })
    expect(await entryOf(agent, wait.id)).toMatchObject({ status: 'accepted', booking: booked.body.id })
  })

  it('goes on where the booking is shorter, at another time, or in another space than was asked for', async () => {
    const short = await aWait()
    await book(short.cookie, { date: short.day, ...ROOM, end: '11:00' })
    expect(await entryOf(short.cookie, short.wait.id)).toMatchObject({ status: 'waiting' })
    const there = await aWait({ space: 'bureau' })
    const booked = (await book(there.cookie, { date: there.day, ...ROOM })).body
    expect(await entryOf(there.cookie, there.wait.id)).toMatchObject({ status: 'waiting' })
    await stage.leave(booked.id, there.cookie)
    await there.free()
    expect(await entryOf(there.cookie, there.wait.id)).toMatchObject({ status: 'offered' })
  })

  it('goes on while a request awaits its answer, and after a no', async () => {
    const { day, cookie, wait, free } = await aWait()
    const asked = (await book(cookie, { date: day, ...ROOM, space: 'sur-demande' })).body
    expect(asked.status).toBe('requested')
    expect(await entryOf(cookie, wait.id)).toMatchObject({ status: 'waiting' })
    await stage.leave(asked.id, cookie)
    await free()
    expect(await entryOf(cookie, wait.id)).toMatchObject({ status: 'offered' })
  })

  it('goes on when a series that begins with that time is refused as a whole', async () => {
    const { day, cookie, wait, free } = await aWait()
    const rival = await stage.somebody('Dominique')
    const { bookings } = stage.api.deps
    let isLost = false
    const racing = anApi(stage.table, {
      bookings: {
        ...bookings,
        addBooking: async (booking, ...others) => {
          if (booking.date !== day && !isLost)
            isLost = (await book(rival, { date: booking.date, ...ROOM })).status === 201
          return bookings.addBooking(booking, ...others)
        },
      },
    })
    const { date: _, ...time } = aBookingBody(ROOM)
    const body = { ...time, from: day, rule: 'FREQ=DAILY;INTERVAL=28;COUNT=2', mode: 'all' }
    const series = await racing.call('POST', '/series', { body, headers: aKey(), cookie })
    expect([isLost, series.body.code]).toEqual([true, 'series-refused'])
    await free()
    expect(await entryOf(cookie, wait.id)).toMatchObject({ status: 'offered' })
  })

  it('ends with a yes to a request, and the message says so', async () => {
    const { day, cookie, wait } = await aWait()
    const asked = (await book(cookie, { date: day, ...ROOM, space: 'sur-demande' })).body
    const agent = (await stage.withRole('manager')).cookie
    const told = await toldBy(stage, async () => {
      const answer = { body: { approved: true }, cookie: agent }
      const approved = await stage.api.call('PUT', `/bookings/${asked.id}/approval`, answer)
      expect(approved.body.status).toBe('confirmed')
    })
    expect(await entryOf(cookie, wait.id)).toMatchObject({ status: 'accepted', booking: asked.id })
    expect(told.map(({ text }) => text.includes('Vous n’êtes plus sur la liste d’attente'))).toEqual([true])
    await stage.leave(asked.id, cookie)
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('ends with any seat of its workshop, also for a couple that takes the only one left', async () => {
    const id = (await stage.plan({ date: aDay(), seats: 2 })).body.id as string
    const pair = await stage.somebody('Jeanne')
    const first = (await stage.signUp(id, await stage.somebody())).body
    const two = { body: { places: 2 }, headers: aKey(), cookie: pair }
    expect((await stage.api.call('POST', `/workshops/${id}/waits`, two)).body).toMatchObject({ waiting: 1 })
    expect((await stage.signUp(id, pair)).status).toBe(201)
    expect((await stage.read(id, pair)).body).toMatchObject({ waiting: 0, mine: { status: 'confirmed' } })
    expect(first.status).toBe('confirmed')
  })

  it('ends with a seat also while its entry has yet to follow the workshop to another day', async () => {
    const id = (await stage.plan({ date: aDay(), seats: 2 })).body.id as string
    const pair = await stage.somebody('Jeanne')
    await stage.signUp(id, await stage.somebody())
    const two = { body: { places: 2 }, headers: aKey(), cookie: pair }
    expect((await stage.api.call('POST', `/workshops/${id}/waits`, two)).body).toMatchObject({ waiting: 1 })
    const { waitlist } = stage.api.deps
    const interrupted = anApi(stage.table, { waitlist: { ...waitlist, follow: async () => undefined } })
    const moved = { body: { date: aDay() }, cookie: stage.mediator.cookie }
    expect((await interrupted.call('PATCH', `/workshops/${id}`, moved)).status).toBe(200)
    expect((await stage.signUp(id, pair)).status).toBe(201)
    expect((await stage.read(id, pair)).body).toMatchObject({ waiting: 0, mine: { status: 'confirmed' } })
  })

  it('ends once, when a place is freed for them at the same moment', async () => {
    for (let round = 0; round < 4; round++) {
      const { day, cookie, wait, free } = await aWait()
      const [booked] = await Promise.all([
        untilDecided(() => book(cookie, { date: day, ...ROOM })),
        untilDecided(free),
      ])
      const entry = await entryOf(cookie, wait.id)
      const isBooked = booked.status === 201
      expect([entry.status, booked.body.code]).toEqual(
        isBooked ? ['accepted', undefined] : ['offered', 'holder-busy'],
      )
      if (isBooked) expect(entry.booking).toBe(booked.body.id)
    }
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })
})
