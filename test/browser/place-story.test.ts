import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { dayWords } from '../../web/kit/words/fr/time-words.ts'
import { lend, NAME } from './lending-steps.ts'
import { messageTo } from './mailbox.ts'
import { book, freeHours, MONTMIRAIL, signIn, signInStaff } from './shortcuts.ts'
import { aPerson, openOwnStage, type Stage } from './stage.ts'
import { noticed, settled } from './state.ts'
import { title } from './steps.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const NAMES = ['Jeanne Martin', 'Camille Ferrand']
const REASON = 'La chaudière est en panne'

const stage = await openOwnStage()
afterAll(() => stage?.close())

/** Books the first free time of the space that was just lent. */
const bookThere = async (page: Page) => {
  const { spaces } = await (await page.request.get(`/api/sites/${MONTMIRAIL}`)).json()
  const lent = spaces.find(({ name }: { name: string }) => name === NAME)
  const time = (await freeHours(page)).find(({ space }) => space === lent.id)
  if (!time) throw new Error('nothing is free in the new space')
  return book(page, time)
}

/** Books at the counter from tomorrow on, since the free time of today depends on the hour. */
const bookAtCounter = async (page: Page, name: string, phone: string): Promise<void> => {
  const [time] = await freeHours(page)
  if (!time) throw new Error('nothing is free')
  await page.goto(`/guichet?lieu=${MONTMIRAIL}`)
  await title(page, 'Réserver pour quelqu’un').waitFor()
  await page.getByRole('radio').first().waitFor()
  await settled(page)
  await page.getByLabel('Nom de la personne').fill(name)
  await page.getByLabel('Téléphone (facultatif)').fill(phone)
  await page
    .getByRole('radio', { name: new RegExp(`${dayWords(time.date)}.*de \\d`) })
    .first()
    .check()
  await page.getByRole('button', { name: 'Réserver', exact: true }).click()
  await title(page, 'C’est réservé.').waitFor()
}

const datesOf = async (page: Page): Promise<string[]> => {
  const planned = await (await page.request.get(`/api/sites/${MONTMIRAIL}/planning?days=14`)).json()
  return planned.bookings.map(({ date }: { date: string }) => date).sort()
}

/** The text of the desk's sheets of these days. */
const sheetsOf = async (page: Page, dates: readonly string[]): Promise<string> => {
  const sheets: (string | null)[] = []
  for (const date of dates) {
    await page.goto(`/feuille?lieu=${MONTMIRAIL}&date=${date}`)
    const paper = page.getByRole('article')
    await paper.waitFor()
    await page.getByRole('radio', { name: 'Pour le guichet, avec les noms' }).check()
    sheets.push(await paper.textContent())
  }
  return sheets.join()
}

const close = async (page: Page, [from = '', to = '']: readonly (string | undefined)[]): Promise<void> => {
  await page.goto(`/fermer?lieu=${MONTMIRAIL}`)
  await page.getByLabel('Pourquoi').fill(REASON)
  await page.getByLabel('Premier jour').fill(from)
  await page.getByLabel('Dernier jour').fill(to)
  await page.getByLabel('Dernier jour').press('Enter')
  await noticed(page, /touchées/)
  await page.getByRole('button', { name: 'Fermer et prévenir' }).click()
  await title(page, /Une fermeture/).waitFor()
  await settled(page)
}

const tellStory = async ({ visit }: Stage) => {
  const manager = await visit(PHONE)
  await signInStaff(manager.page, 'manager')
  await lend(manager.page, MONTMIRAIL)

  const resident = await visit(PHONE)
  const camille = aPerson()
  await signIn(resident.page, camille)
  const booking = await bookThere(resident.page)

  const agent = await visit()
  await signInStaff(agent.page, 'agent')
  await bookAtCounter(agent.page, 'Jeanne Martin', '03 26 81 20 00')

  const dates = await datesOf(manager.page)
  expect(dates).toHaveLength(2)
  const before = await sheetsOf(agent.page, dates)
  for (const name of NAMES) expect(before).toContain(name)
  await close(manager.page, [dates[0], dates.at(-1)])
  await manager.page.getByText('Jeanne Martin').first().waitFor()
  await manager.page.getByRole('link', { name: /03 26 81 20 00/ }).waitFor()

  const told = await messageTo(resident.page, camille, /place|annul|change/i)
  expect(told.text).toContain(REASON)
  await resident.page.goto(`/reservation?id=${booking.id}`)
  await resident.page.getByText(REASON).first().waitFor()
  const after = await sheetsOf(agent.page, dates)
  for (const name of NAMES) expect(after).not.toContain(name)
  expect([manager.watch.faults, resident.watch.faults, agent.watch.faults]).toEqual([[], [], []])
}

describe.skipIf(!stage)('a site, from its first day to a closure', () => {
  it('is booked from home and at the counter, then closes and tells both', async () => {
    if (stage) await tellStory(stage)
  })
})
