import { type Answer, aBookingBody, aKey, anApi } from '../support/api.ts'
import type { BenchTable } from './stage.ts'
import { type Metered, meterOf } from './store-meter.ts'

export type Operation = { readonly name: string; readonly cost: Metered }

/** Earlier bookings of the measured person. */
export const LISTED = 10

export const SERIES_DATES = 52

export const weeklySeries = (changes: Readonly<Record<string, unknown>> = {}) => {
  const { date: from, ...body } = aBookingBody({ date: '2026-11-26', start: '18:00', end: '20:00' })
  return { ...body, from, rule: `FREQ=WEEKLY;COUNT=${SERIES_DATES}`, mode: 'possible', ...changes }
}

export const answered = ({ status, body }: Answer, wanted: number): Answer['body'] => {
  if (status !== wanted) throw new Error(`${status} was answered, not ${wanted}: ${JSON.stringify(body)}`)
  return body
}

/** A signed-in person who calls the app on that table. */
export const aCaller = async ({ table }: Pick<BenchTable, 'table'>, email: string) => {
  const api = anApi(table)
  const cookie = await api.signIn(email)
  return {
    get: (path: string) => api.call('GET', path, { cookie }),
    book: (changes: object) =>
      api.call('POST', '/bookings', { body: aBookingBody({ ...changes }), headers: aKey(), cookie }),
    repeat: async (body: object): Promise<Answer> => {
      const headers = aKey()
      for (;;) {
        const answer = await api.call('POST', '/series', { body, headers, cookie })
        if (answer.status !== 503) return answer
      }
    },
    move: (id: string, body: object) => api.call('PATCH', `/bookings/${id}`, { body, cookie }),
    cancel: (id: string) => api.call('DELETE', `/bookings/${id}`, { cookie }),
  }
}

/** Runs each operation once through the app, and meters it. */
export const operationsOn = async (on: BenchTable): Promise<Operation[]> => {
  const meter = meterOf(on.table.client)
  const { get, book, repeat, move, cancel } = await aCaller(on, 'camille@example.org')
  for (let day = 0; day < LISTED; day++)
    answered(await book({ date: `2026-12-${10 + day}`, end: '10:00' }), 201)
  const operations: Operation[] = []
  const measure = async (
    name: string,
    status: number,
    call: () => Promise<Answer>,
  ): Promise<Answer['body']> => {
    let body: Answer['body']
    const cost = await meter(async () => {
      body = answered(await call(), status)
    })
    operations.push({ name, cost })
    return body
  }
  await measure('search, the first of an instance', 200, () => get('/sites?q=mon'))
  await measure('search, later', 200, () => get('/sites?near=46.2,2.4'))
  await measure('read a site', 200, () => get('/sites/09410A'))
  await measure('a week of a site', 200, () => get('/sites/09410A/availability?days=7'))
  const { id } = await measure('book a desk', 201, () => book({ start: '08:00', end: '10:00' }))
  await measure('book a room that divides in two', 201, () =>
    book({ space: 'salle', use: 'room', start: '14:00', end: '16:00' }),
  )
  await measure('move to another time', 200, () => move(id, { start: '09:00', end: '11:00' }))
  await measure('move to another date', 200, () => move(id, { date: '2026-11-25' }))
  await measure('cancel', 200, () => cancel(id))
  await measure(`list my bookings (${LISTED + 2})`, 200, () => get('/me/bookings'))
  await measure(`a series of ${SERIES_DATES} dates`, 201, () => repeat(weeklySeries()))
  return operations
}
