import type { Page } from 'playwright-core'
import type { ClosurePreview, ClosureReportView } from '../../shared/contracts/closure-views.ts'
import type { Cast } from './cast.ts'
import { MONTPEZAT } from './shortcuts.ts'
import { noticed, problem, type State, settled, shown } from './state.ts'
import { title } from './steps.ts'

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

const closing = `/fermer?lieu=${MONTPEZAT}`

const PROPOSAL = {
  site: { id: '00518A', name: 'Saint-Gérand-le-Puy', commune: 'Saint-Gérand-le-Puy' },
  space: { id: 's', name: 'Salle de réunion de l’étage' },
  distanceKm: 23.4,
}

const OFFERED = { ...PROPOSAL, id: '1'.repeat(20), reference: 'H3TW-9Z', status: 'offered' }

const call = (id: string, made: boolean) => ({ id, version: 1, made })

const touched = (id: string, changes: object = {}) => ({
  ...{ id, reference: 'K7PM-4R', date: '2026-12-01', start: '08:00', end: '12:00', use: 'desk', places: 1 },
  ...{
    holder: id,
    holderName: 'Association des amis de la bibliothèque',
    hasEmail: true,
    outcome: 'cancelled',
  },
  ...{ space: { id: 'b', name: 'Bureau' }, ...('call' in changes && { holder: 'a' }), ...changes },
})

const REPORT = {
  ...{
    id: '0'.repeat(20),
    from: '2026-12-01',
    to: '2026-12-02',
    start: '00:00',
    end: '24:00',
    reason: 'Fuite d’eau',
  },
  ...{ kind: 'unexpected', state: 'closed' },
  bookings: [
    touched('1', { outcome: 'proposed', proposal: OFFERED }),
    touched('2', { hasEmail: false, phone: '06 12 34 56 78', call: call('2', false) }),
    touched('3', { hasEmail: false, phone: '06 12 34 56 78', call: call('3', false) }),
    touched('4', { holder: 'm', holderName: 'Marthe', hasEmail: false, call: call('4', true) }),
    touched('5', {
      holder: 'l',
      holderName: 'Lucien',
      hasEmail: false,
      outcome: 'proposed',
      proposal: OFFERED,
    }),
    touched('6', { title: 'Premiers pas', space: { id: 's', name: 'Salle du premier' } }),
    touched('7', { holder: 's', holderName: 'Sacha', outcome: 'standing' }),
  ],
} as ClosureReportView

const [PROPOSED, CANCELLED] = REPORT.bookings
const PEOPLE = [
  { holderName: 'Ali', hasEmail: true },
  { holderName: 'Odile Vasseur', hasEmail: false, phone: '03 26 11 22 33' },
]

const PREVIEW = {
  ...{ from: REPORT.from, to: REPORT.to, start: REPORT.start, end: REPORT.end },
  bookings: [
    { ...PROPOSED, proposal: PROPOSAL },
    { ...PROPOSED, id: 'same', hasEmail: false, proposal: { ...PROPOSAL, distanceKm: undefined } },
    { ...CANCELLED, hasEmail: false, phone: undefined },
    { ...CANCELLED, id: 'there', outcome: 'standing' },
    {
      ...CANCELLED,
      id: 'workshop',
      hasEmail: true,
      workshop: { title: 'Premiers pas sur internet', people: PEOPLE },
    },
  ],
} as unknown as ClosurePreview

const reported =
  (heading: RegExp, act: (page: Page) => Promise<void> = settled): State['open'] =>
  async (page) => {
    await page.route(/\/closures\//, (route) =>
      route.fulfill({ json: route.request().method() === 'GET' ? REPORT : { ...REPORT, state: 'reopened' } }),
    )
    await page.goto(`/fermeture?lieu=${MONTPEZAT}&id=${REPORT.id}`)
    await title(page, heading).waitFor()
    await act(page)
  }

const wishClosed = async (page: Page, { choice: { date } }: Cast, changes: Record<string, string> = {}) => {
  await page.goto(closing)
  for (const [label, text] of Object.entries({ 'Premier jour': date, 'Dernier jour': date, ...changes }))
    await page.getByLabel(label).fill(text)
  await press(page, 'Voir qui est concerné')
}

export const CLOSING_STATES: readonly State[] = [
  { name: 'closing', as: 'staff', open: shown(closing, /^Fermer le lieu/) },
  {
    name: 'closing, without a reason',
    as: 'staff',
    open: async (page, cast) => {
      await wishClosed(page, cast)
      await noticed(page, /Il y a une chose à corriger/)
    },
  },
  {
    name: 'closing, who is touched',
    as: 'staff',
    open: async (page, cast) => {
      await page.goto(closing)
      await page.getByLabel('Pourquoi').fill('Fuite d’eau')
      await page.getByLabel('Dernier jour').fill(cast.askedDate)
      await press(page, 'Voir qui est concerné')
      await noticed(page, /touchée|concerné/)
    },
  },
  {
    name: 'closing, what becomes of each',
    as: 'staff',
    open: async (page, cast) => {
      await page.route(/closure-preview/, (route) => route.fulfill({ json: PREVIEW }))
      await wishClosed(page, cast, { Pourquoi: 'Fuite d’eau' })
      await noticed(page, /5 réservations seront touchées/)
    },
  },
  {
    name: 'closing, nobody is touched',
    as: 'staff',
    open: async (page, cast) => {
      await page.route(/closure-preview/, (route) => route.fulfill({ json: { ...PREVIEW, bookings: [] } }))
      await wishClosed(page, cast, { Pourquoi: 'Fuite d’eau' })
      await noticed(page, /Personne n’est concerné/)
    },
  },
  {
    name: 'closing, notice too short',
    as: 'staff',
    open: async (page, cast) => {
      await page.route(/closure-preview/, (route) => route.fulfill(problem('notice-too-short')))
      await wishClosed(page, cast, { Pourquoi: 'Travaux' })
      await noticed(page, /prévenir plus tôt/)
    },
  },
  { name: 'closed', as: 'staff', open: reported(/Une fermeture/) },
  {
    name: 'closed, reopened',
    as: 'staff',
    open: reported(/Une fermeture/, async (page) => {
      await press(page, 'Rouvrir')
      await noticed(page, /Rouvrir maintenant/)
      await press(page, 'Rouvrir')
      await noticed(page, /C’est rouvert/)
    }),
  },
]
