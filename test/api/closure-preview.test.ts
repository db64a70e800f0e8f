import { beforeAll, describe, expect, it } from 'vitest'
import { aClosureBody } from '../support/closures.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { aStaffStage, type StaffStage } from '../support/staff-stage.ts'

describe.each(engines)('what a closure would touch on $name', (engine) => {
  let stage: StaffStage
  const preview = (changes: object = {}, cookie = stage.agent.cookie) =>
    stage.as(cookie, 'POST', '/sites/09410A/closure-preview', aClosureBody({ from: '2026-11-25', ...changes }))
  const close = (changes: object = {}) =>
    stage.as(stage.agent.cookie, 'POST', '/sites/09410A/closures', aClosureBody({ from: '2026-11-25', ...changes }))
  beforeAll(async () => {
    stage = await aStaffStage(engine)
  })

  it('is listed before, with how each is reached, and is what it then touches', async () => {
    await stage.book(await stage.somebody('Sacha'), { date: '2026-11-25' })
    const person = { name: 'Jeanne', phone: '06 12 34 56 78' }
    await stage.book(stage.agent.cookie, { date: '2026-11-25', start: '14:00', end: '15:00', for: person })
    await stage.book(await stage.somebody('Noé'), { date: '2026-11-26' })
    const workshop = (await stage.plan({ date: '2026-11-25' })).body
    await stage.signUp(workshop.id, await stage.somebody('Ali'))
    const before = await scanAll(stage.table)
    const { status, body } = await preview()
    expect(await scanAll(stage.table)).toBe(before)
    expect([status, body.from, body.to]).toEqual([200, '2026-11-25', '2026-11-25'])
    const named = Object.groupBy(body.bookings as { holderName: string }[], ({ holderName }) => holderName)
    expect(Object.keys(named).sort()).toEqual(['Ali', 'Jeanne', 'Sacha', 'Sophie'])
    expect(named.Sacha).toMatchObject([{ hasEmail: true, start: '08:00', space: { id: 'bureau' } }])
    expect(named.Jeanne).toMatchObject([{ hasEmail: false, phone: person.phone }])
    for (const name of ['Ali', 'Sophie'])
      expect(named[name]).toMatchObject([{ title: workshop.title, hasEmail: true, space: { id: 'salle' } }])
    const closed = await close()
    const ids = (list: { id: string }[]) => list.map(({ id }) => id).sort()
    expect(ids(closed.body.bookings)).toEqual(ids(body.bookings))
  })

  it('begins now when it begins today, as the closure does', async () => {
    expect((await preview({ from: '2026-11-21' })).body).toMatchObject({ start: '10:00', end: '24:00' })
  })

  it.each([
    [{ from: '2026-11-20' }, 'past'],
    [{ kind: 'planned' }, 'notice-too-short'],
    [{ spaces: ['cave'] }, 'unknown-space'],
    [{ reason: '' }, 'invalid'],
  ])('is refused where the closure is: %j', async (changes, code) => {
    expect((await preview(changes)).body.code).toBe(code)
  })

  it('is for who may close there', async () => {
    for (const cookie of [stage.mediator.cookie, await stage.somebody()])
      expect((await preview({}, cookie)).body.code).toBe('not-found')
  })
})
