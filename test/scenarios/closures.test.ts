import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import type { SeriesView } from '../../shared/contracts/series-views.ts'
import { laterDate } from '../../web/kit/later-date.ts'
import { messageTo } from '../browser/mailbox.ts'
import { book, bookSeries, MONTMIRAIL, signIn, signInStaff } from '../browser/shortcuts.ts'
import { aPerson, openOwnStage, type Person, type Stage } from '../browser/stage.ts'
import { noticed, settled } from '../browser/state.ts'
import { aDay, press, title } from '../browser/steps.ts'
import { nextDay, startingAt } from '../support/clock.ts'
import { PHONE } from './variants.ts'

const REASON = 'La chaudière est en panne'
const DESKS = { site: MONTMIRAIL, space: 'bureau-partage', places: 1 } as const

const TODAY = nextDay(2)
const stage = await openOwnStage(startingAt(TODAY, 7))
afterAll(() => stage?.close())

/** The first free hours of today. */
const bookAtCounter = async (page: Page, name: string, phone: string): Promise<void> => {
  await page.goto(`/guichet?lieu=${MONTMIRAIL}`)
  await title(page, 'Réserver pour quelqu’un').waitFor()
  await page
    .getByRole('radio', { name: /de 8 h/ })
    .first()
    .waitFor()
  await settled(page)
  await page.getByLabel('Nom de la personne').fill(name)
  await page.getByLabel('Téléphone (facultatif)').fill(phone)
  await page
    .getByRole('radio', { name: /de 8 h/ })
    .first()
    .check()
  await page.getByRole('button', { name: 'Réserver', exact: true }).click()
  await title(page, 'C’est réservé.').waitFor()
}

/** The text of the desk's sheet of today. */
const sheet = async (page: Page): Promise<string | null> => {
  await page.goto(`/feuille?lieu=${MONTMIRAIL}&date=${TODAY}`)
  const paper = page.getByRole('article')
  await paper.waitFor()
  await page.getByRole('radio', { name: 'Pour le guichet, avec les noms' }).check()
  return paper.textContent()
}

const repeatEvenings = (page: Page): Promise<SeriesView> =>
  bookSeries(
    page,
    { ...DESKS, date: TODAY, start: '18:00', end: '20:00', use: 'room' },
    { rhythm: 'week', until: laterDate(TODAY, 28) },
  )

const closeToday = async (page: Page): Promise<void> => {
  await page.goto(`/fermer?lieu=${MONTMIRAIL}`)
  await page.getByLabel('Pourquoi').fill(REASON)
  await press(page.getByRole('button', { name: 'Voir qui est concerné' }))
  await noticed(page, /^3 réservations seront touchées/)
  await page.getByText(/2 autres places proposées, une annulation, une personne à appeler/).waitFor()
  await press(page.getByRole('button', { name: 'Fermer et prévenir' }))
  await title(page, /Une fermeture/).waitFor()
  await settled(page)
}

const callJeanne = async (page: Page): Promise<void> => {
  const called = page.getByRole('listitem').filter({ hasText: 'Jeanne Martin' })
  await called.getByRole('link', { name: /03 26 81 20 00/ }).waitFor()
  await press(called.getByRole('button', { name: /^Noter l’appel/ }))
  await called.getByText('Appel noté.').waitFor()
}

const moveToTheOffer = async (page: Page, booking: string, person: Person): Promise<void> => {
  const { text } = await messageTo(page, person, /^Votre réservation change/)
  expect(text).toContain(REASON)
  expect(text).toMatch(/Sézanne.*à \d+ km à vol d’oiseau/s)
  await page.goto(`/reservation?id=${booking}`)
  await page.getByText(REASON).first().waitFor()
  await press(page.getByRole('link', { name: 'Voir l’autre place que nous vous gardons' }))
  await title(page, 'Une place est libre pour vous.').waitFor()
  await press(page.getByRole('button', { name: 'Accepter cette place' }))
  await title(page, 'C’est réservé.').waitFor()
  expect(await page.getByRole('article').textContent()).toContain('Sézanne')
}

const expectOtherDates = async (page: Page, { id, dates }: SeriesView): Promise<void> => {
  const booked = dates.flatMap(({ date, booking }) => (booking ? [date] : []))
  expect(booked.length).toBeGreaterThan(2)
  await page.goto(`/serie?id=${id}`)
  await title(page, `${booked.length - 1} dates réservées`).waitFor()
  const line = (date: string) =>
    page
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: new RegExp(`^(Aujourd’hui, )?${aDay(date)}$`, 'i') }) })
  await line(TODAY).getByText(`annulée : ${REASON}`).waitFor()
  for (const date of booked.slice(1)) await line(date).getByText('référence').waitFor()
}

const tellStory = async ({ visit }: Stage) => {
  const [camille, chess] = [aPerson(), aPerson('Les Échecs de Montmirail')]
  const visits = await Promise.all([visit(PHONE), visit(PHONE), visit(PHONE), visit()])
  const [resident, club, manager, agent] = visits.map(({ page }) => page) as [Page, Page, Page, Page]
  await Promise.all([
    signIn(resident, camille),
    signIn(club, chess),
    signInStaff(agent, 'agent'),
    signInStaff(manager, 'manager'),
  ])
  const booking = await book(resident, { ...DESKS, date: TODAY, start: '12:00', end: '14:00', use: 'desk' })
  const series = await repeatEvenings(club)
  await bookAtCounter(agent, 'Jeanne Martin', '03 26 81 20 00')
  const names = ['Jeanne Martin', camille.name, chess.name]
  const before = await sheet(agent)
  for (const name of names) expect(before).toContain(name)

  await closeToday(manager)
  await Promise.all([
    callJeanne(manager),
    moveToTheOffer(resident, booking.id, camille),
    messageTo(club, chess, /^Votre réservation change/),
    expectOtherDates(club, series),
  ])
  const after = await sheet(agent)
  for (const name of names) expect(after).not.toContain(name)

  for (const address of [`/lieu/${MONTMIRAIL}`, `/reserver?site=${MONTMIRAIL}&espace=bureau-partage`]) {
    await club.goto(address)
    await club.getByText(new RegExp(`Fermé exceptionnellement .*: ${REASON}`)).waitFor()
  }
  expect(visits.flatMap(({ watch }) => watch.faults)).toEqual([])
}

describe.skipIf(!stage)('a counter that does not open this morning', () => {
  it('is closed by one act, and each person of today is told, called, or moved to a place nearby', async () => {
    if (stage) await tellStory(stage)
  })
})
