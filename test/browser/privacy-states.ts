import type { Page } from 'playwright-core'
import { noticed, type State, shown } from './state.ts'
import { title } from './steps.ts'

const toSure = async (page: Page) => {
  await page.goto('/mes-donnees')
  await page.getByRole('button', { name: 'Supprimer mon compte' }).click()
  await title(page, /Supprimer votre compte/).waitFor()
}

const toCode = async (page: Page) => {
  await toSure(page)
  await page.getByRole('button', { name: 'Recevoir un code' }).click()
  await page.getByLabel('Code à six chiffres').waitFor()
}

/** What is kept of oneself: read, taken away, erased. */
export const PRIVACY_STATES: readonly State[] = [
  { name: 'my data, signed out', open: shown('/mes-donnees', /Mes données/) },
  { name: 'my data', as: 'newcomer', open: shown('/mes-donnees', /Mes données/) },
  { name: 'my data, sure to erase', as: 'newcomer', open: toSure },
  { name: 'my data, the code to erase', as: 'newcomer', open: toCode },
  {
    name: 'my data, a wrong code to erase',
    as: 'newcomer',
    open: async (page) => {
      await toCode(page)
      await page.getByLabel('Code à six chiffres').fill('1')
      await page.getByRole('button', { name: 'Supprimer définitivement' }).click()
      await noticed(page, /Il y a une chose à corriger/)
    },
  },
  {
    name: 'my data, erased',
    as: 'newcomer',
    open: async (page) => {
      await toCode(page)
      await page.route(/\/api\/me$/, (route) =>
        route.request().method() === 'DELETE' ? route.fulfill({ status: 204 }) : route.continue(),
      )
      await page.getByLabel('Code à six chiffres').fill('123456')
      await page.getByRole('button', { name: 'Supprimer définitivement' }).click()
      await title(page, /Votre compte est supprimé/).waitFor()
    },
  },
]
