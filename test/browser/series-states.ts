import type { Page } from 'playwright-core'
import { repeatAddress } from '../../web/availability/choice.ts'
import { laterDate } from '../../web/kit/later-date.ts'
import type { Cast } from './cast.ts'
import { noticed, type State, settled, shown } from './state.ts'

const repeat = ({ repeated }: Cast): string => repeatAddress(repeated)

const submitted = async (page: Page, cast: Cast) => {
  await page.goto(repeat(cast))
  await page.getByRole('button', { name: 'Réserver ces dates' }).click()
}

const askedAll = async (page: Page, cast: Cast) => {
  await page.goto(repeat(cast))
  await page.getByLabel('Jusqu’au').fill(laterDate(cast.repeated.date, 14))
  await page.getByLabel('Seulement si toutes les dates sont possibles').check()
  await page.getByRole('button', { name: 'Réserver ces dates' }).click()
}

const REPEATING: readonly State[] = [
  { name: 'repeat, signed out', open: shown(repeat, /Répéter cette réservation/) },
  { name: 'repeat, signed in', as: 'newcomer', open: shown(repeat, /Répéter cette réservation/) },
  { name: 'repeat, address incomplete', open: shown('/repeter', /Répéter cette réservation/) },
  {
    name: 'repeat, from a booking',
    as: 'member',
    open: async (page, cast) => {
      await page.goto(`/reservation?id=${cast.booking}`)
      await page.getByRole('link', { name: 'Répéter chaque semaine' }).click()
      await page.getByLabel('Jusqu’au').waitFor()
    },
  },
  {
    name: 'repeat, no end chosen',
    as: 'newcomer',
    open: async (page, cast) => {
      await submitted(page, cast)
      await noticed(page, /Il y a une chose à corriger/)
    },
  },
  {
    name: 'repeat, one of all the dates refused',
    as: 'newcomer',
    open: async (page, cast) => {
      await askedAll(page, cast)
      await noticed(page, /^Une date n’est pas possible|^\d+ dates ne sont pas possibles/)
    },
  },
  {
    name: 'repeat, no name typed',
    as: 'nameless',
    open: async (page, cast) => {
      await askedAll(page, cast)
      await noticed(page, /Il nous manque votre nom/)
    },
  },
]

const series = (cast: Cast): string => `/serie?id=${cast.series}`

const SHOWN: readonly State[] = [
  {
    name: 'series, one date refused',
    as: 'member',
    open: shown(series, /^\d+ dates réservées|^Une date réservée/),
  },
  {
    name: 'series, about to be cancelled',
    as: 'member',
    open: async (page, cast) => {
      await page.goto(series(cast))
      await page.getByRole('button', { name: 'Annuler ces dates' }).click()
      await noticed(page, /^Annuler .*\?/)
      await settled(page)
    },
  },
  {
    name: 'series, cancelled',
    as: 'member',
    open: shown(({ cancelledSeries }) => `/serie?id=${cancelledSeries}`, /^Aucune date/),
  },
  { name: 'series, unknown', as: 'member', open: shown('/serie?id=0', /Nous ne trouvons pas cette série/) },
  { name: 'series, signed out', open: shown(series, /Votre série/) },
]

export const SERIES_STATES: readonly State[] = [...REPEATING, ...SHOWN]
