import type { Page } from 'playwright-core'
import type { CallView } from '../../shared/contracts/call-views.ts'
import type { Cast } from './cast.ts'
import { MONTPEZAT } from './shortcuts.ts'
import { asStaff } from './staff-states.ts'
import { answering, noticed, problem, type State, settled, shown } from './state.ts'
import { title } from './steps.ts'

const planning = `/planning?lieu=${MONTPEZAT}`
const one = ({ asked }: Cast): string => `/traiter?lieu=${MONTPEZAT}&id=${asked}`
const BOOKING = /\/api\/bookings\/[0-9a-z]+$/

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

const WEEK: readonly State[] = [
  { name: 'planning', as: 'staff', open: shown(planning, /^Du /) },
  {
    name: 'planning, at a desk',
    as: 'staff',
    open: async (page, cast) => {
      await page.setViewportSize({ width: 1280, height: 800 })
      await shown(planning, /^Du /)(page, cast)
    },
  },
  {
    name: 'planning, closed and everything in it',
    as: 'staff',
    open: async (page, cast) => {
      await answering(page, /\/api\/sites\/\w+\/planning/, ({ bookings, days, ...body }) => {
        const [first, ...others] = bookings as object[]
        const [{ date }] = days as [{ date: string }]
        const statuses = ['attended', 'no-show', 'offered', 'confirmed']
        const people = ['Jeanne Martin', 'Association des amis de la bibliothèque intercommunale'].map(
          (holderName, at) => ({
            ...{ id: String(at).repeat(20), reference: 'K7PM-4R', status: statuses[at + 2], holderName },
            ...{ hasEmail: at === 1, ...(at === 0 && { phone: '06 12 34 56 78' }) },
          }),
        )
        const workshop = {
          id: '0'.repeat(20),
          title: 'Premiers pas',
          mediatorName: 'Sophie',
          seats: 6,
          taken: 2,
          people,
        }
        return {
          ...body,
          days,
          calls: 2,
          closures: [
            { id: '0'.repeat(20), from: date, to: date, start: '00:00', end: '24:00', reason: 'Fuite d’eau' },
          ],
          bookings: [
            ...others,
            ...statuses.map((status) => ({ ...first, date, id: status, status, places: 2 })),
            { ...first, date, id: 'w', workshop },
          ],
        }
      })
      await shown(planning, /^Du /)(page, cast)
    },
  },
  {
    name: 'planning, of a mediator',
    as: 'staff',
    open: async (page, cast) => {
      await answering(page, /\/api\/me$/, ({ grants, ...body }) => ({
        ...body,
        grants: (grants as object[]).map((each) => ({ ...each, role: 'mediator' })),
      }))
      await shown(planning, /^Du /)(page, cast)
    },
  },
  {
    name: 'planning, of the owner of the premises',
    as: 'staff',
    open: async (page, cast) => {
      await asStaff(page, [{ role: 'owner', scope: `site:${MONTPEZAT}` }])
      await answering(
        page,
        /\/api\/sites\/\w+\/planning/,
        ({ bookings, requests: _, calls: __, ...body }) => ({
          ...body,
          bookings: (bookings as object[]).map((each, at) => ({
            ...each,
            ...{ id: String(at), reference: '', holderName: '', phone: undefined },
          })),
        }),
      )
      await shown(planning, /^Du /)(page, cast)
    },
  },
  { name: 'planning, signed out', open: shown(planning, /^La semaine$/) },
  { name: 'planning, no right there', as: 'member', open: shown(planning, /^La semaine$/) },
]

const changed =
  (
    change: Record<string, unknown>,
    heading: RegExp,
    act: (page: Page) => Promise<void> = settled,
  ): State['open'] =>
  async (page, cast) => {
    await answering(page, BOOKING, (body) => ({ ...body, until: undefined, ...change }))
    await page.goto(one(cast))
    await title(page, heading).waitFor()
    await act(page)
  }

const refused =
  (code: string, heading: RegExp): State['open'] =>
  async (page, cast) => {
    await page.route(/\/approval$/, (route) => route.fulfill(problem(code)))
    await page.goto(one(cast))
    await press(page, 'Accepter la demande')
    await noticed(page, heading)
  }

const ONE: readonly State[] = [
  { name: 'request', as: 'staff', open: shown(one, /Demande à traiter/) },
  {
    name: 'request, being refused',
    as: 'staff',
    open: async (page, cast) => {
      await page.goto(one(cast))
      await press(page, 'Refuser la demande')
      await page.getByLabel(/Un mot/).waitFor()
    },
  },
  {
    name: 'request, a colleague was first',
    as: 'staff',
    open: refused('already-answered', /déjà répondu autrement/),
  },
  { name: 'request, right withdrawn', as: 'staff', open: refused('not-found', /Vous ne pouvez plus/) },
  { name: 'booking, to come', as: 'staff', open: changed({ status: 'confirmed' }, /Réservation confirmée/) },
  {
    name: 'booking, taken back without a reason',
    as: 'staff',
    open: changed({ status: 'confirmed' }, /Réservation confirmée/, async (page) => {
      await press(page, 'Annuler cette réservation')
      await press(page, 'Annuler cette réservation')
      await page.getByText('Écrivez le motif').waitFor()
    }),
  },
  {
    name: 'booking, taken back',
    as: 'staff',
    open: changed({ status: 'cancelled', cause: 'staff', note: 'Fuite d’eau' }, /Réservation annulée/),
  },
  { name: 'booking, begun', as: 'staff', open: changed({ status: 'confirmed', begun: true }, /confirmée/) },
  {
    name: 'booking, offered',
    as: 'staff',
    open: changed({ status: 'offered', until: '2026-12-01T08:00' }, /proposée/),
  },
  {
    name: 'booking, nobody came',
    as: 'staff',
    open: changed({ status: 'no-show', begun: true }, /Absence notée/),
  },
]

