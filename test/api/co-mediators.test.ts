import { beforeAll, describe, expect, it } from 'vitest'
import { forgetHolder } from '../../functions/use-cases/forget-holder.ts'
import { instantAt } from '../../shared/domain/instant.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aBookingBody, aKey, anApi, untilDecided } from '../support/api.ts'
import { date as aDate, aSite, PARIS, time } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { roundsOf } from '../support/scope.ts'
import { toldBy } from '../support/told.ts'
import { SEZANNE, twoSites } from '../support/two-sites.ts'
import { aWorkshopRoom } from '../support/workshops.ts'

type Stage = Awaited<ReturnType<typeof twoSites>>
type Person = Stage['mediator']

let days = 0
const aDay = () => new Date(Date.UTC(2026, 11, 1 + 7 * days++)).toISOString().slice(0, 10)

describe.each(engines)('a workshop with several mediators on $name', (engine) => {
  let stage: Stage
  let sophie: Person
  let karim: Person
  let nora: Person
  const plan = (mediators: readonly Person[], changes: object = {}) =>
    untilDecided(() =>
      stage.plan({ date: aDay(), mediators: mediators.map((each) => each.holder), ...changes }),
    )
  const edit = (id: string, body: object) =>
    untilDecided(() => stage.api.call('PATCH', `/workshops/${id}`, { body, cookie: sophie.cookie }))
  const lead = (id: string, ...mediators: readonly Person[]) =>
    edit(id, { mediators: mediators.map((each) => each.holder) })
  const weekOf = async ({ cookie }: Person, from: string) =>
    (await stage.api.call('GET', `/me/week?from=${from}&days=1`, { cookie })).body
  const ledBy = async (person: Person, date: string) =>
    (await weekOf(person, date)).workshops.map(({ id }: { id: string }) => id)
  const namesIn = ({
    mediatorName,
    otherMediators = [],
  }: {
    mediatorName: string
    otherMediators?: string[]
  }) => [mediatorName, ...otherMediators]
  const isInOrder = async () =>
    expect((await reconcile(stage.table, aSite().id, SEZANNE.id)).faults).toEqual([])

  beforeAll(async () => {
    days = 0
    stage = await twoSites(engine)
    sophie = stage.mediator
    karim = await stage.travelling('Karim')
    nora = await stage.travelling('Nora')
  })

  it('takes the time of each, stands in the week of each, and each notes who came', async () => {
    const { status, body } = await plan([sophie, karim])
    expect([status, ...namesIn(body)]).toEqual([201, 'Sophie', 'Karim'])
    for (const person of [sophie, karim]) {
      const week = await weekOf(person, body.date)
      expect([week.workshops[0].id, week.plannedMinutes]).toEqual([body.id, 120])
      const other = { date: body.date, start: '11:00', end: '13:00', site: SEZANNE.id }
      expect((await stage.plan(other, person.cookie)).body.code).toBe('holder-busy')
      expect((await stage.api.call('GET', `/workshops/${body.id}/attendance`, person)).status).toBe(200)
    }
    expect(await ledBy(nora, body.date)).toEqual([])
    const { bookings } = (await stage.api.call('GET', '/me/bookings', karim)).body
    expect(bookings).toMatchObject([{ workshop: body.id, cancellable: false }])
    const calendar = await stage.api.call('GET', `/sites/${aSite().id}/planning?from=${body.date}`, sophie)
    expect(calendar.body.bookings.map((each: { workshop: object }) => each.workshop)).toMatchObject([
      { id: body.id, mediatorName: 'Sophie, Karim' },
    ])
    await isInOrder()
  })

  it('says to each that they lead, with whom, and how they come in', async () => {
    let body = { id: '' }
    const told = await toldBy(stage, async () => {
      body = (await plan([sophie, karim])).body
    })
    expect(told).toHaveLength(2)
    for (const { subject, text } of told) {
      expect(subject).toMatch(/^Vous animez : /)
      expect(text).toContain('Vous serez plusieurs à animer : Sophie et Karim.')
      expect(text).not.toMatch(/vous ouvre|annuler|12 places/)
    }
    const { bookings } = (await stage.api.call('GET', '/me/bookings', karim)).body
    const mine = bookings.find((each: { workshop?: string }) => each.workshop === body.id)
    expect(mine.space.access).toEqual(aWorkshopRoom().access)
  })

  it('is not planned, and nothing is written, when one of them cannot be there', async () => {
    const date = aDay()
    expect(
      (await stage.plan({ date, start: '08:00', end: '09:30', site: SEZANNE.id }, karim.cookie)).status,
    ).toBe(201)
    const stranger = await stage.withRole('agent', 'Odile')
    const before = await scanAll(stage.table)
    const refusals = [
      await plan([sophie, karim], { date, start: '09:00' }),
      await plan([sophie, karim], { date }),
      await plan([sophie, stranger], { date }),
      await plan([sophie, sophie], { date }),
      await plan([], { date }),
    ]
    expect(refusals.map(({ body }) => [body.code, body.mediatorName])).toEqual([
      ['holder-busy', 'Karim'],
      ['travel-too-short', 'Karim'],
      ['not-found', undefined],
      ['invalid', undefined],
      ['invalid', undefined],
    ])
    expect(await scanAll(stage.table)).toBe(before)
  })

  it('gains one, loses one and is handed over, and who leads no longer is free', async () => {
    const { id, date } = (await plan([sophie])).body
    expect(namesIn((await lead(id, sophie, karim)).body)).toEqual(['Sophie', 'Karim'])
    expect(namesIn((await lead(id, sophie, nora)).body)).toEqual(['Sophie', 'Nora'])
    expect([await ledBy(karim, date), await ledBy(nora, date)]).toEqual([[], [id]])
    await isInOrder()
    // The first leaves: the other has the room from now on, at the same hours.
    expect(namesIn((await lead(id, nora)).body)).toEqual(['Nora'])
    expect([await ledBy(sophie, date), await ledBy(nora, date)]).toEqual([[], [id]])
    await isInOrder()
    expect((await stage.plan({ date, site: SEZANNE.id }, sophie.cookie)).status).toBe(201)
    expect((await lead(id, nora, sophie)).body).toMatchObject({ code: 'holder-busy', mediatorName: 'Sophie' })
    expect((await lead(id, nora, karim)).status).toBe(200)
    expect((await stage.cancel(id)).status).toBe(200)
    expect([await ledBy(karim, date), await ledBy(nora, date)]).toEqual([[], []])
    await isInOrder()
  })

  it('moves with all of them, or not at all', async () => {
    const { id, date } = (await plan([sophie, karim])).body
    expect((await edit(id, { start: '11:00', end: '13:00' })).body.start).toBe('11:00')
    const day = aDay()
    const body = aBookingBody({
      date: day,
      space: 'salle',
      start: '10:00',
      end: '11:00',
      use: 'desk',
      site: SEZANNE.id,
    })
    expect((await stage.plan({ ...body, use: undefined, places: undefined }, karim.cookie)).status).toBe(201)
    const before = await scanAll(stage.table)
    expect((await edit(id, { date: day, start: '10:00' })).body).toMatchObject({
      ...{ code: 'holder-busy', mediatorName: 'Karim' },
    })
    expect(await scanAll(stage.table)).toBe(before)
    expect((await edit(id, { date: day, start: '14:00', end: '16:00' })).body.date).toBe(day)
    expect([await ledBy(karim, date), (await ledBy(karim, day)).length]).toEqual([[], 2])
    expect(namesIn((await edit(id, { date, mediators: [nora.holder, karim.holder] })).body)).toEqual([
      'Nora',
      'Karim',
    ])
    await isInOrder()
  })

  it('goes on with the others when one is absent, and is cancelled with the last', async () => {
    const { id, date } = (await plan([sophie, karim])).body
    const note = (person: Person, sitting: object = {}) =>
      stage.api.call('PUT', `/absences/${date}`, {
        body: { sittings: [{ workshop: id, ...sitting }] },
        ...person,
      })
    const seen = await stage.api.call('GET', `/absences/${date}`, sophie)
    expect(seen.body.sittings[0]).toMatchObject({ otherMediators: ['Karim'] })
    expect(seen.body.sittings[0].colleagues.map(({ name }: { name: string }) => name)).toEqual(['Nora'])
    expect((await note(sophie)).body.sittings).toEqual([
      { workshop: id, outcome: 'handed-over', mediatorName: 'Karim' },
    ])
    expect(namesIn((await stage.read(id)).body)).toEqual(['Karim'])
    expect((await note(sophie)).body.sittings[0].outcome).toBe('handed-over')
    expect((await lead(id, karim, sophie)).status).toBe(200)
    expect((await note(sophie, { mediator: nora.holder })).body.sittings[0].mediatorName).toBe('Karim, Nora')
    expect((await note(nora)).body.sittings[0].outcome).toBe('handed-over')
    expect((await note(karim)).body.sittings[0].outcome).toBe('cancelled')
    await isInOrder()
  })

  it('goes on with the others without a question when one leaves a permanence halfway', async () => {
    const { id, date } = (await plan([sophie, karim], { date: '2026-11-24', appointments: { minutes: 30 } }))
      .body
    const { clock } = stage.api
    const before = clock.now
    clock.now = instantAt(aDate(date), time('10:45'), PARIS)
    const seen = await stage.api.call('GET', `/absences/${date}`, karim)
    const body = { sittings: [{ workshop: id }] }
    const noted = await stage.api.call('PUT', `/absences/${date}`, { body, cookie: karim.cookie })
    clock.now = before
    expect([seen.body.sittings, noted.body.remaining]).toEqual([[], 0])
    expect(namesIn((await stage.read(id)).body)).toEqual(['Sophie', 'Karim'])
  })

  it('has each of them once, whatever is planned, changed and moved at once', async () => {
    for (let round = 0; round < roundsOf(3); round++) {
      const date = aDay()
      const sites = [aSite().id, SEZANNE.id]
      const made = await Promise.all([
        ...sites.map((site) => plan([karim, nora], { date, site })),
        plan([nora, karim], { date, site: aSite().id, start: '11:00', end: '13:00' }),
      ])
      expect(made.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1)
      expect(made.filter(({ status }) => status >= 500)).toEqual([])
      const one = made.find(({ status }) => status === 201)?.body
      const other = (await plan([sophie], { date, start: '14:00', end: '16:00' })).body
      const all = await Promise.all([
        lead(one.id, sophie, karim),
        lead(one.id, nora),
        lead(one.id, karim, nora),
        edit(one.id, { start: '14:00', end: '16:00' }),
        lead(other.id, karim, sophie),
        edit(other.id, { start: '10:00', end: '12:00' }),
      ])
      expect(all.filter(({ status }) => status >= 500)).toEqual([])
      await isInOrder()
    }
  })

  it('forgets the name of who led it beside somebody else, and keeps the workshop', async () => {
    const gone = await stage.travelling('Yann')
    const { id, date } = (await plan([sophie, gone])).body
    await forgetHolder(gone.holder, () => false, stage.api.deps)
    const { body } = await stage.read(id)
    expect([body.status, ...namesIn(body)]).toEqual(['planned', 'Sophie'])
    expect(await scanAll(stage.table)).not.toContain('Yann')
    expect(await ledBy(sophie, date)).toEqual([id])
    expect((await stage.cancel(id)).status).toBe(200)
    await isInOrder()
  })

  it('brings back no name of who is forgotten while it is changed', async () => {
    const gone = await stage.travelling('Anatole')
    const { id } = (await plan([sophie, gone])).body
    const { deps } = stage.api
    const { workshops } = deps
    let first = true
    const racing = anApi(stage.table, {
      workshops: {
        ...workshops,
        editWorkshop: async (...change) => {
          if (first) await forgetHolder(gone.holder, () => false, deps)
          first = false
          return workshops.editWorkshop(...change)
        },
      },
    })
    const renamed = { body: { title: 'Mes photos' }, cookie: sophie.cookie }
    expect((await racing.call('PATCH', `/workshops/${id}`, renamed)).status).toBe(200)
    const { body } = await stage.read(id)
    expect([body.title, ...namesIn(body)]).toEqual(['Mes photos', 'Sophie'])
    expect(await scanAll(stage.table)).not.toContain('Anatole')
  })

  it('is changed for a whole cycle, and shown to visitors by its names', async () => {
    const from = aDay()
    const body = { ...aCycle(from), mediators: [sophie.holder, karim.holder] }
    const made = await stage.api.call('POST', '/cycles', { body, headers: aKey(), cookie: sophie.cookie })
    const ids = made.body.dates.map(({ workshop }: { workshop: string }) => workshop)
    expect(ids.filter(Boolean)).toHaveLength(2)
    const messages = await toldBy(stage, async () => {
      const changed = await stage.api.call('PATCH', `/cycles/${made.body.id}`, {
        ...{ body: { mediators: [karim.holder, nora.holder] }, headers: aKey(), cookie: sophie.cookie },
      })
      expect(changed.body.dates.map(({ refusal }: { refusal?: string }) => refusal)).toEqual([
        undefined,
        undefined,
      ])
    })
    expect(messages).toHaveLength(3)
    expect(new Set(messages.map(({ to }) => to)).size).toBe(3)
    for (const id of ids) expect(namesIn((await stage.read(id)).body)).toEqual(['Karim', 'Nora'])
    await isInOrder()
  })
})

const aCycle = (from: string) => ({
  ...{ site: aSite().id, space: 'salle', start: '10:00', end: '12:00', title: 'À deux' },
  ...{ from, rule: 'FREQ=WEEKLY;COUNT=2' },
})
