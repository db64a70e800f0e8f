import type { Page } from 'playwright-core'
import { at, LONG, press, SPACE, TOUCHED } from './lending-states.ts'
import { MONTMIRAIL } from './shortcuts.ts'
import { answering, noticed, problem, type State } from './state.ts'

const RULES = 'Les règles de ce lieu'
const OF_SPACE = ['/regles?espace=bureau', `Les règles de « ${LONG} »`] as const
const RULED = {
  ...SPACE,
  approval: { hours: 36 },
  checkIn: { opensMinutes: 10, closesMinutes: 20, releases: true },
  fairUse: { activeBookings: 3, noShows: { most: 3, days: 90 } },
  limitsFor: { member: { horizonDays: 90 } },
} as const

const saveRules = async (page: Page, heading: RegExp) => {
  await press(page, 'Enregistrer les règles')
  await noticed(page, heading)
}

export const RULES_STATES: readonly State[] = [
  { name: 'rules of a space, the whole site', as: 'member', open: at('/regles', RULES) },
  {
    name: 'rules of a space, the whole site, nothing lent',
    as: 'member',
    open: async (page) => {
      await answering(page, new RegExp(`/sites/${MONTMIRAIL}$`), (site) => ({
        ...site,
        conditions: { version: 2, rules: LONG, needsInsurance: true },
      }))
      await at('/regles', RULES, { spaces: [] })(page)
    },
  },
  {
    name: 'rules of a space, the whole site, an insurance for nothing',
    as: 'member',
    open: at('/regles', RULES, {}, async (page) => {
      await page.getByRole('checkbox', { name: /assuré/ }).check()
      await press(page, 'Enregistrer le règlement')
      await noticed(page, /une chose à corriger/)
    }),
  },
  {
    name: 'rules of a space, the whole site, changed by somebody else',
    as: 'member',
    open: at('/regles', RULES, {}, async (page) => {
      await page.route(/\/conditions$/, (route) => route.fulfill(problem('changed')))
      await page.getByLabel('Votre règlement').fill('La clé se prend à la mairie.')
      await press(page, 'Enregistrer le règlement')
      await noticed(page, /vient de changer le règlement/)
    }),
  },
  { name: 'rules of a space', as: 'member', open: at(...OF_SPACE, { spaces: [RULED] }) },
  {
    name: 'rules of a space, with errors',
    as: 'member',
    open: at(...OF_SPACE, {}, async (page) => {
      await page.getByLabel('Durée, au plus').first().selectOption('15')
      await page.getByText('Pour que chacun ait sa part').click()
      await page.getByLabel('Heures par semaine, au plus').fill('deux')
      await saveRules(page, /choses à corriger/)
    }),
  },
  {
    name: 'rules of a space, bookings touched',
    as: 'member',
    open: at(...OF_SPACE, {}, async (page) => {
      await page.route(/\/spaces\/bureau$/, (route) => route.fulfill(problem('touches-bookings', TOUCHED)))
      await saveRules(page, /Des réservations ne tiennent plus/)
    }),
  },
  {
    name: 'rules of a space, saved',
    as: 'member',
    open: at(...OF_SPACE, {}, async (page) => {
      await page.route(/\/spaces\/bureau$/, (route) => route.fulfill({ json: { ...SPACE, settled: false } }))
      await press(page, 'Enregistrer les règles')
      await page.getByText(/sont enregistrées/).waitFor()
    }),
  },
  { name: 'rules of a space, gone', as: 'member', open: at('/regles?espace=cave', RULES) },
]
