import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import type { MyBookings } from '../../shared/contracts/booking-views.ts'
import type { SeriesView } from '../../shared/contracts/series-views.ts'
import { mine as mineEn } from '../../web/booking/words/en/booking.ts'
import { mine } from '../../web/booking/words/fr/booking.ts'
import { filterWords as filtersEn } from '../../web/find/words/en/filters.ts'
import { home as homeEn } from '../../web/find/words/en/home.ts'
import { search as searchEn } from '../../web/find/words/en/search.ts'
import { filterWords as filters } from '../../web/find/words/fr/filters.ts'
import { home } from '../../web/find/words/fr/home.ts'
import { search } from '../../web/find/words/fr/search.ts'
import { weekdayWords as weekdayWordsEn } from '../../web/kit/words/en/time-words.ts'
import { weekdayWords } from '../../web/kit/words/fr/time-words.ts'
import { endOfSeason } from '../../web/series/repetition.ts'
import { repeating as repeatingEn } from '../../web/series/words/en/repeating.ts'
import { series as seriesEn } from '../../web/series/words/en/series.ts'
import { repeating } from '../../web/series/words/fr/repeating.ts'
import { series } from '../../web/series/words/fr/series.ts'
import { messageTo } from '../browser/mailbox.ts'
import { book, cancelSeries, freeHour, signIn } from '../browser/shortcuts.ts'
import { signInWithRole } from '../browser/staff.ts'
import { aPerson, openOwnStage, type Stage } from '../browser/stage.ts'
import { settled } from '../browser/state.ts'
import { at, press, title } from '../browser/steps.ts'
import { nextDay } from '../support/clock.ts'
import { PHONE, VARIANTS, type Variant } from './variants.ts'

const WORDS = {
  fr: { home, search, filters, repeating, series, mine, weekdayWords },
  en: {
    home: homeEn,
    search: searchEn,
    filters: filtersEn,
    repeating: repeatingEn,
    series: seriesEn,
    mine: mineEn,
    weekdayWords: weekdayWordsEn,
  },
}

/** An agency of the commune, which lends nothing yet, and the office that it is attached to. */
const [ORBAIS, DORMANS] = ['09419A', '09378A']
const NAME = 'Les Amis du livre'

const stage = await openOwnStage()
afterAll(() => stage?.close())

const button = (page: Page, name: string) => press(page.getByRole('button', { name, exact: true }))

const register = async (page: Page, rna: string): Promise<void> => {
  const headers = { 'idempotency-key': crypto.randomUUID() }
  const answer = await page.request.post('/api/associations', { data: { name: NAME, rna }, headers })
  expect(answer.status()).toBe(201)
}

const propose = async (page: Page): Promise<void> => {
  await page.goto(`/lieu/${ORBAIS}`)
  await press(page.getByRole('link', { name: 'Proposer un usage' }).first())
  await page.getByLabel('Votre idée').fill('Une table où lire, comme à Rennes <img src=x onerror=alert(1)>')
  await page.getByLabel('Pour qui').fill('Nos 30 adhérents')
  await page.getByLabel('Quand').fill('Le matin')
  await button(page, 'Envoyer mon idée')
  await page.getByRole('heading', { name: 'Votre idée est envoyée' }).waitFor()
}

/** What works at Blosn'up in Rennes is lent at Orbais too. */
const copyFromRennes = async (page: Page): Promise<void> => {
  await page.goto(`/preter?lieu=${ORBAIS}`)
  await page.getByLabel('Nom ou commune de ce lieu').fill('Blosn’up')
  await button(page, 'Chercher ce lieu')
  await press(page.getByRole('link', { name: /^Copier « Table des voisins »/ }))
  for (const heading of ['Que prêtez-vous ?', 'Quand ?', 'Comment entre-t-on ?']) {
    await page.getByRole('heading', { level: 2, name: heading }).waitFor()
    await button(page, 'Continuer')
  }
  await page.getByRole('heading', { level: 2, name: 'Voici ce que cela donne' }).waitFor()
  await button(page, 'Prêter cet espace')
  await page.getByText('« Table des voisins » est prêté').waitFor()
}

