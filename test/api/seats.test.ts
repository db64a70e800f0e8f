import { beforeAll, describe, expect, it } from 'vitest'
import { instantAt } from '../../shared/domain/instant.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aKey } from '../support/api.ts'
import { aSite, date, NOW, PARIS, time } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { aWorkshopRoom, aWorkshopStage, type WorkshopStage } from '../support/workshops.ts'

let days = 0
/** A working day that no other test uses. */
const aDay = () => new Date(Date.UTC(2026, 11, 1 + 7 * days++)).toISOString().slice(0, 10)

describe.each(engines)('a seat on $name', (engine) => {
  let stage: WorkshopStage
  const planned = async (changes = {}) => (await stage.plan({ date: aDay(), ...changes })).body.id as string
  const full = async (seats = 1) => {
    const id = await planned({ seats })
    const cookies = await Promise.all(Array.from({ length: seats }, () => stage.somebody()))
    const taken = []
    for (const cookie of cookies)
      taken.push({ cookie, booking: (await stage.signUp(id, cookie)).body.id as string })
    return { id, taken }
  }

  beforeAll(async () => {
    stage = await aWorkshopStage(engine, [aWorkshopRoom()])
  })

  it('is a booking of the workshop that names it, and counts until it is cancelled', async () => {
    const [id, cookie] = [await planned(), await stage.somebody('Jeanne')]
    const { status, body } = await stage.signUp(id, cookie)
    expect(status).toBe(201)
    expect(body).toMatchObject({
      status: 'confirmed',
      workshop: id,
      title: 'Premiers pas sur internet',
      space: { name: 'Salle' },
      holderName: 'Jeanne',
      cancellable: true,
    })
    expect((await stage.read(id, cookie)).body).toMatchObject({
      seatsLeft: 5,
      mine: { status: 'confirmed', booking: body.id },
    })
    expect((await stage.read(id)).body.mine).toBeUndefined()
    expect((await stage.leave(body.id, cookie)).body.status).toBe('cancelled')
    expect((await stage.read(id, cookie)).body).toMatchObject({ seatsLeft: 6 })
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('is one per person, whatever the key, and a refusal names the one they have', async () => {
    const [id, cookie, key] = [await planned(), await stage.somebody(), aKey()]
    const { body } = await stage.signUp(id, cookie, key)
    expect((await stage.signUp(id, cookie, key)).body.id).toBe(body.id)
    expect((await stage.signUp(id, cookie)).body).toMatchObject({
      code: 'already-signed-up',
      booking: body.id,
    })
    expect((await stage.wait(id, cookie)).body).toMatchObject({ code: 'already-signed-up', booking: body.id })
    const [other, theirs] = [
      await stage.plan({ date: '2026-12-05' }),
      await stage.withRole('mediator', 'Karim'),
    ]
    expect(other.status).toBe(201)
    expect((await stage.signUp(other.body.id, theirs.cookie)).status).toBe(201)
    expect((await stage.signUp(other.body.id, stage.mediator.cookie)).body.code).toBe('holder-busy')
  })

  it('is no longer waited for once the workshop is cancelled', async () => {
    const { id } = await full()
    const cookie = await stage.somebody()
    await stage.wait(id, cookie)
    const { waits } = (await stage.api.call('GET', '/me/waits', { cookie })).body
    const wait = waits.find(({ status }: { status: string }) => status === 'waiting').id
    await stage.cancel(id)
    const answer = await stage.api.call('DELETE', `/waits/${wait}`, { cookie })
    expect(answer).toMatchObject({ status: 409, body: { code: 'not-waiting', waitStatus: 'ended' } })
  })

  it('of a full workshop is refused with the number who wait; then one waits once, with a rank (7)', async () => {
    const { id } = await full()
    const [one, two] = [await stage.somebody(), await stage.somebody()]
    expect((await stage.signUp(id, one)).body).toMatchObject({
      code: 'taken',
      status: 409,
      waiting: 0,
      rank: 1,
    })
    const first = await stage.wait(id, one)
    expect([first.status, first.body.mine]).toEqual([201, { status: 'waiting', rank: 1, places: 1 }])
    expect((await stage.signUp(id, two)).body).toMatchObject({ code: 'taken', waiting: 1, rank: 2 })
    expect((await stage.wait(id, two)).body).toMatchObject({
      mine: { status: 'waiting', rank: 2 },
      waiting: 2,
    })
    const again = await Promise.all([stage.wait(id, two), stage.wait(id, two)])
    expect(again.map(({ body }) => body.waiting)).toEqual([2, 2])
    const left = await stage.api.call('DELETE', `/workshops/${id}/waits`, { cookie: one })
    expect([left.body.mine, left.body.waiting]).toEqual([undefined, 1])
    expect((await stage.read(id, two)).body.mine).toEqual({ status: 'waiting', rank: 1, places: 1 })
    expect((await stage.wait(id, one)).body.mine).toEqual({ status: 'waiting', rank: 2, places: 1 })
  })

  it('goes to the first person who waits when it is freed, ahead of newcomers', async () => {
    const { id, taken } = await full()
    const [one, two, newcomer] = [await stage.somebody(), await stage.somebody(), await stage.somebody()]
    await stage.wait(id, one)
    await stage.wait(id, two)
    await stage.leave(taken[0]?.booking ?? '', taken[0]?.cookie ?? '')
    expect((await stage.read(id, one)).body.mine).toMatchObject({
      status: 'offered',
      until: '2026-11-21T22:00',
    })
    expect((await stage.read(id, two)).body.mine).toEqual({ status: 'waiting', rank: 1, places: 1 })
    expect((await stage.signUp(id, newcomer)).body).toMatchObject({ code: 'taken', waiting: 1 })
    const { booking } = (await stage.read(id, one)).body.mine
    await stage.leave(booking, one)
    expect((await stage.read(id, two)).body.mine.status).toBe('offered')
  })

  it('is offered at once to a person who starts to wait, when it is free', async () => {
    const [id, cookie] = [await planned(), await stage.somebody()]
    expect((await stage.wait(id, cookie)).body.mine.status).toBe('offered')
  })

  it('needs a name, a workshop that has not started, and its workshop’s own route', async () => {
    const day = aDay()
    const id = await planned({ date: day })
    const nameless = await stage.api.signIn(`nameless-${day}@example.org`, '')
    expect((await stage.signUp(id, nameless)).body.code).toBe('name-missing')
    expect((await stage.signUp('z'.repeat(20), nameless)).body.code).toBe('not-found')
    const cookie = await stage.somebody()
    const body = { site: '09410A', space: id, date: day, start: '10:00', end: '12:00', use: 'desk' }
    const ordinary = await stage.api.call('POST', '/bookings', { body, headers: aKey(), cookie })
    expect(ordinary.body.code).toBe('not-found')
    stage.api.clock.now = instantAt(date(day), time('10:15'), PARIS)
    const late = await stage.somebody()
    expect((await stage.signUp(id, late)).body.code).toBe('past')
    expect((await stage.wait(id, late)).body.code).toBe('past')
    stage.api.clock.now = NOW
  })

  it('stays where it is: people cancel and book another', async () => {
    const [id, cookie] = [await planned(), await stage.somebody()]
    const { body } = await stage.signUp(id, cookie)
    for (const change of [{ start: '14:00', end: '16:00' }, { space: 'salle' }]) {
      const moved = await stage.api.call('PATCH', `/bookings/${body.id}`, { body: change, cookie })
      expect(moved.body.code).toBe('of-workshop')
    }
  })
})

describe.each(engines)('the cancellation of a workshop on $name', (engine) => {
  let stage: WorkshopStage
  beforeAll(async () => {
    stage = await aWorkshopStage(engine, [aWorkshopRoom()])
  })

  const settled = async (id: string) => {
    const { live, faults } = await reconcile(stage.table, aSite().id)
    expect([live.filter(({ workshop }) => workshop === id), faults]).toEqual([[], []])
  }

  it('ends its room, seats and waits, each with the reason, and removes it from lists', async () => {
    const { body } = await stage.plan({ date: '2026-12-01', seats: 2 })
    const [one, two, three] = [await stage.somebody(), await stage.somebody(), await stage.somebody()]
    const seats = [await stage.signUp(body.id, one), await stage.signUp(body.id, two)]
    await stage.wait(body.id, three)
    const answer = await stage.cancel(body.id, 'Sophie est malade.')
    expect(answer.body).toMatchObject({
      status: 'cancelled',
      note: 'Sophie est malade.',
      waiting: 0,
      seatsLeft: 0,
    })
    for (const [at, cookie] of [one, two].entries()) {
      const booking = await stage.api.call('GET', `/bookings/${seats[at]?.body.id}`, { cookie })
      expect(booking.body).toMatchObject({
        status: 'cancelled',
        cause: 'workshop-cancelled',
        note: 'Sophie est malade.',
      })
    }
    expect(await scanAll(stage.table)).toContain('"status":{"S":"ended"}')
    expect((await stage.api.call('GET', '/workshops?site=09410A')).body.workshops).toEqual([])
    await settled(body.id)
    expect((await stage.plan({ date: '2026-12-01' })).status).toBe(201)
  })

  it('changes nothing when repeated, and closes seats and ranks', async () => {
    const { body } = await stage.plan({ date: '2026-12-08' })
    await stage.cancel(body.id, 'Neige.')
    const cookie = await stage.somebody()
    expect((await stage.signUp(body.id, cookie)).body.code).toBe('workshop-cancelled')
    expect((await stage.wait(body.id, cookie)).body.code).toBe('workshop-cancelled')
    const before = await scanAll(stage.table)
    expect((await stage.cancel(body.id, 'Autre chose.')).body.note).toBe('Neige.')
    expect(await scanAll(stage.table)).toBe(before)
  })

  it('is for people who may plan there, until the start', async () => {
    const { body } = await stage.plan({ date: '2026-12-15' })
    for (const cookie of [await stage.somebody(), (await stage.withRole('agent')).cookie])
      expect((await stage.cancel(body.id, undefined, cookie)).body.code).toBe('not-found')
    stage.api.clock.now = instantAt(date('2026-12-15'), time('10:00'), PARIS)
    expect((await stage.cancel(body.id)).body.code).toBe('already-started')
    stage.api.clock.now = NOW
  })

  it('tells everyone and keeps nobody while people book and wait', async () => {
    const { body } = await stage.plan({ date: '2026-12-22', seats: 4 })
    const people = await Promise.all(Array.from({ length: 8 }, () => stage.somebody()))
    const acts = people.map((cookie, at) =>
      at % 2 ? stage.wait(body.id, cookie) : stage.signUp(body.id, cookie),
    )
    const [cancelled, ...answers] = await Promise.all([stage.cancel(body.id), ...acts])
    expect(cancelled.status).toBe(200)
    for (const { status } of answers) expect([201, 409]).toContain(status)
    expect((await stage.read(body.id)).body.waiting).toBe(0)
    await settled(body.id)
  })

  it('leaves nobody whose booking or wait read the workshop before and writes after (11)', async () => {
    const { bookings, waitlist } = stage.api.deps
    const { addBooking } = bookings
    const { addEntry } = waitlist
    const { body: one } = await stage.plan({ date: '2027-01-05' })
    bookings.addBooking = async (...given) => {
      bookings.addBooking = addBooking
      await stage.cancel(one.id)
      return addBooking(...given)
    }
    expect((await stage.signUp(one.id, await stage.somebody())).body.code).toBe('workshop-cancelled')
    const { body: other } = await stage.plan({ date: '2027-01-06', seats: 1 })
    await stage.signUp(other.id, await stage.somebody())
    waitlist.addEntry = async (wait) => {
      waitlist.addEntry = addEntry
      await stage.cancel(other.id)
      return addEntry(wait)
    }
    expect((await stage.wait(other.id, await stage.somebody())).body.code).toBe('workshop-cancelled')
    for (const { id } of [one, other]) {
      expect((await stage.read(id)).body.waiting).toBe(0)
      await settled(id)
    }
  })

  it('is finished by repeating when it was interrupted', async () => {
    const { body } = await stage.plan({ date: '2026-12-29', seats: 3 })
    for (let count = 0; count < 3; count++) await stage.signUp(body.id, await stage.somebody())
    const { bookings } = stage.api.deps
    const { change } = bookings
    let left = 2
    Object.assign(bookings, {
      change: (...given: Parameters<typeof change>) => {
        if (left-- === 0) throw new Error('stopped')
        return change(...given)
      },
    })
    const { error } = console
    console.error = () => {}
    expect((await stage.cancel(body.id, 'Panne.')).status).toBe(500)
    console.error = error
    Object.assign(bookings, { change })
    expect(
      (await reconcile(stage.table, aSite().id)).live.filter(({ workshop }) => workshop === body.id),
    ).toHaveLength(2)
    expect((await stage.cancel(body.id)).body.note).toBe('Panne.')
    await settled(body.id)
  })
})
