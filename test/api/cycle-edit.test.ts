import { beforeAll, describe, expect, it } from 'vitest'
import { instantAt } from '../../shared/domain/instant.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aKey, untilDecided } from '../support/api.ts'
import { aSite, date, NOW, PARIS, time } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { toldBy } from '../support/told.ts'
import { aWorkshopBody, aWorkshopStage, type WorkshopStage } from '../support/workshops.ts'

const { date: _, ...PLAN } = aWorkshopBody()
const DATES = ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22']
let hour = 7

describe.each(engines)('changing a cycle of workshops on $name', (engine) => {
  let stage: WorkshopStage
  /** Four Tuesdays, at an hour of their own. */
  const aCycle = async () => {
    hour += 1
    const times = {
      start: `${String(hour).padStart(2, '0')}:00`,
      end: `${String(hour + 1).padStart(2, '0')}:00`,
    }
    const body = { ...PLAN, ...times, from: DATES[0], rule: 'FREQ=WEEKLY;COUNT=4' }
    const asked = { body, headers: aKey(), cookie: stage.mediator.cookie }
    const planned = (await stage.api.call('POST', '/cycles', asked)).body
    return {
      id: planned.id as string,
      workshops: planned.dates.map((each: { workshop: string }) => each.workshop),
    }
  }
  const edit = (id: string, body: object, cookie = stage.mediator.cookie, headers = aKey()) =>
    untilDecided(() => stage.api.call('PATCH', `/cycles/${id}`, { body, headers, cookie }))
  const outcomes = (body: { dates: { date: string; start: string; refusal?: string }[] }) =>
    body.dates.map(({ date: on, start, refusal }) => [on, refusal ?? start])

  beforeAll(async () => {
    hour = 7
    stage = await aWorkshopStage(engine)
  })

  it('changes all that are to come, or those from one on, and is finished by repeating', async () => {
    const { id, workshops } = await aCycle()
    const all = await edit(id, { title: 'Mes photos', seats: 8 })
    expect([all.status, all.body.dates.length]).toEqual([200, 4])
    const headers = aKey()
    const later = { from: workshops[2], start: '18:00', end: '19:30' }
    for (let times = 0; times < 2; times++) {
      const { body } = await edit(id, later, stage.mediator.cookie, headers)
      expect(outcomes(body)).toEqual([
        [DATES[2], '18:00'],
        [DATES[3], '18:00'],
      ])
    }
    const read = await Promise.all(workshops.map(async (each: string) => (await stage.read(each)).body))
    expect(read.map(({ title, seats, start }) => [title, seats, start])).toEqual([
      ...Array(2).fill(['Mes photos', 8, '08:00']),
      ...Array(2).fill(['Mes photos', 8, '18:00']),
    ])
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('says date by date why not, and changes the others', async () => {
    const { id, workshops } = await aCycle()
    await stage.plan({ date: DATES[1], start: '16:00', end: '17:00' })
    const [one, two] = [await stage.somebody(), await stage.somebody()]
    for (const cookie of [one, two]) await stage.signUp(workshops[3], cookie)
    const { body } = await edit(id, { start: '16:00', end: '17:00', seats: 1 })
    expect(outcomes(body)).toEqual([
      [DATES[0], '16:00'],
      [DATES[1], 'holder-busy'],
      [DATES[2], '16:00'],
      [DATES[3], 'seats-taken'],
    ])
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('leaves those that have begun', async () => {
    const { id } = await aCycle()
    stage.api.clock.now = instantAt(date('2026-12-08'), time('23:00'), PARIS)
    expect(outcomes((await edit(id, { title: 'Autre' })).body)).toHaveLength(2)
    stage.api.clock.now = NOW
  })

  it('is refused to people without access, and with bad input, and nothing is written', async () => {
    const [{ id }, other] = [await aCycle(), await aCycle()]
    const somebody = await stage.somebody()
    const before = await scanAll(stage.table)
    expect((await edit(id, { title: 'Autre' }, somebody)).status).toBe(404)
    const wanted = [
      [{ date: '2026-12-02' }, 'invalid'],
      [{ from: other.workshops[0], title: 'Autre' }, 'not-found'],
      [{ from: other.workshops[0] }, 'invalid'],
      [{}, 'invalid'],
      [{ start: '25:00' }, 'invalid'],
    ] as const
    for (const [body, code] of wanted) expect((await edit(id, body)).body.code).toBe(code)
    expect((await edit('x'.repeat(20), { title: 'Autre' })).status).toBe(404)
    const { mediator } = stage
    const keyless = { body: { title: 'Autre' }, cookie: mediator.cookie }
    expect((await stage.api.call('PATCH', `/cycles/${id}`, keyless)).body.code).toBe('key-missing')
    expect(await scanAll(stage.table)).toBe(before)
  })

  it('is told from the first date on that has changed, not from one that was refused', async () => {
    const { id, workshops } = await aCycle()
    const cookie = await stage.somebody('Jeanne')
    for (const each of workshops) await stage.signUp(each, cookie)
    await stage.cancel(workshops[1])
    for (let taken = 0; taken < 2; taken++) await stage.signUp(workshops[0], await stage.somebody())
    const told = await toldBy(stage, async () => {
      const { body } = await edit(id, { title: 'Mes photos', seats: 2 })
      expect(outcomes(body).map(([, refusal]) => refusal)).toEqual([
        'seats-taken',
        ...Array(2).fill(expect.stringMatching(/:00$/)),
      ])
    })
    const [message] = told.filter(({ to }) => to.startsWith('person'))
    expect(message?.text).toContain('changent, à partir du mardi 15 décembre.')
  })
})
