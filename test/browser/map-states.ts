import type { Page } from 'playwright-core'
import { type State, settled, shown } from './state.ts'

const drawn = async (page: Page): Promise<void> => {
  await page.locator('.map-pin').first().waitFor({ state: 'attached' })
  await settled(page)
}

const country: State['open'] = async (page, cast) => {
  await shown('/carte', /dessinée par ses postes/)(page, cast)
  await drawn(page)
}

const surroundings: State['open'] = async (page, cast) => {
  await shown('/lieux?q=montmirail', /près de Montmirail/)(page, cast)
  await page.getByRole('button', { name: 'Voir la carte' }).click()
}

export const MAP_STATES: readonly State[] = [
  {
    name: 'map of the country, enlarged',
    open: async (page, cast) => {
      await country(page, cast)
      await page.getByRole('button', { name: 'Agrandir la carte' }).click()
      await page.getByRole('button', { name: 'Aller à gauche' }).waitFor()
    },
  },
  { name: 'map of the country', open: country },
  {
    name: 'map of the country, unreachable',
    open: async (page) => {
      await page.route(/\/api\/network-map/, (route) => route.abort())
      await page.goto('/carte')
      await page.getByRole('heading', { name: /La connexion s’est interrompue/ }).waitFor()
    },
  },
  {
    name: 'results, with the map',
    open: async (page, cast) => {
      await surroundings(page, cast)
      await drawn(page)
    },
  },
  {
    name: 'results, with a map of several regions',
    open: async (page, cast) => {
      await shown('/lieux?q=gien', /près de Gien/)(page, cast)
      await page.getByRole('button', { name: 'Voir la carte' }).click()
      await drawn(page)
    },
  },
  {
    name: 'results, with the map, without the other points',
    open: async (page, cast) => {
      await page.route(/\/api\/network-map/, (route) => route.abort())
      await surroundings(page, cast)
      await page.getByText('La carte n’est pas complète').waitFor()
    },
  },
]
