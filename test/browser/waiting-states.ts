import type { Page } from 'playwright-core'
import type { Cast } from './cast.ts'
import { MONTMIRAIL } from './shortcuts.ts'
import { answering, noticed, type State, shown } from './state.ts'
import { title } from './steps.ts'

const waitAddress = ({ choice: { date } }: Cast): string => `/attendre?site=${MONTMIRAIL}&date=${date}`

const submitted = async (page: Page, cast: Cast) => {
  await page.goto(waitAddress(cast))
  await page.getByRole('button', { name: 'Prévenez-moi' }).click()
}

const WISHING: readonly State[] = [
  { name: 'wait, asked', as: 'newcomer', open: shown(waitAddress, /^Prévenez-moi/) },
  { name: 'wait, unknown site', open: shown('/attendre?site=99999Z', /^Prévenez-moi/) },
  {
    name: 'wait, signed out',
    open: async (page, cast) => {
      await submitted(page, cast)
      await title(page, /Où vous prévenir/).waitFor()
    },
  },
  {
    name: 'wait, no name known',
    as: 'nameless',
    open: async (page, cast) => {
      await submitted(page, cast)
      await title(page, /À quel nom/).waitFor()
    },
  },
  {
    name: 'wait, a day that has passed',
    as: 'newcomer',
    open: async (page, cast) => {
      await page.goto(waitAddress(cast))
      await page.getByLabel('Jour').fill('2020-01-01')
      await page.getByRole('button', { name: 'Prévenez-moi' }).click()
      await noticed(page, /Il y a une chose à corriger/)
    },
  },
  {
    name: 'wait, too many already',
    as: 'newcomer',
    open: async (page, cast) => {
      await page.route(/\/api\/waits/, (route) =>
        route.fulfill({
          status: 409,
          contentType: 'application/problem+json',
          body: JSON.stringify({ code: 'quota-reached', rule: 'waits', limit: 10 }),
        }),
      )
      await submitted(page, cast)
      await noticed(page, /Vous avez atteint la limite/)
    },
  },
]

const wait = (cast: Cast): string => `/attente?id=${cast.wait}`

const changed =
  (change: Record<string, unknown>, heading: RegExp): State['open'] =>
  async (page, cast) => {
    await answering(page, /\/api\/waits\//, (body) => ({ ...body, ...change }))
    await page.goto(wait(cast))
    await title(page, heading).waitFor()
  }

const AWAITING: readonly State[] = [
  { name: 'waiting, next', as: 'member', open: shown(wait, /Votre tour est le prochain/) },
  { name: 'waiting, third', as: 'member', open: changed({ rank: 3 }, /Votre tour est le 3e/) },
  { name: 'waiting, left', as: 'member', open: changed({ status: 'left' }, /Vous n’attendez plus/) },
  { name: 'waiting, over', as: 'member', open: changed({ status: 'over' }, /Rien ne s’est libéré/) },
  {
    name: 'waiting, unknown',
    as: 'member',
    open: shown('/attente?id=0', /Nous ne trouvons pas cette attente/),
  },
  { name: 'waiting, signed out', open: shown(wait, /Votre attente/) },
]

/** The entry among my bookings. */
const LISTED: readonly State[] = [
  {
    name: 'my bookings, a seat waited for',
    as: 'member',
    open: async (page) => {
      await answering(page, /\/api\/me\/waits$/, ({ waits, ...rest }) => ({
        ...rest,
        waits: (waits as object[]).flatMap((each) => [each, { ...each, workshop: '0'.repeat(20), rank: 2 }]),
      }))
      await page.goto('/mes-reservations')
      await page.getByRole('link', { name: /une place dans un atelier/ }).waitFor()
    },
  },
]

export const WAITING_STATES: readonly State[] = [...WISHING, ...AWAITING, ...LISTED]