const demands = `/demandes?lieu=${MONTPEZAT}`

const CALL: Omit<CallView, 'news'> = {
  ...{
    id: '1',
    version: 1,
    holder: 'j',
    holderName: 'Jeanne Martin',
    phone: '06 12 34 56 78',
    date: '2026-12-01',
  },
  ...{
    start: '10:00',
    end: '12:00',
    reference: 'K7PM-4R',
    use: 'desk',
    places: 1,
    space: 'Salle du premier',
  },
}

const CALLS: readonly CallView[] = [
  {
    ...CALL,
    news: 'cancelled',
    cause: 'workshop-cancelled',
    title: 'Premiers pas',
    note: 'La médiatrice est malade.',
  },
  { ...CALL, id: '2', news: 'moved', date: '2026-12-03', note: 'Travaux' },
  {
    ...CALL,
    ...{
      id: '3',
      holder: 'a',
      holderName: 'Association des amis de la bibliothèque intercommunale',
      phone: undefined,
    },
    ...{ news: 'offered', until: '2026-12-01T08:30', places: 3 },
    instead: { place: 'Montmirail', cause: 'closure', note: 'Fuite d’eau' },
  },
  {
    ...CALL,
    id: '4',
    holder: 'm',
    holderName: 'Marthe',
    news: 'wait-ended',
    title: 'Premiers pas',
    space: undefined,
  },
]

const called =
  (act: (page: Page) => Promise<void> = settled): State['open'] =>
  async (page, cast) => {
    await page.route(/\/calls$/, (route) => route.fulfill({ json: { calls: CALLS } }))
    await shown(demands, /À traiter/)(page, cast)
    await act(page)
  }

const TO_DO: readonly State[] = [
  { name: 'to answer', as: 'staff', open: shown(demands, /À traiter/) },
  { name: 'to answer, and to call', as: 'staff', open: called() },
  {
    name: 'to answer, to call, noted',
    as: 'staff',
    open: called(async (page) => {
      await page.route(/\/calls\/\w+$/, (route) => route.fulfill({ json: { id: '1', version: 1 } }))
      await page.getByRole('button', { name: 'Noter l’appel : Jeanne Martin' }).click()
      await page.getByText('Appel noté.').waitFor()
    }),
  },
  {
    name: 'to answer, to call, something newer to tell',
    as: 'staff',
    open: called(async (page) => {
      await page.route(/\/calls\/\w+$/, (route) => route.fulfill(problem('call-changed')))
      await page.getByRole('button', { name: 'Noter l’appel : Jeanne Martin' }).click()
      await noticed(page, /Il y a du nouveau à dire/)
    }),
  },
  {
    name: 'to answer, for the network',
    as: 'staff',
    open: async (page, cast) => {
      await asStaff(page, [{ role: 'network', scope: 'network' }])
      await shown(demands, /À traiter/)(page, cast)
      await page.locator('a[href^="/traiter"]').first().click()
      await page.getByRole('button', { name: 'Refuser la demande' }).first().click()
      await page.getByLabel('Un mot pour la personne (facultatif)').waitFor()
    },
  },
  {
    name: 'to answer, nothing',
    as: 'staff',
    open: async (page, cast) => {
      await page.route(/\/requests$/, (route) => route.fulfill({ json: { requests: [] } }))
      await shown(demands, /À traiter/)(page, cast)
    },
  },
]

const copying = ({ askedDate }: Cast) => `/copier?lieu=${MONTPEZAT}&du=${askedDate}`

const COPYING: readonly State[] = [
  { name: 'copying', as: 'staff', open: shown(copying, /^Copier la semaine/) },
  {
    name: 'copying, nothing there',
    as: 'staff',
    open: shown(`/copier?lieu=${MONTPEZAT}&du=2027-12-01`, /^Copier/),
  },
  {
    name: 'copying, what is possible',
    as: 'staff',
    open: async (page, cast) => {
      await answering(page, /copy-preview/, ({ copies }) => ({
        copies: [...(copies as object[]), { ...(copies as object[])[0], refusal: 'taken' }],
      }))
      await page.goto(copying(cast))
      await press(page, 'Voir ce qui est possible')
      await noticed(page, /^Une date est possible$/)
    },
  },
]

export const PLANNING_STATES: readonly State[] = [...WEEK, ...ONE, ...TO_DO, ...COPYING]
