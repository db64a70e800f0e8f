import { afterEach, describe, expect, it } from 'vitest'
import { deliverHooks } from '../../functions/jobs/deliver-hooks/deliver-hooks.ts'
import { tellTools } from '../../functions/jobs/tell-tools/tell-tools.ts'
import type { Table } from '../../shared/store/client.ts'
import { deliveryStore } from '../../shared/store/delivery-store.ts'
import { hookStore } from '../../shared/store/hook-store.ts'
import { siteStore } from '../../shared/store/site-store.ts'
import { engines } from '../support/engine.ts'
import { aHookStage, type HookStage } from '../support/hooks.ts'
import { dying } from '../support/interrupted.ts'
import { quietly } from './house.ts'

const MOMENTS = ['before', 'after'] as const

describe.each(engines)('an event for a hook on $name', (engine) => {
  let stage: HookStage
  afterEach(() => stage.receiver.close())

  const storesOn = (table: Table) => ({
    hooks: hookStore(table),
    deliveries: deliveryStore(table),
    sites: siteStore(table),
  })

  /** Both jobs with one death each, then as they come again; answers whether the death was reached. */
  const killedAt = async (at: number, moment: (typeof MOMENTS)[number]) => {
    stage = await aHookStage(engine)
    await stage.link()
    await stage.changes()
    await stage.book()
    const changes = await stage.changes()
    const dead = [dying(engine, at, moment), dying(engine, at, moment)] as const
    const on = ({ client }: (typeof dead)[number]) => storesOn({ client, name: stage.table.name })
    const telling = { ...stage.api.deps, ...on(dead[0]) }
    await quietly(() => tellTools({ hooks: telling })(changes).catch(() => {}))
    await tellTools({ hooks: stage.api.deps })(changes)
    const delivering = { ...stage.api.deps, ...on(dead[1]), chance: () => 0.5 }
    await quietly(() => deliverHooks(delivering).catch(() => {}))
    stage.pass(1)
    await stage.deliver()
    return dead.some(({ requests }) => requests >= at)
  }

  it('arrives at least once, and counts once, wherever the jobs die', async () => {
    let at = 1
    let isReached = true
    while (isReached) {
      for (const moment of MOMENTS) {
        isReached = await killedAt(at, moment)
        expect([at, moment, stage.receiver.events().map(({ type }) => type)]).toEqual([
          at,
          moment,
          ['booking.made'],
        ])
        expect(new Set(stage.receiver.told.ids).size).toBe(1)
        await stage.receiver.close()
      }
      at += 1
    }
    expect(at).toBeGreaterThan(4)
    stage = await aHookStage(engine)
  })
})
