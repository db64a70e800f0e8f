import { text } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import type { BookingView } from '../../shared/contracts/booking-views.ts'
import { counterWords as counterWordsEn } from '../../web/find/words/en/counters.ts'
import { filterWords as filterWordsEn } from '../../web/find/words/en/filters.ts'
import { results as resultsEn } from '../../web/find/words/en/results.ts'
import { search as searchEn } from '../../web/find/words/en/search.ts'
import { site as siteEn } from '../../web/find/words/en/site.ts'
import { counterWords } from '../../web/find/words/fr/counters.ts'
import { filterWords } from '../../web/find/words/fr/filters.ts'
import { results } from '../../web/find/words/fr/results.ts'
import { search } from '../../web/find/words/fr/search.ts'
import { site } from '../../web/find/words/fr/site.ts'
import { dayWords, rangeWords } from '../../web/kit/words/fr/time-words.ts'
import { details as detailsEn } from '../../web/people/words/en/details.ts'
import { details } from '../../web/people/words/fr/details.ts'
import { messagesTo, messageTo } from '../browser/mailbox.ts'
import { onlyBooking } from '../browser/moving-steps.ts'
import { placesLeft } from '../browser/shortcuts.ts'
import { aPerson, openOwnStage, type Person, type Stage } from '../browser/stage.ts'
import { settled } from '../browser/state.ts'
import { at, giveDetails, plain, press, title, typeCode } from '../browser/steps.ts'
import { tellingOf } from '../browser/watch.ts'
import { nextDay, startingAt } from '../support/clock.ts'
import { PHONE, VARIANTS, type Variant } from './variants.ts'

const WORDS = {
  fr: { counters: counterWords, filters: filterWords, found: results, search, site, who: details },
  en: {
    counters: counterWordsEn,
    filters: filterWordsEn,
    found: resultsEn,
    search: searchEn,
    site: siteEn,
    who: detailsEn,
  },
}

/** In the morning, the counter of Montmirail is closed, and two near it are open. */
const TUESDAY = nextDay(2)
const stage = await openOwnStage(startingAt(TUESDAY, 10))
afterAll(() => stage?.close())

/** Champaubert is a commune of the Marne without any point of contact. */
const findMontmirail = async (page: Page, { language, home }: Variant) => {
  const { filters, found, search } = WORDS[language]
  await page.goto(home)
  await page.getByRole('combobox', { name: search.field }).click()
  await page.keyboard.type('champaub')
  await press(page.getByRole('option').filter({ hasText: 'Champaubert' }).first())
  await title(page, /Champaubert/).waitFor()
  await settled(page)
  // The demo knows no position of this commune but the counters with its postcode.
  await page.getByText(found.approximate).waitFor()
  await page
    .locator('.distance')
    .filter({ hasText: /\b(environ|about)\b/ })
    .first()
    .waitFor()
  const what = page.getByLabel(filters.what)
  if (!(await what.isVisible())) await press(page.getByText(filters.summary))
  await what.selectOption({ label: filters.uses.desk })
  await press(page.getByRole('checkbox', { name: filters.stepFree }))
  await press(page.getByRole('button', { name: filters.submit }))
  const [stepFree = ''] = filters.inWords({ stepFree: 'yes' }, ['stepFree'])
  await page.getByRole('link', { name: stepFree }).waitFor()
  await settled(page)
  const card = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Montmirail' }).first()
  expect(await card.innerText()).toMatch(/\d+\skm/)
  await press(card.getByRole('link', { name: 'Montmirail', exact: true }))
}

/** The page of the place says that its counter is closed, what that leaves free, and who is open. */
const chooseAMorning = async (page: Page, { language }: Variant) => {
  const { counters, site, who } = WORDS[language]
  await title(page, 'Montmirail').waitFor()
  await page.getByText(site.counterClosed).waitFor()
  const open = page.locator('.open-counters')
  await open.getByRole('heading', { name: counters.openTitle }).waitFor()
  expect(await open.innerText()).toContain(counters.name('Orbais-l’Abbaye'))
  await press(page.getByRole('link', { name: site.choose }).first())
  const tomorrow = page.locator('.days > section').nth(1)
  const morning = tomorrow.getByRole('link').first()
  expect(plain(await morning.innerText())).toMatch(/8 ?h|8 ?am/)
  await press(morning)
  await title(page, who.title).waitFor()
}

