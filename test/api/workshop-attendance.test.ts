import { beforeAll, describe, expect, it } from 'vitest'
import { forgetHolder } from '../../functions/use-cases/forget-holder.ts'
import { type BookingId, NOBODY, type WorkshopId } from '../../shared/domain/ids.ts'
import { addMinutes, type Instant, instantAt } from '../../shared/domain/instant.ts'
import { attendanceStore } from '../../shared/store/attendance-store.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aKey } from '../support/api.ts'
import { aSite, date, PARIS, time } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { aWorkshopStage, type WorkshopStage } from '../support/workshops.ts'

const at = (text: string, minutes = 0): Instant =>
  addMinutes(instantAt(date('2026-11-24'), time(text), PARIS), minutes)
const text = (instant: Instant) => new Date(instant).toISOString()

let drops = 0
const aDropIn = (changes: object = {}) => ({
  ...{ id: String(drops++).padStart(32, '0'), ageBand: '70-and-over', occupation: 'retired' },
  ...{ skillsTest: true, at: text(at('10:00', 5)), ...changes },
})

describe.each(engines)('the attendance of a workshop on $name', (engine) => {
  let stage: WorkshopStage
  let workshop: string
  let names: readonly string[]
  let seats: Readonly<Record<string, string>>
  const read = (cookie = stage.mediator.cookie) =>
    stage.api.call('GET', `/workshops/${workshop}/attendance`, { cookie })
  const note = (body: object, cookie = stage.mediator.cookie) =>
    stage.api.call('PUT', `/workshops/${workshop}/attendance`, {
      body: { sentAt: text(stage.api.clock.now), marks: [], dropIns: [], ...body },
      cookie,
    })
  const mark = (name: string, attendance: string, minute: number) => ({
    ...{ booking: seats[name], attendance },
    at: text(at('10:00', minute)),
  })
  const attendances = async () =>
    Object.fromEntries(
      (await read()).body.people.map((each: { name: string; attendance?: string }) => [
        each.name,
        each.attendance,
      ]),
    )

  beforeAll(async () => {
    stage = await aWorkshopStage(engine)
    workshop = (await stage.plan()).body.id
    names = ['Ahmed', 'Denis', 'Jeanne', 'Louis', 'Marie', 'Rose']
    const booked = await Promise.all(
      names.map(async (name) => {
        const { body } = await stage.signUp(workshop, await stage.somebody(name))
        return [name, body.id] as const
      }),
    )
    seats = Object.fromEntries(booked)
  })

  it('is read by who works at the site, before the start too, by name', async () => {
    const { status, body } = await read()
    expect([status, body.people.map(({ name }: { name: string }) => name)]).toEqual([200, names])
    expect(body).toMatchObject({
      title: 'Premiers pas sur internet',
      mediatorName: 'Sophie',
      spaceName: 'Salle',
      opensAt: text(at('10:00')),
      closesAt: text(addMinutes(at('12:00'), 30 * 24 * 60)),
      dropIns: [],
    })
    for (const role of ['agent', 'manager'] as const)
      expect((await read((await stage.withRole(role)).cookie)).status).toBe(200)
  })

  it('is hidden from everybody else, and changed by nobody else', async () => {
    const others = [
      await stage.somebody(),
      ...(await Promise.all(
        (['owner', 'network', 'coordinator', 'phone'] as const).map((role) => stage.withRole(role)),
      ).then((all) => all.map(({ cookie }) => cookie))),
    ]
    stage.api.clock.now = at('10:30')
    const before = await scanAll(stage.table)
    for (const cookie of others)
      for (const answer of [await read(cookie), await note({ dropIns: [aDropIn()] }, cookie)])
        expect([answer.status, answer.body.code]).toEqual([404, 'not-found'])
    expect(await scanAll(stage.table)).toBe(before)
  })

  it('of six people takes two requests of the table', async () => {
    const sent: string[] = []
    const client = Object.create(stage.table.client)
    client.send = (command: { constructor: { name: string } }) => {
      sent.push(command.constructor.name)
      return stage.table.client.send(command as never)
    }
    const store = attendanceStore({ ...stage.table, client })
    const roll = await store.readRoll(workshop as WorkshopId)
    const details = roll && (await store.readRollDetails(roll))
    expect(details?.bookings).toHaveLength(6)
    expect(sent).toEqual(['QueryCommand', 'BatchGetItemCommand'])
  })

  it('is refused before the start and a month later, with its reason, and writes nothing', async () => {
    const before = await scanAll(stage.table)
    const notes = { marks: [mark('Rose', 'present', 1)], dropIns: [aDropIn()] }
    stage.api.clock.now = at('10:00', -1)
    expect(await note(notes)).toMatchObject({ status: 409, body: { code: 'not-started' } })
    expect(await scanAll(stage.table)).toBe(before)
    stage.api.clock.now = addMinutes(at('12:00'), 30 * 24 * 60)
    const { cookie } = await stage.withRole('mediator')
    const written = await scanAll(stage.table)
    expect(await note(notes, cookie)).toMatchObject({
      status: 409,
      body: { code: 'attendance-closed', days: 30 },
    })
    expect(await scanAll(stage.table)).toBe(written)
  })

  it('is kept as it was noted without a network, once, from two phones at once', async () => {
    stage.api.clock.now = at('11:30')
    const notes = {
      marks: [mark('Ahmed', 'present', 5), mark('Denis', 'excused', 6), mark('Jeanne', 'absent', 7)],
      dropIns: [aDropIn(), aDropIn({ ageBand: 'not-said', occupation: 'not-said', skillsTest: false })],
    }
    const agent = await stage.withRole('agent')
    const both = await Promise.all([note(notes), note(notes, agent.cookie)])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect((await note(notes)).body.refused).toEqual([])
    const { body } = await read()
    expect(body.dropIns).toEqual(notes.dropIns)
    expect(await attendances()).toEqual({
      Ahmed: 'present',
      Denis: 'excused',
      Jeanne: 'absent',
      Louis: undefined,
      Marie: undefined,
      Rose: undefined,
    })
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('is that of the last mark by its own time, whichever phone comes last', async () => {
    await note({ marks: [mark('Louis', 'present', 20)] })
    await note({ marks: [mark('Louis', 'absent', 10)] })
    expect((await attendances()).Louis).toBe('present')
    await note({ marks: [mark('Louis', 'absent', 21)] })
    expect((await attendances()).Louis).toBe('absent')
  })

  it('ends as the last mark says when several phones send at the same moment', async () => {
    const attendances = ['present', 'absent', 'excused', 'present', 'excused'] as const
    const sent = attendances.map((each, minute) => note({ marks: [mark('Marie', each, 30 + minute)] }))
    const answers = await Promise.all(sent)
    expect(answers.map(({ status, body }) => [status, body.refused])).toEqual(
      attendances.map(() => [200, []]),
    )
    const { body } = await read()
    const marie = body.people.find(({ name }: { name: string }) => name === 'Marie')
    expect([marie.attendance, marie.markedAt]).toEqual(['excused', text(at('10:00', 34))])
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('takes back a person counted by mistake, even when the count arrives later', async () => {
    const mistake = aDropIn()
    await note({ dropIns: [{ ...mistake, gone: true, at: text(at('10:00', 30)) }] })
    await note({ dropIns: [mistake] })
    const { body } = await read()
    expect(body.dropIns.map(({ id }: { id: string }) => id)).not.toContain(mistake.id)
  })

  it('refuses a note by itself and keeps the others', async () => {
    const early = aDropIn({ at: text(at('10:00', -5)) })
    const unknown = { booking: '0'.repeat(20), attendance: 'present', at: text(at('10:00', 5)) }
    const { status, body } = await note({
      marks: [unknown, mark('Louis', 'present', 40), mark('Rose', 'present', -5)],
      dropIns: [early],
    })
    expect([status, body.refused]).toEqual([
      200,
      [
        { id: unknown.booking, code: 'not-found' },
        { id: seats.Rose, code: 'not-started' },
        { id: early.id, code: 'not-started' },
      ],
    ])
    expect((await attendances()).Louis).toBe('present')
  })

  it('lets nobody note their own', async () => {
    stage.api.clock.now = at('10:00', -30)
    const agent = await stage.withRole('agent', 'Agnès')
    await stage.leave(seats.Rose ?? '', (await stage.withRole('agent')).cookie)
    const own = await stage.signUp(workshop, agent.cookie, aKey())
    expect(own.status).toBe(201)
    stage.api.clock.now = at('11:30')
    const marks = [{ booking: own.body.id, attendance: 'present', at: text(at('11:00')) }]
    expect((await note({ marks }, agent.cookie)).body.refused).toEqual([
      { id: own.body.id, code: 'own-attendance' },
    ])
    expect((await note({ marks })).body.refused).toEqual([])
  })

  it('stands in the trail: by whom, in which role, without the people counted', async () => {
    const manager = await stage.withRole('manager')
    const { body } = await stage.api.call('GET', '/audit/site:09410A?from=2026-11-24&to=2026-11-24', {
      cookie: manager.cookie,
    })
    const effects = body.acts.map(({ effect }: { effect: string }) => effect)
    expect(effects).toEqual(expect.arrayContaining(['counted', 'attended', 'excused', 'no-show']))
    expect(effects).not.toContain('moved')
  })

  it('stands in what the person exports, with whether they were excused', async () => {
    const cookie = await stage.somebody('Inès')
    const other = (await stage.plan({ date: '2026-11-26' })).body.id
    const { body: seat } = await stage.signUp(other, cookie)
    stage.api.clock.now = instantAt(date('2026-11-26'), time('10:30'), PARIS)
    const sentAt = text(stage.api.clock.now)
    const marks = [{ booking: seat.id, attendance: 'excused', at: sentAt }]
    const noted = { body: { sentAt, marks, dropIns: [] }, cookie: stage.mediator.cookie }
    await stage.api.call('PUT', `/workshops/${other}/attendance`, noted)
    const { body } = await stage.api.call('GET', '/me/export', { cookie })
    expect(body.bookings).toMatchObject([{ status: 'no-show', excused: true, markedAt: sentAt }])
    const table = await stage.api.call('GET', '/me/export?format=csv', { cookie })
    expect(table.body).toContain(';absent, excusé;')
  })

  it('stays counted, and is nobody’s, once the person is forgotten', async () => {
    const marie = await stage.api.deps.bookings.findBooking(seats.Marie as BookingId)
    const holder = marie?.holder ?? NOBODY
    expect(await scanAll(stage.table)).toContain(holder)
    await forgetHolder(holder, () => false, stage.api.deps)
    expect(await scanAll(stage.table)).not.toContain(holder)
    const { body } = await read()
    const row = body.people.find(({ id }: { id: string }) => id === seats.Marie)
    expect([row.name, row.attendance]).toEqual(['', 'excused'])
  })

  it.each([
    ['no time of sending', { sentAt: undefined }],
    ['a time that is none', { sentAt: '2026-13-45T99:00:00Z' }],
    [
      'an attendance that is none',
      { marks: [{ booking: '0'.repeat(20), attendance: 'late', at: text(at('10:00', 5)) }] },
    ],
    ['an age that is no band', { dropIns: [aDropIn({ ageBand: '33' })] }],
    ['a name of somebody who is only counted', { dropIns: [aDropIn({ name: 'Jeanne' })] }],
    ['an id that no device makes', { dropIns: [aDropIn({ id: 'x' })] }],
    ['more notes than people', { dropIns: Array.from({ length: 51 }, () => aDropIn()) }],
  ])('is refused with %s, and nothing is written', async (_, changes) => {
    const before = await scanAll(stage.table)
    expect(await note(changes)).toMatchObject({ status: 422, body: { code: 'invalid' } })
    expect(await scanAll(stage.table)).toBe(before)
  })
})
