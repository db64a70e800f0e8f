import type { APIResponse, Page } from 'playwright-core'
import type { BookingList, BookingView, NewBooking } from '../../shared/contracts/booking-views.ts'
import type { SeriesView } from '../../shared/contracts/series-views.ts'
import type { AvailabilityView } from '../../shared/contracts/site-views.ts'
import type { NewWaitlistEntry, WaitlistEntryView } from '../../shared/contracts/waitlist-views.ts'
import type { Choice } from '../../web/availability/choice.ts'
import { laterDate } from '../../web/kit/later-date.ts'
import { type Repetition, seriesOf } from '../../web/series/repetition.ts'
import { hourAfter } from '../support/local-session.ts'
import { codeSentTo, codesSentTo } from './mailbox.ts'
import type { Person } from './stage.ts'

export const MONTMIRAIL = '09410A'
export const MONTPEZAT = '01073A'

const json = async <T>(answer: APIResponse): Promise<T> => {
  if (!answer.ok()) throw new Error(`${answer.status()} for ${answer.url()}: ${await answer.text()}`)
  return answer.json()
}

/** Signs the page's browser in through the API. */
export const signIn = async (page: Page, person: Person, { named } = { named: true }): Promise<void> => {
  const earlier = await codesSentTo(page, person)
  await json(await page.request.post('/api/auth/codes', { data: { email: person.email } }))
  const code = await codeSentTo(page, person, earlier)
  await json(
    await page.request.post('/api/auth/sessions', { data: { code, ...(named && { name: person.name }) } }),
  )
}

/** Signs a member of the demo's staff in at the local issuer, without our pages. */
export const signInStaff = async (
  page: Page,
  subject: string,
  { secondFactor } = { secondFactor: true },
): Promise<void> => {
  // The issuer starts with its first request, which on a busy machine outlasts the service's timeout.
  await page.request.get('/_issuer/.well-known/openid-configuration')
  const choice = await page.request.get('/api/auth/oidc?next=/')
  const form = { subject, ...(secondFactor && { secondFactor: 'on' }) }
  const back = await page.request.post(choice.url(), { form })
  if (new URL(back.url()).pathname !== '/') throw new Error(`not signed in: ${back.url()}`)
}

export const daysOf = async (page: Page, site: string): Promise<AvailabilityView['days']> =>
  (await json<AvailabilityView>(await page.request.get(`/api/sites/${site}/availability?days=14`))).days

/**
 * Free times of an hour or more within a fortnight, soonest first, each as one hour of one desk. They begin
 * tomorrow: today's depend on the hour, and tests may run past midnight.
 */
export const freeHours = async (page: Page, site = MONTMIRAIL): Promise<Choice[]> =>
  (await daysOf(page, site)).slice(1).flatMap(({ date, spaces }) =>
    spaces.flatMap(({ space, free }) =>
      free
        .map(({ start, end }) => ({ start, end: hourAfter(start), until: end }))
        .filter(({ end, until }) => end <= until)
        .map(({ start, end }) => ({ site, space, date, start, end, use: 'desk' as const, places: 1 })),
    ),
  )

/** Times that are also free a week later, since a holiday may come between. */
export const freeTwice = async (page: Page, site = MONTMIRAIL): Promise<Choice[]> => {
  const hours = await freeHours(page, site)
  return hours.filter(({ space, date, start }) =>
    hours.some(
      (other) => other.space === space && other.start === start && other.date === laterDate(date, 7),
    ),
  )
}

export const freeHour = async (page: Page, site = MONTMIRAIL): Promise<Choice> => {
  const hour = (await freeHours(page, site)).at(-1)
  if (!hour) throw new Error(`nothing is free at ${site}`)
  return hour
}

export const book = async (page: Page, choice: NewBooking): Promise<BookingView> =>
  json(
    await page.request.post('/api/bookings', {
      data: choice,
      headers: { 'idempotency-key': crypto.randomUUID() },
    }),
  )

export const cancel = async (page: Page, id: string): Promise<BookingView> =>
  json(await page.request.delete(`/api/bookings/${id}`))

export const bookSeries = async (page: Page, choice: Choice, repetition: Repetition): Promise<SeriesView> =>
  json(
    await page.request.post('/api/series', {
      data: seriesOf(choice, repetition),
      headers: { 'idempotency-key': crypto.randomUUID() },
    }),
  )

export const waitFor = async (page: Page, wanted: NewWaitlistEntry): Promise<WaitlistEntryView> =>
  json(
    await page.request.post('/api/waits', {
      data: wanted,
      headers: { 'idempotency-key': crypto.randomUUID() },
    }),
  )

export const cancelSeries = async (page: Page, id: string): Promise<SeriesView> =>
  json(await page.request.delete(`/api/series/${id}`))

export const bookingsOf = async (page: Page): Promise<BookingList['bookings']> =>
  (await json<BookingList>(await page.request.get('/api/me/bookings'))).bookings

/** Places left at a time, from the public availability. */
export const placesLeft = async (
  page: Page,
  { site, space, date, start }: Pick<Choice, 'site' | 'space' | 'date' | 'start'>,
): Promise<number> => {
  const day = (await daysOf(page, site)).find((each) => each.date === date)
  const free = day?.spaces.find((each) => each.space === space)?.free ?? []
  return free.find((range) => range.start <= start && start < range.end)?.places ?? 0
}
