import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { focusNoticed, settled } from './state.ts'
import { title } from './steps.ts'

export const NAME = 'Le bureau du matin'

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
export const step = (page: Page, name: string) => page.getByRole('heading', { level: 2, name }).waitFor()
export const picture = async (page: Page, name: string) => {
  const folder = process.env.RESTANTE_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

/** Lends the first space of a site by all steps of the form. */
export const lend = async (page: Page, site: string) => {
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
  await focusNoticed(page, /une chose à corriger/)
  await page.getByRole('link', { name: 'Écrivez le nom de l’espace.' }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('name')
  await page.getByLabel('Nom de l’espace').fill(NAME)
  await picture(page, 'espace-what')
  await press(page, 'Continuer')
  await step(page, 'Quand ?')
  await picture(page, 'espace-when')
  await press(page, 'Continuer')
  await step(page, 'Comment entre-t-on ?')
  await page.getByLabel('Où est la clé ?').fill('Mairie d’Orbais')
  await page.getByLabel('Adresse').fill('1 place de la Mairie')
  await page.getByLabel('De', { exact: true }).fill('09:00')
  await page.getByLabel('À', { exact: true }).fill('12:00')
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
