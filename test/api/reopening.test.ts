import { beforeEach, describe, expect, it } from 'vitest'
import { reviewSite } from '../../functions/use-cases/review-site.ts'
import { bookingStore } from '../../shared/store/booking-store.ts'
import { quietly } from '../proof/house.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aKey, anApi } from '../support/api.ts'
import { aSite } from '../support/builders.ts'
import { aClosureStage, type ClosureStage, lentFloor } from '../support/closures.ts'
import { engines } from '../support/engine.ts'

describe.each(engines)('a reopening on $name', (engine) => {
  let stage: ClosureStage
  beforeEach(async () => {
    stage = await aClosureStage(engine, { here: [lentFloor('bureau', 3)] })
  })
  const faults = async () => (await reconcile(stage.table, aSite().id)).faults

  it('stops an unfinished closing, and leaves the remaining bookings in place', async () => {
    const people = [await stage.somebody(), await stage.somebody(), await stage.somebody()]
    for (const { cookie } of people) await stage.book(cookie)
    const bookings = bookingStore(stage.table)
    let changes = 0
    const change: typeof bookings.change = async (...args) => {
      const conflict = await bookings.change(...args)
      changes += 1
      if (changes === 1) for (const { id } of await stage.list()) await stage.reopen(id)
      return conflict
    }
    const on = anApi(stage.table, { bookings: { ...bookings, change } })
    const closed = await stage.close({}, aKey(), { on })
    expect(closed).toMatchObject({ status: 201, body: { state: 'reopened' } })
    const mine = await Promise.all(people.map(({ cookie }) => stage.mine(cookie)))
    const statuses = mine.flat().map(({ status }: { status: string }) => status)
    expect(statuses.toSorted()).toEqual(['cancelled', 'confirmed', 'confirmed'])
    expect(await faults()).toEqual([])
  })

  it('is still listed when it was interrupted, and is finished by the review', async () => {
    const { cookie } = await stage.somebody()
    const { body } = await stage.close({ to: '2026-11-25' })
    const freeDay = () => Promise.reject(new Error('stopped'))
    const on = anApi(stage.table, { closures: { ...stage.api.deps.closures, freeDay } })
    const path = `/sites/09410A/closures/${body.id}`
    expect((await quietly(() => on.call('DELETE', path, { cookie: stage.manager.cookie }))).status).toBe(500)
    expect(await stage.list()).toMatchObject([{ id: body.id, state: 'reopening' }])
    expect((await stage.book(cookie)).body.code).toBe('closed')
    await reviewSite(aSite().id, stage.api.deps)
    expect(await stage.list()).toEqual([])
    expect((await stage.report(body.id)).body.state).toBe('reopened')
    expect((await stage.book(cookie)).status).toBe(201)
    expect(await faults()).toEqual([])
  })
})