const tellOfAnIdea = async (on: Stage) => {
  const [claire, odile] = [aPerson('Claire Petit'), aPerson('Odile')]
  const [{ page: lead, watch }, { page: office, watch: watchOffice }] = await Promise.all([
    on.visit(PHONE),
    on.visit(),
  ])
  await signInWithRole(office, { ...odile, role: 'manager', site: DORMANS }, on)
  await signIn(lead, claire)
  await register(lead, 'W511000002')
  await propose(lead)

  const { text } = await messageTo(office, odile, /^Une idée pour Orbais/)
  const link = /https?:\S+\/idees\S+/.exec(text)?.[0] ?? ''
  await copyFromRennes(office)
  await office.goto(link)
  await office.getByText('comme à Rennes <img').waitFor()
  await office.getByLabel('Votre réponse').fill('C’est fait, venez !')
  await button(office, 'Retenir cette idée')
  await office.getByText('Retenue', { exact: true }).waitFor()

  expect((await messageTo(lead, claire, /^Votre idée est retenue/)).text).toContain('C’est fait, venez !')
  await lead.goto(`/lieu/${ORBAIS}`)
  await lead.getByRole('heading', { level: 3, name: 'Table des voisins' }).waitFor()
  await book(lead, await freeHour(lead, ORBAIS))
  expect([...watch.faults, ...watchOffice.faults]).toEqual([])
}

/** Le Gast at Rennes: its room is lent at fixed hours, a year ahead. */
const findRoomOnThursday = async (page: Page, { language, home: address }: Variant) => {
  const { home, search, filters } = WORDS[language]
  await page.goto(address)
  await press(page.getByRole('link', { name: new RegExp(home.choices.room.title) }))
  await page.getByLabel(search.field).fill('rennes')
  await button(page, search.submit)
  await page.waitForURL(/q=rennes/)
  await settled(page)
  const day = page.getByLabel(filters.day)
  if (!(await day.isVisible())) await press(page.getByText(filters.summary))
  await day.selectOption(nextDay(4))
  await button(page, filters.submit)
  await page.waitForURL(/date=/)
  await settled(page)
  const gast = page.getByRole('listitem').filter({ hasText: 'Le Gast' })
  await press(gast.locator('.time').first())
  await at(page, `${address}coordonnees`)
}

const associationBookings = async (page: Page) => {
  const { associations }: MyBookings = await (await page.request.get('/api/me/bookings')).json()
  return associations.flatMap(({ bookings }) => bookings)
}

const tellOfThursdays = async ({ visit }: Stage, variant: Variant) => {
  const { repeating, series, mine, weekdayWords } = WORDS[variant.language]
  const { page, watch } = await visit(variant.device)
  await signIn(page, aPerson('Claire Petit'))
  await register(page, `W35200${String(1000 + VARIANTS.indexOf(variant))}`)
  await findRoomOnThursday(page, variant)
  await press(page.getByRole('link', { name: repeating.title }))
  await at(page, `${variant.home}repeter`)
  await page.getByRole('radio', { name: NAME }).check()
  const thursday = new URL(page.url()).searchParams.get('date') ?? ''
  expect(new Date(thursday).getUTCDay()).toBe(4)
  expect(await page.getByLabel(repeating.until).inputValue()).toBe(endOfSeason(thursday))

  const preview = page.getByRole('heading', { level: 2, name: new RegExp(repeating.free(0).slice(-5)) })
  const count = Number.parseInt((await preview.textContent()) ?? '', 10)
  expect(count).toBeGreaterThan(3)
  expect(await associationBookings(page)).toEqual([])
  await button(page, repeating.submit(count))
  await at(page, `${variant.home}serie`)
  await title(page, series.booked(count)).waitFor()
  const id = new URL(page.url()).searchParams.get('id') ?? ''
  const { dates }: SeriesView = await (await page.request.get(`/api/series/${id}`)).json()
  expect(dates.at(-1)?.date.slice(0, 7)).toBe(endOfSeason(thursday).slice(0, 7))
  expect(dates.filter(({ date }) => new Date(date).getUTCDay() !== 4)).toEqual([])

  await page.goto(`${variant.home}mes-reservations`)
  const said = mine.rhythms.week(weekdayWords(thursday))
  await page.getByRole('link', { name: new RegExp(said) }).waitFor()
  await page.getByText(mine.allDates(count)).waitFor()
  // Frees the Thursdays for the next telling.
  if (VARIANTS.length > 1) await cancelSeries(page, id)
  expect(watch.faults).toEqual([])
}

describe.skipIf(!stage)('the Alliance: an association in a post office', () => {
  it('proposes a use, and gets the space that the office in charge copies from another place', async () => {
    if (stage) await tellOfAnIdea(stage)
  })

  it.each(VARIANTS)(
    'books every Thursday until June in one go, each date seen before it is booked, $name',
    async (variant) => {
      if (stage) await tellOfThursdays(stage, variant)
    },
  )
})
