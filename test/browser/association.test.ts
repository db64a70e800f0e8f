import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import type { AvailabilityView } from '../../shared/contracts/site-views.ts'
import { type Choice, detailsAddress } from '../../web/availability/choice.ts'
import { laterDate } from '../../web/kit/later-date.ts'
import { dayWords } from '../../web/kit/words/fr/time-words.ts'
import { book, bookingsOf, daysOf, MONTMIRAIL, signIn } from './shortcuts.ts'
import { aPerson, openStage, type Person, type Stage } from './stage.ts'
import { noticed, settled } from './state.ts'
import { aDay, at, press, title, typeCode } from './steps.ts'
import { tellingOf } from './watch.ts'

const WEEKS = 6
const EVENING = { start: '18:00', end: '20:00' }

const stage = await openStage()
afterAll(() => stage?.close())

const isFreeInTheEvening = ({ spaces }: AvailabilityView['days'][number]): boolean =>
  spaces.some(({ free }) => free.some(({ start, end }) => start <= EVENING.start && EVENING.end <= end))

const dayAt = async (page: Page, date: string): Promise<AvailabilityView['days']> => {
  const answer = await page.request.get(`/api/sites/${MONTMIRAIL}/availability?from=${date}&days=1`)
  return ((await answer.json()) as AvailabilityView).days
}

const isThursday = (date: string): boolean => new Date(date).getUTCDay() === 4

/** The same evening of some weeks while the room is lent, holidays left out. */
const freeWeekly = async (page: Page, fits: (date: string) => boolean): Promise<string[]> => {
  const days = (await daysOf(page, MONTMIRAIL)).slice(1)
  const first = days.find((day) => fits(day.date) && isFreeInTheEvening(day))
  if (!first) throw new Error('no such evening is free')
  const dates = Array.from({ length: WEEKS }, (_, week) => laterDate(first.date, 7 * week))
  const read = await Promise.all(dates.map((date) => dayAt(page, date)))
  return read.flat().flatMap((day) => (isFreeInTheEvening(day) ? [day.date] : []))
}

const signInOnPages = async (page: Page, association: Person) => {
  await press(page.getByRole('link', { name: 'Recevoir un code' }))
  await at(page, '/connexion')
  await page.getByLabel('Votre adresse e-mail').fill(association.email)
  await press(page.getByRole('button', { name: 'Recevoir mon code' }))
  await typeCode(page, association)
  await at(page, '/repeter')
}

/** Previews, and books what is free. */
const repeatUntil = async (page: Page, until: string, association: Person) => {
  await page.getByText(/Il nous manque votre nom/).waitFor()
  await page.getByLabel('Votre prénom et votre nom').fill(association.name)
  await press(page.getByRole('button', { name: 'Continuer', exact: true }))
  await page.getByLabel('Quand').selectOption('Chaque semaine')
  await page.getByLabel('Jusqu’au').fill(until)
}

const datesListed = async (page: Page): Promise<string[]> =>
  (await bookingsOf(page)).flatMap(({ status, date }) => (status === 'confirmed' ? [date] : [])).sort()

const only = (date: string): RegExp => new RegExp(`^${aDay(date)}$`)

const expectTaken = (page: Page, taken: string) =>
  page
    .getByRole('listitem')
    .filter({ hasText: /^Déjà pris/ })
    .filter({ hasText: new RegExp(aDay(taken)) })
    .waitFor()

const expectSeries = async (page: Page, { booked, taken }: { booked: readonly string[]; taken: string }) => {
  await title(page, `${booked.length} dates réservées`).waitFor()
  for (const date of booked) await page.getByRole('link', { name: only(date) }).waitFor()
  const parts = await page.getByRole('heading', { level: 2 }).allTextContents()
  // A holiday may be among the dates.
  const lost = WEEKS - booked.length
  expect(parts.slice(0, 2)).toEqual([
    lost > 1 ? `${lost} dates ne sont pas possibles` : 'Une date n’est pas possible',
    'Vos dates',
  ])
  await expectTaken(page, taken)
  await press(page.getByText('D’autres heures, ces jours-là'))
  const refused = page.getByRole('listitem').filter({ has: page.getByText(only(taken)) })
  expect(await refused.getByRole('link').count()).toBeGreaterThan(0)
  expect(await datesListed(page)).toEqual(booked)
}

