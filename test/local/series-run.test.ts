import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openEngine } from '../../infra/local/engine.ts'
import { findDynoxide } from '../../infra/local/engine-process.ts'
import { TABLE_NAME } from '../../infra/local/functions.ts'
import { localClient } from '../../infra/local/local-client.ts'
import type { SeriesId } from '../../shared/domain/ids.ts'
import { seriesStore } from '../../shared/store/series-store.ts'
import { aFolder, type LocalService, runLocally } from '../support/local-service.ts'
import { firstFree, json, type Session, signIn } from '../support/local-session.ts'

const repeat = async (service: LocalService, { cookie }: Session) => {
  const { date: from, ...free } = await firstFree(service)
  const response = await fetch(`${service.origin}/api/series`, {
    method: 'POST',
    headers: { ...json, cookie, 'idempotency-key': 'a-series-of-the-local-run' },
    body: JSON.stringify({
      site: '09410A',
      ...free,
      from,
      use: 'desk',
      rule: 'FREQ=WEEKLY',
      mode: 'possible',
    }),
  })
  return (await response.json()) as { id: SeriesId; rolling: boolean; dates: { ruleDate: string }[] }
}

const datesOf = async ({ origin }: LocalService, { cookie }: Session, id: string): Promise<unknown[]> => {
  const response = await fetch(`${origin}/api/series/${id}`, { headers: { cookie } })
  return ((await response.json()) as { dates: { ruleDate: string }[] }).dates.map(({ ruleDate }) => ruleDate)
}

/** As it was when only its first date was within reach. */
const turnBack = async (folder: string, id: SeriesId) => {
  const engine = await openEngine({ folder: join(folder, '.restante'), shared: true })
  const client = localClient(engine.endpoint)
  const store = seriesStore({ client, name: TABLE_NAME })
  const series = (await store.findSeries(id))?.series
  const done = series && (await store.changeSeries(series, { dates: series.dates.slice(0, 1), refusals: {} }))
  client.destroy()
  await engine.close()
  return done
}

describe.skipIf(!findDynoxide())('the local service', () => {
  it('extends series without an end, like the schedule in the cloud', async () => {
    const folder = aFolder()
    const before = await runLocally(folder)
    const session = await signIn(before, 'serie@example.org')
    const { id, rolling, dates } = await repeat(before, session)
    expect(rolling).toBe(true)
    expect(dates.length).toBeGreaterThan(2)
    await before.stop('SIGTERM')
    expect(await turnBack(folder, id)).toBe(true)
    const after = await runLocally(folder)
    let found: unknown[] = []
    for (let waits = 0; waits < 400 && found.length < dates.length; waits++) {
      await sleep(100)
      found = await datesOf(after, session, id)
    }
    await after.stop('SIGTERM')
    expect(found).toEqual(dates.map(({ ruleDate }) => ruleDate))
  })
})
