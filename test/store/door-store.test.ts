import { beforeAll, describe, expect, it } from 'vitest'
import type { BookingId, DoorId } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import type { Table } from '../../shared/store/client.ts'
import { codesOf, type DoorUse } from '../../shared/store/door-code.ts'
import { type DoorStore, doorStore } from '../../shared/store/door-store.ts'
import { retryContended } from '../../shared/store/retry.ts'
import { aSite, NOW } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'

const [OLD, NEW] = ['o'.repeat(40), 'n'.repeat(40)] as const
const UNTIL = addMinutes(NOW, 60)

let doors = 0
/** A keypad of four digits, the fewest allowed. */
const aDoor = () => ({ id: `porte-${doors++}` as DoorId, digits: 4 })
const useOf = (door: ReturnType<typeof aDoor>, number: number) => ({
  site: aSite().id,
  door,
  booking: String(number).padStart(20, '0') as BookingId,
})

const AT_ONCE = 40

/** Holds codes for bookings, some at once, and retries those that met contention. */
const holdAll = async (store: DoorStore, uses: readonly DoorUse[], { until = UNTIL, now = NOW } = {}) => {
  const codes: string[] = []
  for (let at = 0; at < uses.length; at += AT_ONCE) {
    const some = uses.slice(at, at + AT_ONCE)
    const held = await Promise.all(some.map((use) => retryContended(() => store.holdCode(use, until, now))))
    codes.push(...held.map(({ code }) => code))
  }
  return codes
}

const many = (door: ReturnType<typeof aDoor>, from: number) =>
  Array.from({ length: 200 }, (_, number) => useOf(door, from + number))

describe.each(engines)('the codes of a door on $name', (engine) => {
  let table: Table
  beforeAll(async () => {
    table = await freshTable(engine)
  })

  it('are never given twice, however many are asked for at once', async () => {
    const uses = many(aDoor(), 0)
    // Without the store, some bookings would get equal codes.
    expect(new Set(uses.map((use) => codesOf(OLD, use)[0])).size).toBeLessThan(200)
    expect(new Set(await holdAll(doorStore(table, [OLD]), uses)).size).toBe(200)
  })

  it('are given to one of two bookings that would get the same code at the same moment', async () => {
    const door = aDoor()
    const first = (number: number) => codesOf(OLD, useOf(door, number))[0] ?? ''
    const seen = new Map<string, number>()
    let pair: readonly number[] = []
    for (let number = 0; pair.length === 0; number++) {
      const other = seen.get(first(number))
      if (other !== undefined) pair = [other, number]
      seen.set(first(number), number)
    }
    const codes = await holdAll(
      doorStore(table, [OLD]),
      pair.map((number) => useOf(door, number)),
    )
    expect(new Set(codes).size).toBe(2)
    expect(codes).toContain(first(pair[0] ?? 0))
  })

  it('stay with their booking, for longer when it moves to later, never for shorter', async () => {
    const [store, use] = [doorStore(table, [OLD]), useOf(aDoor(), 1)]
    const { code } = await store.holdCode(use, UNTIL, NOW)
    const later = addMinutes(UNTIL, 600)
    expect(await store.holdCode(use, later, NOW)).toMatchObject({ code })
    await store.holdCode(use, UNTIL, NOW)
    expect(await store.findCode(use)).toEqual({ code, until: later, told: undefined })
  })

  it('are unknown before they are held, and to another booking', async () => {
    const [store, door] = [doorStore(table, [OLD]), aDoor()]
    expect(await store.findCode(useOf(door, 1))).toBeUndefined()
    await store.holdCode(useOf(door, 1), UNTIL, NOW)
    expect(await store.findCode(useOf(door, 2))).toBeUndefined()
  })

  it('are given again once they open nothing any longer', async () => {
    const [store, door] = [doorStore(table, [OLD]), aDoor()]
    const before = new Set(await holdAll(store, many(door, 0)))
    const after = await holdAll(store, many(door, 1000), { until: addMinutes(UNTIL, 60), now: UNTIL })
    expect(after.filter((code) => before.has(code)).length).toBeGreaterThan(0)
  })

  it('stay valid under a replaced key, and are not given again under the new one', async () => {
    const door = aDoor()
    const held = await holdAll(doorStore(table, [OLD]), many(door, 0))
    const both = doorStore(table, [NEW, OLD])
    expect(await both.findCode(useOf(door, 7))).toMatchObject({ code: held[7] })
    const fresh = await holdAll(both, many(door, 1000))
    expect(new Set([...held, ...fresh]).size).toBe(400)
    expect(await doorStore(table, [NEW]).findCode(useOf(door, 7))).toBeUndefined()
  })

  it('keep the newest acknowledgement of the door', async () => {
    const [store, use] = [doorStore(table, [OLD]), useOf(aDoor(), 1)]
    await store.noteTold(use, { revision: 0 })
    expect(await store.findCode(use)).toBeUndefined()
    await store.holdCode(use, UNTIL, NOW)
    const window = { from: NOW, until: UNTIL }
    await store.noteTold(use, { revision: 2 })
    await store.noteTold(use, { revision: 1, window })
    expect((await store.findCode(use))?.told).toEqual({ revision: 2 })
    await store.noteTold(use, { revision: 3, window })
    expect((await store.findCode(use))?.told).toEqual({ revision: 3, window })
  })

  it('are stored nowhere in the table', async () => {
    const own = await freshTable(engine)
    const use = { ...useOf(aDoor(), 1), door: { id: 'entree' as DoorId, digits: 8 } }
    const { code } = await doorStore(own, [OLD]).holdCode(use, UNTIL, NOW)
    await doorStore(own, [OLD]).noteTold(use, { revision: 0, window: { from: NOW, until: UNTIL } })
    const stored = await scanAll(own)
    expect(stored).toContain('DOOR#')
    expect(stored).not.toContain(code)
  })
})
