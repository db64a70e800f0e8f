import { text } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import type { BookingView } from '../../shared/contracts/booking-views.ts'
import { dayWords, rangeWords } from '../../web/kit/words/fr/time-words.ts'
import { messagesTo, messageTo } from './mailbox.ts'
import { bookingsOf, placesLeft } from './shortcuts.ts'
import { aPerson, openStage, type Person, type Stage } from './stage.ts'
import { at, bookFirstTime, openSite, press, searchFor, title } from './steps.ts'
import { tellingOf } from './watch.ts'

/** A device in another time zone; the time on the door counts. */
const PHONE = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
  timezoneId: 'Pacific/Noumea',
}

const stage = await openStage()
afterAll(() => stage?.close())

const oneSpaced = (words: string | null): string => (words ?? '').replace(/\s+/g, ' ')

const expectSlipOf = async (page: Page, { date, start, end, reference, holderName }: BookingView) => {
  const words = oneSpaced(await page.getByRole('article').textContent())
  for (const fact of [dayWords(date), rangeWords(start, end), reference, holderName])
    expect(words).toContain(oneSpaced(fact))
}

const calendarFile = async (page: Page): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press(page.getByRole('link', { name: 'Ajouter à mon agenda' })),
  ])
  expect(download.suggestedFilename()).toMatch(/\.ics$/)
  return text(await download.createReadStream())
}

const onlyBooking = async (page: Page): Promise<BookingView> => {
  const [booking, ...others] = await bookingsOf(page)
  if (!booking || others.length > 0) throw new Error(`${others.length} bookings beside the one`)
  return booking
}

const expectCalendarOf = async (page: Page, { date, start, end }: BookingView) => {
  const calendar = await calendarFile(page)
  const local = (time: string) =>
    `TZID=Europe/Paris:${date.replaceAll('-', '')}T${time.replace(':', '')}00\r\n`
  expect(calendar).toContain(`DTSTART;${local(start)}`)
  expect(calendar).toContain(`DTEND;${local(end)}`)
}

const expectListed = async (page: Page, { start, end }: BookingView) => {
  await press(page.getByRole('link', { name: 'Mes réservations' }))
  await at(page, '/mes-reservations')
  const line = await page.getByRole('link', { name: /^Montmirail/ }).textContent()
  expect(oneSpaced(line)).toContain(oneSpaced(rangeWords(start, end)))
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

const tellStory = async ({ origin, visit, killAndRestart }: Stage) => {
  const { page, watch } = await visit(PHONE)
  const camille = aPerson()
  await page.goto('/')
  await searchFor(page, 'montmirail')
  await openSite(page, 'Montmirail')
  await bookFirstTime(page, camille)

  const booking = await onlyBooking(page)
  const address = `${origin}/reservation?id=${booking.id}`
  const place = { ...booking, site: booking.site.id, space: booking.space.id }
  expect(page.url()).toBe(address)
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

describe.skipIf(!stage)('the story of a booking on a phone', () => {
  it('leads from a search to a booking that outlives kill -9, then frees its place', async () => {
    if (stage) await tellStory(stage)
  })
})
