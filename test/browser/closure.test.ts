import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import type { ClosureReportView } from '../../shared/contracts/closure-views.ts'
import type { Choice } from '../../web/availability/choice.ts'
import { laterDate } from '../../web/kit/later-date.ts'
import { messageTo } from './mailbox.ts'
import { bookSeries, daysOf, MONTMIRAIL, signIn, signInStaff } from './shortcuts.ts'
import { aPerson, openStage, type Stage } from './stage.ts'
import { aDay, title } from './steps.ts'

const WEEKS = 7
const REASON = 'Le chauffage est en réparation'

const stage = await openStage()
afterAll(() => stage?.close())

const firstThursday = async (page: Page): Promise<Choice> => {
  const days = (await daysOf(page, MONTMIRAIL)).slice(1)
  const first = days.find(({ date }) => new Date(date).getUTCDay() === 4)
  if (!first) throw new Error('a fortnight without a Thursday')
  const evening = { start: '18:00', end: '20:00', use: 'room', places: 1 } as const
  return { site: MONTMIRAIL, space: 'bureau-partage', date: first.date, ...evening }
}

const close = async (page: Page, date: string): Promise<ClosureReportView> => {
  const answer = await page.request.post(`/api/sites/${MONTMIRAIL}/closures`, {
    data: { kind: 'planned', reason: REASON, from: date },
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  expect(answer.status()).toBe(201)
  return answer.json()
}

const tellStory = async ({ visit }: Stage) => {
  const { page, watch } = await visit({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  })
  const choir = aPerson('La Chorale de Montmirail')
  await signIn(page, choir)
  const choice = await firstThursday(page)
  const until = laterDate(choice.date, 7 * (WEEKS - 1))
  const series = await bookSeries(page, choice, { rhythm: 'week', until })
  const booked = series.dates.flatMap(({ date, booking }) => (booking ? [date] : []))
  const lost = booked.find((date) => date >= laterDate(choice.date, 14)) ?? ''
  expect(booked.length).toBeGreaterThan(3)

  const office = await visit()
  await signInStaff(office.page, 'manager')
  const { bookings } = await close(office.page, lost)
  expect(bookings).toMatchObject([
    { date: lost, holderName: choir.name, hasEmail: true, outcome: 'proposed' },
  ])
  const { proposal } = bookings[0] ?? {}
  const { text } = await messageTo(page, choir, /^Votre réservation change/)
  expect(text).toContain(`à ${Math.round(proposal?.distanceKm ?? 0)} km à vol d’oiseau`)

  await page.goto(`/serie?id=${series.id}`)
  await title(page, `${booked.length - 1} dates réservées`).waitFor()
  const line = (date: string) =>
    page
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: new RegExp(`^${aDay(date)}$`) }) })
  await line(lost).getByText(`annulée : ${REASON}`).waitFor()
  for (const date of booked.filter((each) => each !== lost)) await line(date).getByText('référence').waitFor()

  const closed = page.getByText(new RegExp(`Fermé exceptionnellement le ${aDay(lost)}\\s: ${REASON}`))
  await page.goto(`/lieu?id=${MONTMIRAIL}`)
  await closed.waitFor()
  await page.goto(`/reserver?site=${MONTMIRAIL}&espace=bureau-partage`)
  await closed.waitFor()
  expect(watch.faults).toEqual([])
}

describe.skipIf(!stage)('an association that has the room every Thursday', () => {
  it('loses the one date of a closure, is told why and where else, and keeps the others', async () => {
    if (stage) await tellStory(stage)
  })
})
