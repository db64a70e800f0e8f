import type { Page } from 'playwright-core'
import { repeatAddress } from '../../web/availability/choice.ts'
import { laterDate } from '../../web/kit/later-date.ts'
import type { Cast } from './cast.ts'
import { answeredFirst, answering, noticed, problem, type State, settled, shown } from './state.ts'

const repeat = ({ repeated }: Cast): string => repeatAddress(repeated)

/** A preview with a date of each kind, beyond the reach of the place. */
const previewed = (page: Page, { repeated: { date } }: Cast) => {
  const on = (weeks: number, facts = {}) => ({ date: laterDate(date, 7 * weeks), ...facts })
  return answering(page, /\/api\/series\/preview$/, (body) => ({
    ...body,
    rolling: true,
    until: laterDate(date, 200),
    dates: [
      ...[0, 1, 2].map((weeks) => on(weeks)),
      ...[3, 4].map((weeks) => on(weeks, { refusal: 'taken', placesLeft: 0 })),
      on(5, { refusal: 'closed', reason: 'Travaux' }),
      on(6, { refusal: 'outside-opening', open: [], holiday: true }),
      on(7, { refusal: 'quota-reached', rule: 'active-bookings', limit: 5 }),
    ],
  }))
}

const REPEATING: readonly State[] = [
  { name: 'repeat, signed out', open: shown(repeat, /Répéter chaque semaine/) },
  {
    name: 'repeat, no date is free',
    as: 'newcomer',
    open: async (page, cast) => {
      await page.goto(repeat(cast))
      await noticed(page, /^Aucune date n’est libre/)
    },
  },
  { name: 'repeat, address incomplete', open: shown('/repeter', /Répéter chaque semaine/) },
  {
    name: 'repeat, from a booking',
    as: 'member',
    open: async (page, cast) => {
      await page.goto(`/reservation?id=${cast.booking}`)
      await page.getByRole('link', { name: 'Répéter chaque semaine' }).click()
      await noticed(page, /dates? libres?$/)
    },
  },
  {
    name: 'repeat, an end before the beginning',
    as: 'newcomer',
    open: async (page, cast) => {
      await page.goto(repeat(cast))
      await page.getByLabel('Jusqu’au').fill(cast.repeated.date)
      await page.getByText('Choisissez une fin après le premier jour.').waitFor()
    },
  },
  {
    name: 'repeat, dates refused and others beyond reach',
    as: 'newcomer',
    open: async (page, cast) => {
      await previewed(page, cast)
      await page.goto(repeat(cast))
      await noticed(page, /^3 dates libres/)
    },
  },
  {
    name: 'repeat, all dates taken meanwhile',
    as: 'newcomer',
    open: async (page, cast) => {
      await page.route(/\/api\/series$/, (route) => route.fulfill(problem('series-refused')))
      await previewed(page, cast)
      await page.goto(repeat(cast))
      await page.getByRole('button', { name: /^Réserver ces/ }).click()
      await noticed(page, /^Rien n’a été réservé/)
      await settled(page)
    },
  },
  {
    name: 'repeat, for requests and without an end',
    as: 'newcomer',
    open: async (page, cast) => {
      await answeredFirst(page)
      await previewed(page, cast)
      await page.goto(repeat(cast))
      await page.getByLabel('Fin').selectOption({ index: 1 })
      await page.getByRole('button', { name: /^Envoyer ma demande/ }).waitFor()
    },
  },
  {
    name: 'repeat, no name yet',
    as: 'nameless',
    open: async (page, cast) => {
      await page.goto(repeat(cast))
      await page.getByLabel('Votre prénom et votre nom').waitFor()
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
