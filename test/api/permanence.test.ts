import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { instantAt } from '../../shared/domain/instant.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aKey, untilDecided } from '../support/api.ts'
import { aSite, date, NOW, PARIS, time } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { roundsOf } from '../support/scope.ts'
import { aWorkshopStage, type WorkshopStage } from '../support/workshops.ts'

let days = 0
/** A weekday that no other test uses. */
const aDay = (): string => {
  const day = new Date(Date.UTC(2026, 10, 24 + days++))
  return day.getUTCDay() === 0 ? aDay() : day.toISOString().slice(0, 10)
}

const PERMANENCE = { title: 'Aide individuelle', start: '09:00', end: '11:00', appointments: { minutes: 30 } }

describe.each(engines)('a permanence on $name', (engine) => {
  let stage: WorkshopStage
  const plan = (changes = {}) => stage.plan({ ...PERMANENCE, date: aDay(), ...changes })
  const planned = async (changes = {}) => (await plan(changes)).body.id as string
  const take = (id: string, body: object, cookie: string, headers = aKey()) =>
    stage.api.call('POST', `/workshops/${id}/seats`, { body, headers, cookie })
  const free = async (id: string) => (await stage.read(id)).body.appointments.free
  const at = (day: string, hour: string) => {
    stage.api.clock.now = instantAt(date(day), time(hour), PARIS)
  }
  const fill = async (id: string, starts: readonly string[]) => {
    const people = []
    for (const start of starts) {
      const cookie = await stage.somebody()
      people.push({ cookie, booking: (await take(id, { start }, cookie)).body.id as string })
    }
    return people
  }

  beforeAll(async () => {
    days = 0
    stage = await aWorkshopStage(engine)
  })

  afterEach(() => {
    stage.api.clock.now = NOW
  })

  it('takes room and mediator for its whole time, and is cut into appointments of the length asked', async () => {
    const day = aDay()
    const { status, body } = await plan({ date: day, appointments: { minutes: 30, dropIn: true } })
    expect([status, body.seats, body.seatsLeft]).toEqual([201, 4, 4])
    expect(body.appointments).toEqual({
      minutes: 30,
      dropIn: true,
      free: ['09:00', '09:30', '10:00', '10:30'],
    })
    expect((await stage.plan({ date: day, start: '10:30', end: '11:30' })).body.code).toBe('holder-busy')
    const other = await stage.withRole('mediator', 'Karim')
    const inTheWay = await stage.plan({ date: day, start: '10:30', end: '11:30' }, other.cookie)
    expect(inTheWay.body.code).toBe('taken')
    expect((await stage.plan({ date: day, start: '11:00', end: '12:00' })).status).toBe(201)
  })

  it('gives each appointment to one person, in the hours that they chose and no others', async () => {
    const [id, cookie] = [await planned(), await stage.somebody('Jeanne')]
    const { status, body } = await take(id, { start: '09:30' }, cookie)
    expect(status).toBe(201)
    expect(body).toMatchObject({
      ...{ title: 'Aide individuelle', isAppointment: true, workshop: id },
      ...{ start: '09:30', end: '10:00' },
    })
    expect(await free(id)).toEqual(['09:00', '10:00', '10:30'])
    expect((await take(id, { start: '09:30' }, await stage.somebody())).body.code).toBe('taken')
    expect((await stage.read(id, cookie)).body.mine).toMatchObject({ start: '09:30', end: '10:00' })
    const ics = await stage.api.call('GET', `/bookings/${body.id}/calendar.ics`, { cookie })
    expect(ics.body).toMatch(/DTSTART;TZID=Europe\/Paris:\d{8}T093000/)
    expect((await stage.leave(body.id, cookie)).body.status).toBe('cancelled')
    expect(await free(id)).toEqual(['09:00', '09:30', '10:00', '10:30'])
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('gives one appointment to each person who books by themselves, while an agent may give two', async () => {
    const [id, cookie, key] = [await planned(), await stage.somebody(), aKey()]
    const { body } = await take(id, { start: '09:00' }, cookie, key)
    expect((await take(id, { start: '10:00' }, cookie)).body).toMatchObject({
      code: 'already-signed-up',
      booking: body.id,
    })
    expect((await take(id, { start: '09:00' }, cookie, key)).body.id).toBe(body.id)
    const stolen = cookie.replace(/[0-9a-f]{40}$/, '0'.repeat(40))
    expect((await take(id, { start: '10:00' }, stolen)).body.code).toBe('signed-out')
    const { cookie: agent } = await stage.withRole('agent', 'Odile')
    for (const start of ['10:00', '10:30'])
      expect((await take(id, { start, for: { name: 'Paul' } }, agent)).status).toBe(201)
  })

  it('refuses a time that is none of its appointments, whatever is asked', async () => {
    const [id, cookie] = [await planned(), await stage.somebody()]
    const starts = ['09:00', '09:30', '10:00', '10:30']
    for (const body of [{}, { start: '09:15' }, { start: '08:30' }, { start: '11:00' }, { start: '24:00' }]) {
      const answer = await take(id, body, cookie)
      expect(answer).toMatchObject({ status: 422, body: { code: 'no-such-appointment', starts } })
    }
    expect((await take(id, { start: '09:10' }, cookie)).body.code).toBe('invalid')
    const workshop = (await stage.plan({ date: aDay() })).body.id
    expect((await take(workshop, { start: '23:45' }, cookie)).body).toMatchObject({ starts: ['10:00'] })
    expect((await take(workshop, { start: '10:00' }, cookie)).status).toBe(201)
  })

  it('is refused with appointments that leave a rest, or with seats beside them, and nothing is written', async () => {
    const before = await scanAll(stage.table)
    const wrong = [
      { appointments: { minutes: 45 } },
      { appointments: { minutes: 20 } },
      { appointments: { minutes: 30, dropIn: false } },
      { appointments: {} },
      { seats: 6 },
    ]
    for (const changes of wrong) {
      const answer = await plan(changes)
      expect([answer.status, answer.body.code]).toEqual([422, 'invalid'])
    }
    expect(await scanAll(stage.table)).toEqual(before)
  })

  it('is planned over a season in one go, and listed with what each date has free', async () => {
    const { date: _, ...body } = { ...PERMANENCE, date: '', site: aSite().id, space: 'salle' }
    const asked = { ...body, from: '2027-01-01', firstWorkingDays: { days: 2, months: 2 } }
    const options = { body: asked, headers: aKey(), cookie: stage.mediator.cookie }
    const { body: cycle } = await stage.api.call('POST', '/cycles', options)
    const read = await stage.api.call('GET', `/cycles/${cycle.id}`)
    expect(
      read.body.workshops.map(({ date, seats, appointments }: Record<string, { free: string[] }>) => [
        date,
        seats,
        appointments?.free.length,
      ]),
    ).toEqual(['2027-01-04', '2027-01-05', '2027-02-01', '2027-02-02'].map((each) => [each, 4, 4]))
  })

  it('lends its later appointments while it goes on, until the last one starts', async () => {
    const day = aDay()
    const [id, cookie] = [await planned({ date: day }), await stage.somebody()]
    at(day, '09:45')
    expect((await stage.read(id)).body).toMatchObject({ begun: false, seatsLeft: 2 })
    const listed = (await stage.api.call('GET', `/workshops?site=09410A&from=${day}`)).body.workshops
    expect(listed.map((each: { id: string }) => each.id)).toContain(id)
    expect((await take(id, { start: '09:30' }, cookie)).body.code).toBe('past')
    expect((await take(id, { start: '10:00' }, cookie)).status).toBe(201)
    at(day, '10:30')
    expect((await stage.read(id)).body).toMatchObject({ begun: true, seatsLeft: 0 })
    expect((await stage.wait(id, await stage.somebody())).body.code).toBe('past')
  })

  it('offers whatever hour is freed to the first person who waits, for as long as there is time', async () => {
    const id = await planned()
    const people = await fill(id, ['09:00', '09:30', '10:00', '10:30'])
    const [first, second] = [await stage.somebody(), await stage.somebody()]
    expect((await stage.wait(id, first)).body).toMatchObject({ mine: { status: 'waiting', rank: 1 } })
    expect((await stage.wait(id, second)).body).toMatchObject({ mine: { rank: 2 }, waiting: 2 })
    await stage.leave(people[2]?.booking ?? '', people[2]?.cookie ?? '')
    expect((await stage.read(id, first)).body.mine).toMatchObject({ status: 'offered', start: '10:00' })
    expect((await stage.read(id, second)).body.mine).toMatchObject({ status: 'waiting', rank: 1 })
    expect(await free(id)).toEqual([])
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('says in the week of the place who comes when, and to its mediator which hours are taken', async () => {
    const day = aDay()
    const id = await planned({ date: day })
    const people = [
      ['10:00', 'Anne'],
      ['09:00', 'Zoé'],
    ]
    for (const [start, name] of people) await take(id, { start }, await stage.somebody(name))
    const { cookie } = await stage.withRole('agent')
    const week = await stage.api.call('GET', `/sites/09410A/planning?from=${day}&days=1`, { cookie })
    expect(week.body.bookings[0].workshop).toMatchObject({
      ...{ isPermanence: true, seats: 4, taken: 2 },
      people: [
        { start: '09:00', end: '09:30', holderName: 'Zoé' },
        { start: '10:00', end: '10:30', holderName: 'Anne' },
      ],
    })
    const mine = await stage.api.call('GET', `/me/week?from=${day}`, stage.mediator)
    expect(mine.body.workshops[0]).toMatchObject({ seats: 4, seatsLeft: 2, booked: ['09:00', '10:00'] })
  })

  it('marks who has come from its start on, and who has not from the start of their appointment on', async () => {
    const day = aDay()
    const id = await planned({ date: day })
    const [, late] = await fill(id, ['09:00', '10:00'])
    const mark = (attended: boolean) =>
      stage.api.call('PUT', `/bookings/${late?.booking}/attendance`, {
        ...stage.mediator,
        body: { attended },
      })
    at(day, '08:45')
    expect((await mark(true)).body.code).toBe('not-started')
    at(day, '09:30')
    expect((await mark(false)).body.code).toBe('not-started')
    expect((await mark(true)).body).toMatchObject({ status: 'attended', start: '10:00' })
  })

  it('keeps the appointments that people have had when a closure ends the rest of it', async () => {
    const day = aDay()
    const id = await planned({ date: day })
    const [had, coming] = await fill(id, ['09:00', '10:30'])
    const { cookie } = await stage.withRole('manager', 'Paule')
    at(day, '09:45')
    const closure = { from: day, to: day, start: '10:00', end: '12:00', kind: 'unexpected', reason: 'Panne' }
    const preview = await stage.api.call('POST', '/sites/09410A/closure-preview', { body: closure, cookie })
    expect(preview.body.bookings[0]).toMatchObject({ isAppointment: true, workshop: { people: [{}] } })
    const headers = aKey()
    const closed = await stage.api.call('POST', '/sites/09410A/closures', { body: closure, cookie, headers })
    expect(closed.status).toBe(201)
    const statusOf = async ({ booking = '', cookie = '' } = {}) =>
      (await stage.api.call('GET', `/bookings/${booking}`, { cookie })).body.status
    expect([await statusOf(had), await statusOf(coming)]).toEqual(['confirmed', 'cancelled'])
    const body = { attended: true }
    const came = await stage.api.call('PUT', `/bookings/${had?.booking}/attendance`, {
      ...stage.mediator,
      body,
    })
    expect(came.status).toBe(200)
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('has a roll for the appointments that people have had when the rest of it is cancelled', async () => {
    const day = aDay()
    const id = await planned({ date: day, appointments: { minutes: 30, dropIn: true } })
    const [had] = await fill(id, ['09:00', '10:30'])
    const path = `/workshops/${id}/attendance`
    at(day, '09:45')
    await stage.cancel(id, 'Sophie est malade.')
    const { body } = await stage.api.call('GET', path, stage.mediator)
    expect([body.isCancelled, body.people.map(({ id }: { id: string }) => id)]).toEqual([
      false,
      [had?.booking],
    ])
    const [sentAt, noted] = ['09:45', '09:15'].map((hour) =>
      new Date(instantAt(date(day), time(hour), PARIS)).toISOString(),
    )
    const dropIn = { id: 'a'.repeat(32), ageBand: 'not-said', occupation: 'not-said', skillsTest: false }
    const notes = {
      sentAt,
      marks: [{ booking: had?.booking, attendance: 'present', at: noted }],
      dropIns: [{ ...dropIn, at: noted }],
    }
    const kept = await stage.api.call('PUT', path, { ...stage.mediator, body: notes })
    expect([kept.status, kept.body.refused]).toEqual([200, []])
    const after = (await stage.api.call('GET', path, stage.mediator)).body
    expect([after.people[0].attendance, after.dropIns.length]).toEqual(['present', 1])
    // It stays in the week of who led it, for the hours that it was held.
    const week = (await stage.api.call('GET', `/me/week?from=${day}&days=1`, stage.mediator)).body
    expect(week.workshops).toMatchObject([{ id, status: 'cancelled', booked: ['09:00'] }])
    expect(week.plannedMinutes).toBe(45)
    const today = (await stage.api.call('GET', '/me/today', stage.mediator)).body
    expect(today.sittings).toEqual([])
    const absence = await stage.api.call('GET', `/absences/${day}`, stage.mediator)
    expect(absence.body.sittings).toEqual([])
    const other = await planned()
    await stage.cancel(other)
    const none = await stage.api.call('GET', `/workshops/${other}/attendance`, stage.mediator)
    expect(none.body.isCancelled).toBe(true)
  })

  it('counts who came without an appointment before it was cancelled, though nobody had one', async () => {
    const day = aDay()
    const id = await planned({ date: day, appointments: { minutes: 30, dropIn: true } })
    at(day, '09:45')
    await stage.cancel(id)
    const path = `/workshops/${id}/attendance`
    expect((await stage.api.call('GET', path, stage.mediator)).body.isCancelled).toBe(false)
    const now = new Date(stage.api.clock.now).toISOString()
    const dropIn = { ageBand: 'not-said', occupation: 'not-said', skillsTest: false }
    const body = { sentAt: now, marks: [], dropIns: [{ id: 'b'.repeat(32), ...dropIn, at: now }] }
    expect((await stage.api.call('PUT', path, { ...stage.mediator, body })).body.refused).toEqual([])
  })

  it('moves with its appointments, who keep their hour or follow, and are told', async () => {
    const day = aDay()
    const id = await planned({ date: day })
    const [anne, bruno] = await fill(id, ['09:00', '10:00'])
    const agent = await stage.withRole('agent')
    const asked = { start: '09:30', for: { name: 'Yvonne' } }
    const path = `/workshops/${id}/seats`
    await stage.api.call('POST', path, { body: asked, headers: aKey(), cookie: agent.cookie })
    const move = (body: object) => stage.api.call('PATCH', `/workshops/${id}`, { ...stage.mediator, body })
    const hours = async () =>
      Promise.all(
        [anne, bruno].map(async (who) => {
          const { mine } = (await stage.read(id, who?.cookie)).body
          return mine && `${mine.start} ${mine.status}`
        }),
      )
    expect((await move({ start: '08:30', end: '11:30' })).body.start).toBe('08:30')
    expect(await hours()).toEqual(['09:00 confirmed', '10:00 confirmed'])
    expect((await move({ start: '14:00', end: '16:00' })).body.code).toBeUndefined()
    expect(await hours()).toEqual(['14:30 confirmed', '15:30 confirmed'])
    const before = await scanAll(stage.table)
    expect((await move({ start: '14:00', end: '15:30' })).body.code).toBe('appointments-left-out')
    expect((await move({ end: '15:45' })).body).toMatchObject({ code: 'uneven-appointments', minutes: 30 })
    expect(await scanAll(stage.table)).toBe(before)
    const other = aDay()
    expect((await move({ date: other, start: '10:00', end: '12:00' })).body.date).toBe(other)
    expect(await hours()).toEqual(['10:30 confirmed', '11:30 confirmed'])
    const { calls } = (await stage.api.call('GET', '/sites/09410A/calls', { cookie: agent.cookie })).body
    expect(calls.filter(({ holderName }: { holderName: string }) => holderName === 'Yvonne')).toMatchObject([
      { news: 'moved', date: other, start: '11:00' },
    ])
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('gives no appointment in a time that it has left, when it moves while people book', async () => {
    for (let round = 0; round < roundsOf(3); round++) {
      const id = await planned({ date: aDay() })
      const people = await Promise.all(Array.from({ length: 4 }, () => stage.somebody()))
      const booking = people.map((cookie, at) => {
        const request = { body: { start: ['09:00', '09:30', '10:00', '10:30'][at] }, headers: aKey(), cookie }
        return untilDecided(() => stage.api.call('POST', `/workshops/${id}/seats`, request))
      })
      const body = { start: '09:15', end: '11:15' }
      const moving = untilDecided(() =>
        stage.api.call('PATCH', `/workshops/${id}`, { ...stage.mediator, body }),
      )
      const answers = await Promise.all([moving, ...booking])
      expect(answers.filter(({ status }) => status >= 500)).toEqual([])
      const { appointments } = (await stage.read(id)).body
      const theirs = await Promise.all(people.map(async (cookie) => (await stage.read(id, cookie)).body.mine))
      const given = theirs.flatMap((mine) => mine?.start ?? [])
      const all = ['09:15', '09:45', '10:15', '10:45']
      expect([...given, ...appointments.free].toSorted()).toEqual(all)
      expect(answers.slice(1).filter(({ status }) => status === 201)).toHaveLength(given.length)
      expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
    }
  })

  it('passes to a colleague with its appointments, and is cancelled with all that are still to come', async () => {
    const id = await planned()
    const [person] = await fill(id, ['09:00'])
    const colleague = await stage.withRole('mediator', 'Karim')
    const edit = { body: { mediators: [colleague.holder] }, cookie: stage.mediator.cookie }
    expect((await stage.api.call('PATCH', `/workshops/${id}`, edit)).body.mediatorName).toBe('Karim')
    expect((await stage.read(id, person?.cookie)).body.mine).toMatchObject({ start: '09:00' })
    const body = { seats: 2 }
    const more = await stage.api.call('PATCH', `/workshops/${id}`, { body, cookie: stage.mediator.cookie })
    expect(more.body).toMatchObject({ code: 'too-many-places', capacity: 1 })
    await stage.cancel(id, 'Karim est malade.')
    expect((await stage.read(id, person?.cookie)).body.mine).toBeUndefined()
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })
})