const cancelFrom = async (page: Page, date: string) => {
  await page.getByLabel('Cette date et les suivantes').selectOption(date)
  await press(page.getByRole('button', { name: 'Annuler ces dates' }))
  await press(page.getByRole('button', { name: 'Oui, annuler' }))
  await noticed(page, /C’est annulé/)
}

const expectMine = async (page: Page, kept: readonly string[]) => {
  await press(page.getByRole('main').getByRole('link', { name: 'Mes réservations' }))
  await at(page, '/mes-reservations')
  await title(page, 'Mes réservations').waitFor()
  await settled(page)
  const card = page.locator('.series-line')
  await card.getByText(`Les ${kept.length} dates`).waitFor()
  const words = (await card.textContent()) ?? ''
  expect(words).toMatch(/(Chaque jeudi|2 dates), de 18.h à 20.h/)
  expect(kept.filter((date) => words.includes(dayWords(date)))).toEqual(kept)
}

const tellStory = async ({ visit }: Stage) => {
  const { page, watch } = await visit({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  })
  const chess = aPerson('Les Échecs de Montmirail')
  const rival = await visit()
  await signIn(rival.page, aPerson())
  const [first = '', taken = '', ...rest] = await freeWeekly(page, isThursday)
  const [kept = '', from = ''] = rest
  const choice: Choice = {
    site: MONTMIRAIL,
    space: 'bureau-partage',
    date: first,
    ...EVENING,
    use: 'room',
    places: 1,
  }
  await book(rival.page, { ...choice, date: taken, use: 'desk' })

  await page.goto(detailsAddress(choice))
  await press(page.getByRole('link', { name: 'Répéter chaque semaine' }))
  await at(page, '/repeter')
  await signInOnPages(page, chess)
  await repeatUntil(page, laterDate(first, 7 * (WEEKS - 1)), chess)
  await expectTaken(page, taken)
  expect(await datesListed(page)).toEqual([])
  await press(page.getByRole('button', { name: `Réserver ces ${rest.length + 1} dates` }))
  await at(page, '/serie')
  await expectSeries(page, { booked: [first, ...rest], taken })

  await cancelFrom(page, from)
  await title(page, '2 dates réservées').waitFor()
  expect(await datesListed(page)).toEqual([first, kept])
  await expectMine(page, [first, kept])
  expect(watch.faults).toEqual([])
  expect(tellingOf(watch.addresses, chess)).toEqual([])
}

const repeatABooking = async ({ visit }: Stage) => {
  const { page, watch } = await visit({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  })
  await signIn(page, aPerson('La Chorale de Montmirail'))
  // A Thursday has only one alternative within a fortnight.
  const [date = '', next = ''] = await freeWeekly(page, (each) => !isThursday(each))
  const place = { site: MONTMIRAIL, space: 'bureau-partage', use: 'desk', places: 1 } as const
  const { id } = await book(page, { ...place, ...EVENING, date })
  await page.goto(`/reservation?id=${id}`)
  await press(page.getByRole('link', { name: 'Répéter chaque semaine' }))
  await at(page, '/repeter')
  await page.getByLabel('Jusqu’au').fill(next)
  await press(page.getByRole('button', { name: 'Réserver cette date' }))
  await at(page, '/serie')
  await page.getByRole('link', { name: only(next) }).waitFor()
  expect(await datesListed(page)).toEqual([date, next])
  // The date is neither booked again nor refused: it was booked before.
  expect(await page.getByText(only(date)).count()).toBe(0)
  expect(watch.faults).toEqual([])
}

describe.skipIf(!stage)('an association that wants the room every Thursday', () => {
  it('gets the free dates, is told why the others are refused, and gives back the last ones', async () => {
    if (stage) await tellStory(stage)
  })
})

describe.skipIf(!stage)('a holder of one booking', () => {
  it('repeats it from its page, on the dates after it', async () => {
    if (stage) await repeatABooking(stage)
  })
})
