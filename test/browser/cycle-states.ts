import type { Page } from 'playwright-core'
import { signInStaff } from './shortcuts.ts'
import { type State, settled } from './state.ts'

const opened = async (page: Page): Promise<void> => {
  await signInStaff(page, 'nadia')
  await page.goto('/planifier?lieu=00518A')
  await page.getByLabel('Titre').waitFor()
  await settled(page)
}

const previewed = async (page: Page, start: string, end: string): Promise<void> => {
  await opened(page)
  await page.getByLabel('Titre').fill('Mes photos')
  await page.getByLabel('De', { exact: true }).fill(start)
  await page.getByLabel('À', { exact: true }).fill(end)
  await page.getByRole('button', { name: 'Voir les dates' }).click()
  await page.getByRole('button', { name: 'Changer' }).waitFor()
  await settled(page)
}

/** Planning several workshops at once. */
export const CYCLE_STATES: readonly State[] = [
  { name: 'planning workshops', open: opened },
  {
    name: 'planning workshops, with colleagues',
    open: async (page) => {
      const mediators = ['Karim', 'Nadia', 'Nora'].map((name, at) => ({
        ...{ id: String(at).repeat(20), name, isYou: name === 'Nadia' },
      }))
      await page.route(/\/mediators$/, (route) => route.fulfill({ json: { mediators } }))
      await opened(page)
      await page.getByLabel('Nora').check()
    },
  },
  {
    name: 'planning workshops, nothing right',
    open: async (page) => {
      await opened(page)
      await page.getByText('Ce qu’il faut apporter, les langues').click()
      for (const label of ['À partir du', 'De', 'À']) await page.getByLabel(label, { exact: true }).fill('')
      await page.getByLabel('Nombre de fois').fill('60')
      await page.getByRole('button', { name: 'Voir les dates' }).click()
      await page.getByRole('link', { name: 'Choisissez aujourd’hui ou un jour à venir.' }).waitFor()
    },
  },
  {
    name: 'planning workshops, a permanence whose appointments leave a rest',
    open: async (page) => {
      await opened(page)
      await page.getByLabel('Permanence, sur rendez-vous').check()
      await page.getByLabel('Titre').fill('Aide individuelle')
      await page.getByLabel('Durée d’un rendez-vous').selectOption('45')
      await page.getByRole('button', { name: 'Voir les dates' }).click()
      await page.getByRole('link', { name: /nombre entier de rendez-vous/ }).waitFor()
    },
  },
  { name: 'planning workshops, dates', open: (page) => previewed(page, '09:00', '11:00') },
  { name: 'planning workshops, no date', open: (page) => previewed(page, '20:00', '21:00') },
]
