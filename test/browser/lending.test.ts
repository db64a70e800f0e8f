import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { signInAsManager } from './manager.ts'
import { book, freeHour, signIn } from './shortcuts.ts'
import { aPerson, openStage, type Stage } from './stage.ts'
import { settled } from './state.ts'
import { title } from './steps.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const NAME = 'Le bureau du matin'

const stage = await openStage()
afterAll(() => stage?.close())

/** A place of the demo that lends nothing yet. */
const ORBAIS = '09419A'

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const step = (page: Page, name: string) => page.getByRole('heading', { level: 2, name }).waitFor()
const picture = async (page: Page, name: string) => {
  const folder = process.env.RESTANTE_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

const lend = async (page: Page, site: string) => {
  await page.goto(`/espaces?lieu=${site}`)
  await title(page, 'Ce que ce lieu prête').waitFor()
  await settled(page)
  await picture(page, 'espaces-empty')
  await page.getByRole('link', { name: 'Prêter un espace' }).click()
  await title(page, 'Quel espace prêtez-vous ?').waitFor()
  await picture(page, 'preter')
  await page.getByRole('link', { name: /^Bureau partagé/ }).click()
  await step(page, 'Que prêtez-vous ?')
  await page.getByLabel('Nom de l’espace').fill('')
  await press(page, 'Continuer')
  await page.getByRole('link', { name: 'Écrivez le nom de l’espace.' }).click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('name')
  await page.getByLabel('Nom de l’espace').fill(NAME)
  await picture(page, 'espace-what')
  await press(page, 'Continuer')
  await step(page, 'Quand ?')
  await picture(page, 'espace-when')
  await press(page, 'Continuer')
  await step(page, 'Comment entre-t-on ?')
  await page.getByLabel('Prix affiché').selectOption('half-day')
  await page.getByLabel('Montant en euros').fill('12,50')
  await picture(page, 'espace-access')
  await press(page, 'Continuer')
  await step(page, 'Voici ce que cela donne')
  await page
    .getByText(/^prêté de/)
    .first()
    .waitFor()
  await picture(page, 'espace-week')
  await press(page, 'Prêter cet espace')
  await page.getByText(`« ${NAME} » est prêté`).waitFor()
}

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

const tellStory = async (on: Stage) => {
  const { page, watch } = await on.visit(PHONE)
  const site = ORBAIS
  const resident = await on.visit(PHONE)
  const camille = aPerson()
  await signIn(resident.page, camille)
  await resident.page.goto(`/proposer?lieu=${site}`)
  await resident.page.getByLabel('Votre idée').fill('Un bureau le matin <img src=x onerror=alert(1)>')
  await resident.page.getByLabel('Pour qui').fill('Les gens du bourg')
  await resident.page.getByLabel('Quand').fill('Le matin')
  await picture(resident.page, 'proposer')
  await press(resident.page, 'Envoyer mon idée')
  await resident.page.getByRole('heading', { name: 'Votre idée est envoyée' }).waitFor()

  await signInAsManager(on, page, site)
  await lend(page, site)
  await page.goto(`/espaces?lieu=${site}`)
  await page.getByText('Un bureau le matin <img').waitFor()
  await page.getByLabel('Votre réponse').fill('C’est fait, venez !')
  await picture(page, 'espaces')
  await press(page, 'Retenir cette idée')
  await page.getByText('Retenue', { exact: true }).waitFor()

  await resident.page.goto(`/lieu?id=${site}`)
  await resident.page.getByRole('heading', { level: 3, name: NAME }).waitFor()
  await resident.page.getByText('12,50 € la demi-journée').waitFor()
  const { id } = await book(resident.page, await freeHour(resident.page, site))
  await narrowHours(page, site)
  await resident.page.goto(`/reservation?id=${id}`)
  await resident.page.getByText('La salle se loue entière').waitFor()
  expect([watch.faults, resident.watch.faults]).toEqual([[], []])
}

describe.skipIf(!stage)('a manager, on a phone', () => {
  it('goes from nothing to lent, answers who had the idea, and tells whoever a change touches', async () => {
    if (stage) await tellStory(stage)
  })
})
