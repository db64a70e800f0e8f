import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { beforeEach, describe, expect, it } from 'vitest'
import { reviewSite } from '../../functions/use-cases/review-site.ts'
import type { Closure } from '../../shared/domain/closure.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { quarter } from '../../shared/domain/quarter.ts'
import { closedDayKey } from '../../shared/store/keys/site-keys.ts'
import { reconcile } from '../proof/reconcile.ts'
import { anApi } from '../support/api.ts'
import { aSite, date, NOW } from '../support/builders.ts'
import { aClosureStage, type ClosureStage, lentFloor } from '../support/closures.ts'
import { engines } from '../support/engine.ts'
import { stepping } from '../support/interrupted.ts'

const SITE = aSite().id
const [TUESDAY, WEDNESDAY, THURSDAY] = ['2026-11-24', '2026-11-25', '2026-11-26'].map(date) as [
  Closure['from'],
  Closure['from'],
  Closure['from'],
]
/** Wednesday, 14:00 on the door's clock. */
const WEDNESDAY_AFTERNOON = addMinutes(NOW, 4 * 24 * 60 + 4 * 60)

describe.each(engines)('a closure whose spaces change, on $name', (engine) => {
  let stage: ClosureStage
  beforeEach(async () => {
    const floor = [lentFloor('a', 2), lentFloor('b', 4), lentFloor('tout', 6, ['a', 'b']), lentFloor('c', 2)]
    stage = await aClosureStage(engine, { here: floor })
  })
  const bookFour = async (changes: object): Promise<string> => {
    const { cookie } = await stage.somebody()
    const { status, body } = await stage.book(cookie, { space: 'tout', places: 4, ...changes })
    expect(status).toBe(201)
    return body.id
  }
  const statusOf = async (id: string) => (await stage.api.deps.bookings.findBooking(id as never))?.status
  const lend = async (id: string, capacity: number) => {
    const { cookie } = stage.manager
    const { spaces } = (await stage.api.call('GET', `/sites/${SITE}/lent-spaces`, { cookie })).body
    const {
      id: _,
      ended: __,
      settled: ___,
      unstaffed: ____,
      ...space
    } = spaces.find((each: { id: string }) => each.id === id)
    const body = { ...space, limits: { ...space.limits, horizonDays: 60 }, capacity }
    const answer = await stage.api.call('PUT', `/sites/${SITE}/spaces/${id}`, { body, cookie })
    expect(answer.status).toBe(200)
    return answer.body
  }
  const listed = async (id: string) =>
    (await stage.report(id)).body.bookings.map((each: { id: string; outcome: string }) => [
      each.id,
      each.outcome,
    ])
  const takenOn = async (day: Closure['from']) =>
    (await stage.api.deps.closedDays.listClosedDays(SITE, day, day))[0]?.allocations
  const faults = async () => (await reconcile(stage.table, SITE)).faults

  it('ends and lists bookings that no longer fit where a closed part grows', async () => {
    const booking = await bookFour({ date: TUESDAY })
    const { body: closure } = await stage.close({ spaces: ['a'] })
    expect(closure.bookings).toEqual([])
    await lend('b', 3)
    expect(await lend('a', 3)).toMatchObject({ settled: true })
    expect(await statusOf(booking)).toBe('cancelled')
    expect(await listed(closure.id)).toEqual([[booking, 'cancelled']])
    const read = await stage.api.deps.sites.readDay(SITE, TUESDAY)
    expect(read?.occupancyOf('tout' as never)[36]).toBe(3)
    expect(await faults()).toEqual([])
  })

  it('leaves past bookings alone, and lists people who are there now', async () => {
    const past = await bookFour({ date: TUESDAY })
    const over = await bookFour({ date: WEDNESDAY, end: '10:00' })
    const running = await bookFour({ date: WEDNESDAY, start: '12:00', end: '20:00' })
    const next = await bookFour({ date: THURSDAY })
    const { body: closure } = await stage.close({ spaces: ['a', 'c'], to: '2026-11-27' })
    const before = await takenOn(TUESDAY)
    stage.api.clock.now = WEDNESDAY_AFTERNOON
    await lend('b', 3)
    await lend('a', 3)
    await lend('c', 1)
    expect(await Promise.all([past, over, running].map(statusOf))).toEqual(Array(3).fill('confirmed'))
    expect(await statusOf(next)).toBe('cancelled')
    expect(await listed(closure.id)).toEqual([
      [running, 'standing'],
      [next, 'cancelled'],
    ])
    expect(await takenOn(TUESDAY)).toEqual(before)
    expect(await faults()).toEqual([])
  })

  it('ends nothing that is over when it finishes a day late', async () => {
    const past = await bookFour({ date: TUESDAY })
    const next = await bookFour({ date: THURSDAY })
    const { holder } = stage.manager
    const closure: Closure = {
      ...{
        id: 's'.repeat(20) as Closure['id'],
        site: SITE,
        kind: 'unexpected',
        reason: 'Fuite d’eau',
        state: 'closing',
      },
      ...{
        from: TUESDAY,
        to: THURSDAY,
        start: quarter(0),
        end: quarter(96),
        closedBy: holder,
        createdAt: NOW,
      },
    }
    await stage.api.deps.closures.addClosure(closure, '-' as never, { by: holder, action: 'close' })
    stage.api.clock.now = WEDNESDAY_AFTERNOON
    await reviewSite(SITE, stage.api.deps)
    expect([await statusOf(past), await statusOf(next)]).toEqual(['confirmed', 'cancelled'])
    expect((await stage.report(closure.id)).body).toMatchObject({ state: 'closed', bookings: [{ id: next }] })
    expect(await faults()).toEqual([])
  })

  it('gives up for now where a closed day cannot be taken anew', async () => {
    const { body: closure } = await stage.close({ spaces: ['c'] })
    await stage.table.client.send(
      new UpdateItemCommand({
        TableName: stage.table.name,
        Key: marshall(closedDayKey(SITE, TUESDAY, closure.id)),
        UpdateExpression: 'SET allocations[0].unread = :unread',
        ExpressionAttributeValues: marshall({ ':unread': 1 }),
      }),
    )
    expect(await lend('c', 1)).toMatchObject({ settled: false })
    const bounded = stepping(engine, async (number) => {
      if (number > 200) throw new Error('it goes on')
    })
    const { deps, clock } = anApi({ name: stage.table.name, client: bounded.client })
    clock.now = stage.api.clock.now
    await reviewSite(SITE, deps)
    expect((await stage.report(closure.id)).body.state).toBe('closing')
  })
})