const expectSlipOf = async (page: Page, { date, start, end, reference, holderName }: BookingView) => {
  const words = plain(await page.getByRole('article').textContent())
  for (const fact of [dayWords(date), rangeWords(start, end), reference, holderName])
    expect(words).toContain(plain(fact))
}

const expectCalendarOf = async (page: Page, { date, start, end }: BookingView) => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press(page.getByRole('link', { name: 'Ajouter à mon agenda' })),
  ])
  expect(download.suggestedFilename()).toMatch(/\.ics$/)
  const calendar = await text(await download.createReadStream())
  const local = (time: string) =>
    `TZID=Europe/Paris:${date.replaceAll('-', '')}T${time.replace(':', '')}00\r\n`
  expect(calendar).toContain(`DTSTART;${local(start)}`)
  expect(calendar).toContain(`DTEND;${local(end)}`)
}

const expectListed = async (page: Page, { start, end }: BookingView) => {
  await press(page.getByRole('link', { name: 'Mes réservations' }))
  await at(page, '/mes-reservations')
  const line = await page.getByRole('link', { name: /^Montmirail/ }).textContent()
  expect(plain(line)).toContain(plain(rangeWords(start, end)))
}

const expectMessages = async (page: Page, person: Person, { reference }: BookingView) => {
  for (const subject of [/^C’est réservé : /, /^Réservation annulée : /]) {
    expect((await messageTo(page, person, subject)).text).toContain(reference)
    expect((await messagesTo(page, person)).filter((message) => subject.test(message.subject))).toHaveLength(
      1,
    )
  }
}

const cancelOnPages = async (page: Page) => {
  await press(page.getByRole('link', { name: 'Annuler cette réservation' }))
  await at(page, '/annuler')
  await press(page.getByRole('button', { name: 'Oui, annuler' }))
  await title(page, 'C’est annulé.').waitFor()
}

const tellOfABooking = async ({ origin, visit, killAndRestart }: Stage) => {
  // A device in another time zone; the time on the door counts.
  const { page, watch } = await visit({ ...PHONE, timezoneId: 'Pacific/Noumea' })
  const camille = aPerson()
  await page.goto('/lieu/09410A')
  await chooseAMorning(page, VARIANTS[0] as Variant)
  await giveDetails(page, camille)
  await typeCode(page, camille)
  await at(page, '/reservation')
  await title(page, 'C’est réservé.').waitFor()

  const booking = await onlyBooking(page)
  const address = `${origin}/reservation?id=${booking.id}`
  const place = { ...booking, site: booking.site.id, space: booking.space.id }
  expect(page.url()).toBe(address)
  expect(booking.start).toBe('08:00')
  await expectSlipOf(page, booking)
  await expectCalendarOf(page, booking)
  await expectListed(page, booking)

  await killAndRestart()
  await page.goto(address)
  await title(page, 'C’est réservé.').waitFor()
  await expectSlipOf(page, booking)

  const left = await placesLeft(page, place)
  await cancelOnPages(page)
  expect(await placesLeft(page, place)).toBe(left + 1)
  await page.goto(address)
  await title(page, 'Cette réservation est annulée.').waitFor()
  await expectMessages(page, camille, booking)
  expect(watch.faults).toEqual([])
  expect(tellingOf(watch.addresses, camille)).toEqual([])
}

describe.skipIf(!stage)('Montmirail: an office that opens in the afternoon', () => {
  it.each(VARIANTS)(
    'is found from a commune without one, with its free mornings and the counters open now, $name',
    async (variant) => {
      if (!stage) return
      const { page, watch } = await stage.visit(variant.device)
      await findMontmirail(page, variant)
      await chooseAMorning(page, variant)
      expect(watch.faults).toEqual([])
    },
  )

  it('lends a desk for a morning, by a booking that outlives kill -9, and has its place back', async () => {
    if (stage) await tellOfABooking(stage)
  })
})
