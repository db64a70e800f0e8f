import { describe, expect, it } from 'vitest'
import { anApi } from '../support/api.ts'
import { engines } from '../support/engine.ts'
import { always, type Plan } from '../support/faulty-client.ts'
import { scanAll } from '../support/scan.ts'
import { aHouse, faultyApi, lentSpace } from './house.ts'
import { aDay, prepareWrite, WRITES } from './people.ts'

const DEADLINE_MS = 5000
/** The machine is shared, and the retry loop checks the deadline only between tries. */
const MARGIN_MS = 2000
const MOST_READS = 200
const TRANSACTION = /TransactWrite/

describe.each(engines)('the API on $name', (engine) => {
  /** Without a limit, a loop that never pauses would block this process for ever. */
  const neverWhole = (): Plan => {
    let sent = 0
    return ({ command }) => {
      if (!/BatchGet/.test(command)) return undefined
      if (++sent > MOST_READS) throw new Error(`asked ${MOST_READS} times`)
      return 'partial'
    }
  }

  it('answers 503 inside the deadline and writes nothing while a fault lasts (19, 23)', async () => {
    const table = await aHouse(engine, [lentSpace('salle-a', { capacity: 2 })])
    const api = anApi(table)
    const plans = [() => always('conflict', TRANSACTION), () => always('throttled', TRANSACTION), neverWhole]
    const wanted = await Promise.all(
      WRITES.flatMap((write) =>
        plans.map(async (plan) => ({
          make: await prepareWrite(write, api, aDay()),
          on: faultyApi(engine, table, plan()),
        })),
      ),
    )
    const before = await scanAll(table)
    await Promise.all(
      wanted.map(async ({ make, on }) => {
        const startedAt = performance.now()
        const { status, headers, body } = await make(on)
        expect([status, body.code]).toEqual([503, 'busy'])
        expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
        expect(performance.now() - startedAt).toBeLessThan(DEADLINE_MS + MARGIN_MS)
      }),
    )
    expect(await scanAll(table)).toBe(before)
  })
})
