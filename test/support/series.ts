import type { Dependencies } from '../../functions/dependencies.ts'
import type { SpaceId } from '../../shared/domain/ids.ts'
import type { Space } from '../../shared/domain/space.ts'
import { bookingStore } from '../../shared/store/booking-store.ts'
import { aBookingBody, aKey, anApi, untilDecided } from './api.ts'
import { anOpening, aSite, aSpace, date, range } from './builders.ts'
import { freshTable } from './engine.ts'
import { seed } from './seed.ts'
import type { RunningEngine } from './start-engines.ts'

export const opening = anOpening({
  basis: 'fixed',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  window: range('08:00-20:00'),
  onHolidays: true,
})
export const limits = { noticeMinutes: 30, horizonDays: 400, shortestQuarters: 4, longestQuarters: 48 }

/** Four Thursdays from 18:00 to 20:00. */
export const aSeries = (changes: Record<string, unknown> = {}) => {
  const { date: from, ...body } = aBookingBody({ date: '2026-11-26', start: '18:00', end: '20:00' })
  return { ...body, from, rule: 'FREQ=WEEKLY;COUNT=4', mode: 'possible', ...changes }
}

export type DateView = {
  date: string
  ruleDate: string
  space?: string
  start?: string
  booking?: string
  status?: string
  refusal?: string
}
export const booked = (dates: DateView[]) =>
  dates.filter(({ status }) => status === 'confirmed').map((each) => each.date)
/** Space, date and hours of each booked date. */
export const places = (dates: DateView[]) =>
  dates
    .filter(({ status }) => status === 'confirmed')
    .map(({ date, start, space }) => `${date} ${start} ${space}`)
export const refused = (dates: DateView[]) =>
  dates.filter(({ refusal }) => refusal).map((each) => `${each.date} ${each.refusal}`)

/** A site with spaces of one place, lent every day of the year, and people who book there. */
export const aSeriesStage = async (engine: RunningEngine) => {
  const table = await freshTable(engine)
  const api = anApi(table)
  let people = 0
  return {
    api,
    table,
    somebody: () => api.signIn(`series-${people++}@example.org`),
    askOnce: (cookie: string, body: object, headers = aKey(), on = api) =>
      on.call('POST', '/series', { body, headers, cookie }),
    repeat: (cookie: string, body: object, headers = aKey(), on = api) =>
      untilDecided(() => on.call('POST', '/series', { body, headers, cookie })),
    move: (cookie: string, id: string, body: object, query = '', on = api) =>
      untilDecided(() => on.call('PATCH', `/series/${id}${query}`, { body, cookie })),
    read: async (cookie: string, id: string) => (await api.call('GET', `/series/${id}`, { cookie })).body,
    book: (cookie: string, changes: object) =>
      api.call('POST', '/bookings', {
        body: aBookingBody({ start: '18:00', end: '20:00', ...changes }),
        headers: aKey(),
        cookie,
      }),
    bookedAt: async (space: string) => {
      const found = await bookingStore(table).listSiteBookings(
        aSite().id,
        date('2026-10-01'),
        date('2027-12-31'),
      )
      return found.filter((each) => each.space === space)
    },
    withSpace: (id: string, changes: Partial<Space> = {}) =>
      seed(table, aSite(), [
        aSpace({ id: id as SpaceId, capacity: 1, openings: [opening], limits, ...changes }),
      ]),
    withBookings: (changes: (store: Dependencies['bookings']) => Partial<Dependencies['bookings']>) => {
      const store = bookingStore(table)
      return anApi(table, { bookings: { ...store, ...changes(store) } })
    },
  }
}

export type SeriesStage = Awaited<ReturnType<typeof aSeriesStage>>
