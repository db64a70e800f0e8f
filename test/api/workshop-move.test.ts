import { beforeAll, describe, expect, it } from 'vitest'
import { endDue } from '../../functions/jobs/end-due/end-due.ts'
import { editWorkshop } from '../../functions/use-cases/edit-workshop.ts'
import type { SpaceId } from '../../shared/domain/ids.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aBookingBody, aKey, untilDecided } from '../support/api.ts'
import { anOpening, aSite, aSpace, range, time } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { roundsOf } from '../support/scope.ts'
import { holderIn } from '../support/waitlist-entry.ts'
import { aWorkshopRoom, aWorkshopStage, type WorkshopStage } from '../support/workshops.ts'

let days = 0
const ROUNDS = roundsOf(4)
const aDay = () => new Date(Date.UTC(2026, 11, 1 + 7 * days++)).toISOString().slice(0, 10)

const opening = anOpening({ basis: 'fixed', window: range('08:00-20:00'), onHolidays: true })
const limits = { noticeMinutes: 0, horizonDays: 400, shortestQuarters: 1, longestQuarters: 48 }

describe.each(engines)('a workshop that moves on $name', (engine) => {
  let stage: WorkshopStage
  let agent = ''
  const site = aSite().id
  const planned = async (changes: object = {}) => (await stage.plan({ date: aDay(), ...changes })).body
  const edit = (id: string, body: object, cookie = stage.mediator.cookie) =>
    untilDecided(() => stage.api.call('PATCH', `/workshops/${id}`, { body, cookie }))
  const seatFor = async (id: string, name: string, cookie = agent) =>
    (
      await stage.api.call('POST', `/workshops/${id}/seats`, {
        body: { for: { name } },
        headers: aKey(),
        cookie,
      })
    ).body
  const seatOf = async (id: string, cookie: string) => (await stage.signUp(id, cookie)).body
  const callsOf = async (name: string) => {
    const { body } = await stage.api.call('GET', `/sites/${site}/calls`, { cookie: agent })
    return body.calls.filter(({ holderName }: { holderName: string }) => holderName === name)
  }
  const bookingOf = async (id: string, cookie: string) =>
    (await stage.api.call('GET', `/bookings/${id}`, { cookie })).body
  const desk = (date: string, cookie: string, changes: object = {}) =>
    stage.api.call('POST', '/bookings', { body: aBookingBody({ date, ...changes }), headers: aKey(), cookie })
  const listed = async () =>
    (await stage.api.call('GET', `/workshops?site=${site}`)).body.workshops.map(
      ({ id }: { id: string }) => id,
    )
  const isInOrder = async () => expect((await reconcile(stage.table, site)).faults).toEqual([])

  beforeAll(async () => {
    days = 0
    const small = aWorkshopRoom({ id: 'petite' as SpaceId, name: 'Petite salle', capacity: 3, limits })
    const bureau = aSpace({ openings: [opening], limits })
    stage = await aWorkshopStage(engine, [aWorkshopRoom(), small, bureau])
    agent = (await stage.withRole('agent', 'Odile')).cookie
  })

  it('takes its people, its waitlist with the ranks and its room along, and frees where it was', async () => {
    const workshop = await planned({ seats: 2 })
    const { id, date } = workshop
    const [camille, ines, leo] = [await stage.somebody(), await stage.somebody(), await stage.somebody()]
    const seat = await seatOf(id, camille)
    await seatFor(id, 'Lucienne')
    for (const cookie of [ines, leo]) await stage.wait(id, cookie)
    const other = aDay()
    const { status, body } = await edit(id, { date: other, start: '14:00', end: '15:30' })
    expect([status, body.date, body.start, body.end, body.seatsLeft, body.waiting]).toEqual([
      ...[200, other, '14:00', '15:30', 0, 2],
    ])
    expect(await bookingOf(seat.id, camille)).toMatchObject({
      date: other,
      start: '14:00',
      status: 'confirmed',
    })
    expect([(await stage.read(id, ines)).body.mine, (await stage.read(id, leo)).body.mine]).toMatchObject([
      { rank: 1 },
      { rank: 2 },
    ])
    expect(await callsOf('Lucienne')).toMatchObject([{ news: 'moved', date: other, start: '14:00' }])
    expect((await listed()).filter((each: string) => each === id)).toHaveLength(1)
    // The former room, and the former hour of its people, are free; the next seat goes to who waits.
    expect((await stage.plan({ date })).status).toBe(201)
    expect((await desk(date, camille, { start: '10:00', end: '12:00' })).status).toBe(201)
    await stage.leave(seat.id, camille)
    expect((await stage.read(id, ines)).body.mine).toMatchObject({ status: 'offered' })
    await isInOrder()
  })

  it('shifts by an hour over itself, and goes to another room at the same time', async () => {
    const { id } = await planned({ seats: 3 })
    const camille = await stage.somebody()
    const seat = await seatOf(id, camille)
    await seatFor(id, 'Germaine')
    expect((await edit(id, { start: '11:00', end: '13:00' })).body.start).toBe('11:00')
    const { body } = await edit(id, { space: 'petite' })
    expect([body.space.name, body.start]).toEqual(['Petite salle', '11:00'])
    expect((await bookingOf(seat.id, camille)).start).toBe('11:00')
    expect(await callsOf('Germaine')).toHaveLength(1)
    expect((await edit(id, { seats: 4 })).body).toMatchObject({ code: 'too-many-places', capacity: 3 })
    await isInOrder()
  })

  it('loses nobody who leaves the waitlist, or asks for two, while it moves', async () => {
    const workshop = await planned({ seats: 2 })
    const { id } = workshop
    for (const name of ['Lucienne', 'Marthe']) await seatFor(id, name)
    const ines = await stage.somebody()
    await stage.wait(id, ines)
    const { waitlist } = stage.api.deps
    const [read] = (await waitlist.readWaitlist({ site, date: workshop.date, workshop: id as never }, 9))
      .waits
    if (!read) throw new Error('somebody waits')
    expect((await edit(id, { date: aDay(), start: '14:00', end: '15:00' })).status).toBe(200)
    expect([await waitlist.leave(read), await waitlist.changeParty(read, { places: 2 })]).toEqual([
      ...['changed', 'changed'],
    ])
    expect((await stage.read(id, ines)).body).toMatchObject({ waiting: 1, mine: { rank: 1, places: 1 } })
    await stage.api.call('DELETE', `/workshops/${id}/waits`, { cookie: ines })
    expect((await stage.read(id, ines)).body.waiting).toBe(0)
  })

  it('ends its seats where they are, when it is cancelled while it moves', async () => {
    const { id } = await planned({ seats: 2 })
    const { workshops, now } = stage.api.deps
    const read = (await workshops.findWorkshop(id as never))?.workshop
    if (!read) throw new Error('it is planned')
    await edit(id, { date: aDay() })
    const done = { by: read.mediator, action: 'plan-workshops', at: now() } as const
    expect(await workshops.cancelWorkshop(read, undefined, done)).toBe('changed')
    expect((await stage.read(id)).body.status).toBe('planned')
    const camille = await stage.somebody()
    const seat = await seatOf(id, camille)
    const moving = edit(id, { date: aDay() })
    const [, cancelled] = await Promise.all([moving, untilDecided(() => stage.cancel(id, 'Panne'))])
    expect(cancelled.status).toBe(200)
    expect((await bookingOf(seat.id, camille)).status).toBe('cancelled')
    expect(await listed()).not.toContain(id)
    await isInOrder()
  })

  it('tells people who wait without e-mail, once for two changes', async () => {
    const { id } = await planned({ seats: 1 })
    await seatFor(id, 'Paulette')
    const waiting = { body: { for: { name: 'Yvette' } }, headers: aKey(), cookie: agent }
    await stage.api.call('POST', `/workshops/${id}/waits`, waiting)
    const day = aDay()
    await edit(id, { title: 'Mes photos' })
    await edit(id, { date: day })
    expect(await callsOf('Yvette')).toMatchObject([
      { news: 'workshop-changed', title: 'Mes photos', date: day, start: '10:00' },
    ])
    const [{ id: call, version }] = await callsOf('Yvette')
    const path = `/sites/${site}/calls/${call}`
    expect((await stage.api.call('PUT', path, { body: { version }, cookie: agent })).status).toBe(200)
  })

  it('asks before somebody loses their seat to what they have then, and says so to them', async () => {
    const [{ id, date }, day] = [await planned({ seats: 2 }), aDay()]
    const [camille, ines] = [await stage.somebody(), await stage.somebody()]
    const seats = [await seatOf(id, camille), await seatOf(id, ines)]
    await desk(day, camille, { start: '08:00', end: '11:00' })
    const before = await scanAll(stage.table)
    expect((await edit(id, { date: day })).body).toMatchObject({ code: 'people-busy', people: 1 })
    expect(await scanAll(stage.table)).toBe(before)
    expect((await stage.read(id)).body.date).toBe(date)
    const { body } = await edit(id, { date: day, releaseBusy: true })
    expect([body.date, body.seatsLeft]).toEqual([day, 1])
    expect(await bookingOf(seats[0].id, camille)).toMatchObject({
      status: 'cancelled',
      cause: 'workshop-moved',
    })
    expect(await bookingOf(seats[1].id, ines)).toMatchObject({ status: 'confirmed', date: day })
    await isInOrder()
  })

  it('passes to a colleague in the same act, and frees both days of who led it', async () => {
    const { id, date } = await planned()
    const karim = await stage.withRole('mediator', 'Karim')
    const day = aDay()
    expect((await edit(id, { date: day, mediators: [karim.holder] })).body.mediatorName).toBe('Karim')
    expect((await stage.plan({ date, space: 'petite', seats: 3 })).status).toBe(201)
    expect((await stage.plan({ date: day, space: 'petite', seats: 3 })).status).toBe(201)
    expect((await stage.plan({ date: day, space: 'petite', seats: 3 }, karim.cookie)).body.code).toBe(
      'holder-busy',
    )
    await isInOrder()
  })

  it('gives the room that it leaves to who waits for it, before anybody else', async () => {
    const bodies = { date: aDay(), space: 'petite', seats: 3 }
    const { id } = await planned(bodies)
    const ines = await stage.somebody()
    const wait = { ...bodies, seats: undefined, from: '10:00', to: '12:00', minutes: 120, use: 'desk', site }
    const { status, body } = await stage.api.call('POST', '/waits', {
      body: wait,
      headers: aKey(),
      cookie: ines,
    })
    expect([status, body.code]).toEqual([201, undefined])
    expect((await edit(id, { date: aDay() })).status).toBe(200)
    const { body: found } = await stage.api.call('GET', `/waits/${body.id}`, { cookie: ines })
    expect(found.status).toBe('offered')
    await isInOrder()
  })

  it('takes a dozen people and four who wait to another day, none of them with an e-mail', async () => {
    const { id } = await planned({ seats: 12 })
    for (let nth = 0; nth < 12; nth++) await seatFor(id, `Personne ${nth}`)
    for (let nth = 0; nth < 4; nth++) {
      const waiting = { body: { for: { name: `Attente ${nth}` } }, headers: aKey(), cookie: agent }
      await stage.api.call('POST', `/workshops/${id}/waits`, waiting)
    }
    const day = aDay()
    const { body } = await edit(id, { date: day, start: '14:00', end: '15:00' })
    expect([body.code, body.date, body.seatsLeft, body.waiting]).toEqual([undefined, day, 0, 4])
    for (const nth of [0, 11])
      expect(await callsOf(`Personne ${nth}`)).toMatchObject([{ date: day, start: '14:00' }])
    for (const nth of [0, 3])
      expect(await callsOf(`Attente ${nth}`)).toMatchObject([{ news: 'workshop-changed', date: day }])
    for (let nth = 4; nth < 12; nth++) {
      const waiting = { body: { for: { name: `Attente ${nth}` } }, headers: aKey(), cookie: agent }
      await stage.api.call('POST', `/workshops/${id}/waits`, waiting)
    }
    const before = await scanAll(stage.table)
    expect((await edit(id, { date: aDay() })).body.code).toBe('too-many-people')
    expect(await scanAll(stage.table)).toBe(before)
    await isInOrder()
  })

  it('takes who waits along by itself, when the run that moves it stops halfway', async () => {
    const { id, date } = await planned({ seats: 1, newcomersFirst: true })
    const [camille, ines] = [await stage.somebody(), await stage.somebody()]
    const seat = await seatOf(id, camille)
    await stage.wait(id, ines)
    const day = aDay()
    const { deps } = stage.api
    const stopping = {
      ...deps,
      waitlist: { ...deps.waitlist, follow: () => Promise.reject(new Error('off')) },
    }
    const by = { id: stage.mediator.holder, secondFactor: true }
    const command = { id, by, edit: { date: day, start: time('14:00'), end: time('15:00') } }
    await expect(editWorkshop(command as never, stopping as never)).rejects.toThrow('off')
    const listedOn = (on: string) => deps.waitlist.listEntriesOn(holderIn(ines), on as never)
    expect([(await stage.read(id, ines)).body.mine.rank, await listedOn(day)]).toEqual([1, []])
    expect(await listedOn(date)).toHaveLength(1)
    expect((await endDue(deps)).failed).toBe(0)
    expect(await listedOn(day)).toMatchObject([{ start: time('14:00'), quarters: 4, status: 'waiting' }])
    await stage.leave(seat.id, camille)
    const { mine } = (await stage.read(id, ines)).body
    expect([mine.status, mine.start]).toEqual(['offered', '14:00'])
    await isInOrder()
  })

  it('loses nobody of a full one, nor of its waitlist, while some cancel as it moves', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { id } = await planned({ seats: 6 })
      const people = await Promise.all(Array.from({ length: 10 }, () => stage.somebody()))
      const seats: { id: string }[] = []
      for (const cookie of people.slice(0, 6)) seats.push(await seatOf(id, cookie))
      for (const cookie of people.slice(6)) await stage.wait(id, cookie)
      const day = aDay()
      const moving = edit(id, { date: day, start: '14:00', end: '15:00' })
      const leaving = [0, 3].map((nth) =>
        untilDecided(() => stage.leave(seats[nth]?.id ?? '', people[nth] ?? '')),
      )
      const all = await Promise.all([moving, ...leaving])
      expect(all.map(({ status }) => status)).toEqual([200, 200, 200])
      const mine = await Promise.all(people.map(async (cookie) => (await stage.read(id, cookie)).body.mine))
      expect(mine.map((each) => each?.status)).toEqual([
        ...[undefined, 'confirmed', 'confirmed', undefined, 'confirmed', 'confirmed'],
        ...['offered', 'offered', 'waiting', 'waiting'],
      ])
      expect(mine.filter((each) => each?.start).map(({ start }) => start)).toEqual(Array(6).fill('14:00'))
      expect(mine.slice(8).map(({ rank }) => rank)).toEqual([1, 2])
      await isInOrder()
    }
  })

  it.each([
    ['to a time that ended before it began', { end: '09:00' }, 'ends-too-soon'],
    ['into the past', { date: '2026-11-02' }, 'past'],
    ['beyond what staff plan', { date: '2029-11-02' }, 'beyond-horizon'],
    ['to an hour that is not lent', { start: '19:00', end: '21:00' }, 'outside-opening'],
    ['longer than a workshop', { start: '08:00', end: '19:00' }, 'too-long'],
    ['to a room that is not there', { space: 'nulle-part' }, 'not-found'],
    ['to a room without workshops', { space: 'bureau' }, 'no-workshops'],
    ['to no day of the calendar', { date: '2026-02-30' }, 'invalid'],
    ['off the quarter of an hour', { start: '10:10' }, 'invalid'],
    ['with nothing but an answer', { releaseBusy: false }, 'invalid'],
  ])('is not moved %s', async (_, body, code) => {
    const { id } = await planned({ seats: 1 })
    const before = await scanAll(stage.table)
    expect((await edit(id, body)).body.code).toBe(code)
    expect(await scanAll(stage.table)).toBe(before)
  })

  it('is refused where another workshop or a closure has the room, or its mediator is elsewhere', async () => {
    const day = aDay()
    const karim = await stage.withRole('mediator', 'Karim')
    await stage.plan({ date: day }, karim.cookie)
    const { id } = await planned()
    expect((await edit(id, { date: day })).body.code).toBe('taken')
    await stage.plan({ date: day, start: '14:00', end: '16:00' })
    expect(
      (await edit(id, { date: day, start: '15:00', end: '17:00', space: 'petite', seats: 3 })).body.code,
    ).toBe('holder-busy')
  })

  it('gives each seat once, and loses none, while people sign up, leave and wait', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [{ id }, one, two] = [await planned({ seats: 4 }), aDay(), aDay()]
      const people = await Promise.all(Array.from({ length: 8 }, () => stage.somebody()))
      const early = await Promise.all(people.slice(0, 2).map((cookie) => seatOf(id, cookie)))
      const taking = people.slice(2).map(async (cookie) => {
        const headers = aKey()
        const taken = await untilDecided(() => stage.signUp(id, cookie, headers))
        if (taken.status !== 201) await untilDecided(() => stage.wait(id, cookie))
        return taken
      })
      const leaving = untilDecided(() => stage.leave(early[0].id, people[0] ?? ''))
      const moving = [{ date: one }, { date: two, start: '14:00', end: '16:00' }].map((to) => edit(id, to))
      const moved = await Promise.all([...moving, leaving, ...taking])
      expect(moved.map(({ status }) => status).filter((status) => status >= 500)).toEqual([])
      const { body } = await stage.read(id)
      const [from, to] = ['2026-11-01', '2028-12-31'] as never[]
      const all = await stage.api.deps.bookings.listSiteBookings(site, from as never, to as never)
      const seats = all.filter(({ workshop, space }) => workshop === id && (space as string) === id)
      expect(seats.every((each) => each.date === body.date)).toBe(true)
      expect(seats.length).toBe(body.seats - body.seatsLeft)
      expect(seats.length).toBe(4)
      const mine = await Promise.all(
        people.slice(1).map(async (cookie) => (await stage.read(id, cookie)).body.mine),
      )
      expect(mine.every((each) => each !== undefined)).toBe(true)
      await isInOrder()
    }
  })
})
