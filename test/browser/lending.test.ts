import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { lend, NAME, picture, press, step } from './lending-steps.ts'
import { book, freeHour, signIn } from './shortcuts.ts'
import { signInWithRole } from './staff.ts'
import { aPerson, openOwnStage, type Stage } from './stage.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const stage = await openOwnStage()
afterAll(() => stage?.close())

/** A demo site that lends nothing yet. */
const ORBAIS = '09419A'

const narrowHours = async (page: Page, site: string) => {
  await page.goto(`/espaces?lieu=${site}`)
  await page.getByRole('link', { name: `Changer : ${NAME}` }).click()
  await step(page, 'Que prêtez-vous ?')
  await page.getByLabel('Nombre de places').fill('4')
  await page.getByRole('checkbox', { name: 'une place' }).uncheck()
  await page.getByRole('checkbox', { name: 'la salle entière' }).check()
  for (let at = 0; at < 3; at++) await press(page, 'Continuer')
  await page.getByRole('heading', { level: 3, name: 'Une réservation ne tient plus' }).waitFor()
  await press(page, 'Enregistrer')
  await page.getByRole('link', { name: 'Dites ce qu’elles deviennent.' }).waitFor()
  await page.getByRole('radio', { name: 'Les annuler' }).check()
  await page.getByLabel('Pourquoi, en quelques mots').fill('La salle se loue entière')
  await picture(page, 'espace-touched')
  await press(page, 'Enregistrer')
  await page.getByText(`« ${NAME} » est prêté`).waitFor()
}

/** The chosen public stays through changes of other fields. */
const lendToSubscribers = async (page: Page, site: string) => {
  const publics = async () => {
    const { spaces } = await (await page.request.get(`/api/sites/${site}/lent-spaces`)).json()
    return spaces[0].openings.map((opening: { publics?: string[] }) => opening.publics)
  }
  const change = async (act: () => Promise<unknown>) => {
    await page.goto(`/espaces?lieu=${site}`)
    await page.getByRole('link', { name: `Changer : ${NAME}` }).click()
    await step(page, 'Que prêtez-vous ?')
    await press(page, 'Continuer')
    await step(page, 'Quand ?')
    await act()
    for (let at = 0; at < 2; at++) await press(page, 'Continuer')
    await press(page, 'Enregistrer')
    await page.getByText(`« ${NAME} » est prêté`).waitFor()
  }
  await change(() => page.getByLabel('Pour qui').selectOption('subscriber'))
  expect(await publics()).toEqual([['subscriber']])
  await change(() => page.getByLabel('Dernier jour').fill('2028-12-31'))
  expect(await publics()).toEqual([['subscriber']])
}

const tellStory = async (on: Stage) => {
  const { page, watch } = await on.visit(PHONE)
  const site = ORBAIS
  const resident = await on.visit(PHONE)
  const camille = aPerson()
  await signIn(resident.page, camille)
  await signInWithRole(page, { ...aPerson('La responsable'), role: 'manager', site }, on)
  await lend(page, site)

  await resident.page.goto(`/lieu/${site}`)
  await resident.page.getByRole('heading', { level: 3, name: NAME }).waitFor()
  await resident.page.getByText('12,50 € la demi-journée').first().waitFor()
  const { id } = await book(resident.page, await freeHour(resident.page, site))
  await narrowHours(page, site)
  await resident.page.goto(`/reservation?id=${id}`)
  await resident.page.getByText('La salle se loue entière').waitFor()
  await lendToSubscribers(page, site)
  await resident.page.goto(`/lieu/${site}`)
  await resident.page.getByRole('heading', { level: 3, name: NAME }).waitFor()
  expect([watch.faults, resident.watch.faults]).toEqual([[], []])
}

describe.skipIf(!stage)('a manager on a phone', () => {
  it('lends a first space, and tells those whom a change touches', async () => {
    if (stage) await tellStory(stage)
  })
})
