import { describe, expect, it } from 'vitest'
import type { SpaceId } from '../../shared/domain/ids.ts'
import { aCaller } from '../bench/operations.ts'
import { meterOf } from '../bench/store-meter.ts'
import { aSite, aSpace } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { seed } from '../support/seed.ts'

/** DynamoDB Local charges nothing for absent items, so units are read from dynoxide. */
const counting = engines.filter(({ name }) => name === 'dynoxide')

describe.each(counting)('a desk of a site that is remembered, on $name,', (engine) => {
  const aStage = async () => {
    const table = await freshTable(engine)
    await seed(table, aSite(), [aSpace({ capacity: 1 }), aSpace({ id: 'salle' as SpaceId })])
    const people = [await aCaller({ table }, 'anne@example.org'), await aCaller({ table }, 'bao@example.org')]
    for (const { book } of people) expect((await book({ space: 'salle' })).status).toBe(201)
    return { people, meter: meterOf(table.client) }
  }

  it('costs 4 units read and 11 written when it is booked', async () => {
    const { people, meter } = await aStage()
    const cost = await meter(async () =>
      expect((await people[0]?.book({ space: 'salle', date: '2026-11-25' }))?.status).toBe(201),
    )
    expect(cost).toEqual({ requests: 2, trips: 2, readUnits: 4, writeUnits: 11 })
  })

  it('costs a unit and a round trip of two requests when its week is looked at', async () => {
    const { people, meter } = await aStage()
    for (const [at, { book }] of people.entries()) await book({ date: `2026-11-2${5 + at}` })
    const cost = await meter(async () =>
      expect((await people[0]?.get('/public/sites/09410A/availability?days=7'))?.status).toBe(200),
    )
    expect(cost).toEqual({ requests: 2, trips: 1, readUnits: 1, writeUnits: 0 })
  })

  it('costs 8 units read and nothing written when it is refused for lack of place', async () => {
    const { people, meter } = await aStage()
    for (const [at, { book }] of people.entries()) await book({ date: `2026-11-2${5 + at}` })
    const cost = await meter(async () =>
      expect((await people[1]?.book({ date: '2026-11-25' }))?.body.code).toBe('taken'),
    )
    // A unit written costs five times a unit read.
    expect(cost).toMatchObject({ readUnits: 8, writeUnits: 0 })
  })
})
