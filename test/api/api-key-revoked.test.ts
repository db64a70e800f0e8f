import { beforeAll, describe, expect, it } from 'vitest'
import type { BookingId } from '../../shared/domain/ids.ts'
import { addDays } from '../../shared/domain/local-date.ts'
import type { Table } from '../../shared/store/client.ts'
import { type Answer, aBookingBody, aKey, anApi } from '../support/api.ts'
import { bearer, madeKey } from '../support/api-keys.ts'
import { aSite, aSpace, TUESDAY } from '../support/builders.ts'
import { aClosureBody } from '../support/closures.ts'
import { engines, freshTable } from '../support/engine.ts'
import { interleaved } from '../support/interrupted.ts'
import { seed } from '../support/seed.ts'
import { holderIn } from '../support/waitlist-entry.ts'

const HERE = 'site:09410A'
/** More than any of these acts makes. */
const MOST_REQUESTS = 16

describe.each(engines)('a key that is revoked while its tool acts on $name', (engine) => {
  let table: Table
  let calm: ReturnType<typeof anApi>
  let manager: string
  let days = 0
  beforeAll(async () => {
    table = await freshTable(engine)
    await seed(table, aSite(), [aSpace({ capacity: 50, limits: { ...aSpace().limits, horizonDays: 365 } })])
    calm = anApi(table)
    manager = await calm.signIn('manager@example.org', 'Dominique')
    await calm.deps.grants.give(holderIn(manager), {
      role: 'manager',
      scope: { kind: 'site', site: aSite().id },
    })
  })

  const aDay = () => addDays(TUESDAY, 7 * days++)
  const ask = (api: typeof calm, token: string, method: string, path: string, body?: object) =>
    api.call(method, path, { ...(body && { body }), headers: { ...aKey(), ...bearer(token) } })
  const bookedOn = (api: typeof calm, token: string, date: string) =>
    ask(api, token, 'POST', '/bookings', aBookingBody({ date, for: { name: 'Odette Masson' } }))
  const stateOf = async (id: string) => {
    const { status, start } = (await calm.deps.bookings.findBooking(id as BookingId)) ?? {}
    return JSON.stringify([status, start])
  }
  const allOn = async (date: string) =>
    JSON.stringify(
      (await calm.call('GET', `/sites/09410A/planning?from=${date}&days=1`, { cookie: manager })).body
        .bookings.length,
    )
  const closures = async () => String((await calm.call('GET', '/sites/09410A/closures')).body.closures.length)

  type Act = { readonly state: () => Promise<string>; readonly does: (api: typeof calm) => Promise<Answer> }
  const ACTS: Record<string, (token: string) => Promise<Act>> = {
    'a booking': async (token) => {
      const date = aDay()
      return { state: () => allOn(date), does: (api) => bookedOn(api, token, date) }
    },
    'a move': async (token) => {
      const { id } = (await bookedOn(calm, token, aDay())).body
      const body = { start: '09:00', end: '12:00' }
      return { state: () => stateOf(id), does: (api) => ask(api, token, 'PATCH', `/bookings/${id}`, body) }
    },
    'a cancellation': async (token) => {
      const { id } = (await bookedOn(calm, token, aDay())).body
      return { state: () => stateOf(id), does: (api) => ask(api, token, 'DELETE', `/bookings/${id}`) }
    },
    'a closure': async (token) => {
      const body = aClosureBody({ from: aDay() })
      return { state: closures, does: (api) => ask(api, token, 'POST', '/sites/09410A/closures', body) }
    },
  }

  it.each(Object.entries(ACTS))(
    'has %s written before, or never',
    async (_, prepare) => {
      let refused = 0
      for (let at = 1; at <= MOST_REQUESTS; at++) {
        const { id, token } = await madeKey(calm, manager, HERE)
        const { state, does } = await prepare(token)
        const before = await state()
        let whenRevoked = before
        const other = interleaved(engine, at, async () => {
          expect((await calm.call('DELETE', `/api-keys/${HERE}/${id}`, { cookie: manager })).status).toBe(204)
          whenRevoked = await state()
        })
        const { status } = await does(anApi({ ...table, client: other.client }))
        expect(await state(), `request ${at}`).toBe(other.requests < at ? await state() : whenRevoked)
        if (other.requests < at) break
        if (status === 401) refused++
        expect([200, 201, 401], `request ${at}`).toContain(status)
      }
      expect(refused).toBeGreaterThan(1)
    },
    60_000,
  )
})
