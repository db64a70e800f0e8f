import type { Page } from 'playwright-core'
import type { HeldView } from '../../shared/contracts/answer-views.ts'
import type { GrantView } from '../../shared/contracts/auth-views.ts'
import type { ComingView, SiteToday, TodayView } from '../../shared/contracts/today-views.ts'
import { asStaff } from './staff-states.ts'
import { problem, type State, settled, shown } from './state.ts'
import { title } from './steps.ts'

const LONG = 'Association des amis de la bibliothèque intercommunale de Saint-Barthélemy'
const TODAY = '2026-12-08'

const coming = (start: string, end: string, changes: Partial<ComingView> = {}): ComingView => ({
  ...{ id: start, reference: 'K7PM-4R', status: 'confirmed', space: 'bureau', date: TODAY, start, end },
  ...{ use: 'desk', places: 1, begun: false, channel: 'web', holderName: 'Camille Ferrand', hasEmail: true },
  ...changes,
})

const workshop = {
  ...{
    id: 'w'.repeat(20),
    isPermanence: false,
    title: 'Déjouer les arnaques',
    mediatorName: 'Sophie',
    seats: 6,
    taken: 5,
  },
  people: [],
}

const held: HeldView = {
  ...{ id: '1', holderName: 'Les Amis du livre' },
  ...{ reference: 'K7PM-4R', date: '2026-12-10', start: '18:00', end: '20:00', use: 'room', places: 8 },
  ...{ space: { id: 'salle', name: 'Salle de réunion' }, until: '2026-12-09T12:00' },
}

export const MONTMIRAIL_TODAY: SiteToday = {
  ...{ id: '09410A', name: 'Montmirail', departement: '51', today: TODAY, time: '09:10' },
  counter: [['14:00', '18:00']],
  closures: [],
  spaces: [
    {
      ...{ space: 'bureau', name: 'Bureau partagé', capacity: 5, open: [['08:00', '14:00']] },
      free: [{ start: '09:00', end: '14:00', places: 3 }],
      load: [{ start: '08:00', end: '12:00', taken: 2, held: 1 }],
      now: { end: '12:00', places: 3 },
    },
    {
      ...{ space: 'salle', name: 'Salle de réunion', capacity: 8, open: [['08:00', '14:00']] },
      ...{ free: [], load: [{ start: '08:00', end: '14:00', taken: 8, held: 8 }] },
    },
  ],
  coming: [
    coming('08:00', '10:00', { status: 'attended', begun: true }),
    coming('09:00', '12:00', {
      arrival: 'attendance',
      begun: true,
      phone: '06 12 34 56 78',
      holderName: LONG,
    }),
    coming('10:00', '12:00', { status: 'requested', until: '2026-12-08T10:00', places: 2 }),
    coming('10:30', '12:00', { workshop, space: 'salle', use: 'room' }),
  ],
  next: { date: '2026-12-09', count: 3 },
  requests: { count: 7, first: [held] },
  calls: {
    count: 1,
    first: [{ holder: 'o', holderName: 'Odette Blanc', phone: '06 12 34 56 78', news: 'cancelled' }],
  },
}

const QUIET: SiteToday = {
  ...MONTMIRAIL_TODAY,
  ...{ coming: [], next: undefined, requests: { count: 0, first: [] }, calls: { count: 0, first: [] } },
}

const SITTINGS: TodayView['sittings'] = ['09:00', '14:00'].map((start, at) => ({
  ...({ id: String(at).repeat(20), status: 'planned', title: 'Écrire et recevoir des messages' } as const),
  site: {
    ...{ id: '00518A', name: 'Saint-Gérand-le-Puy', address: '5 rue du Commerce', postcode: '03150' },
    ...{ commune: 'Saint-Gérand-le-Puy', timeZone: 'Europe/Paris' },
  },
  ...{ date: TODAY, start, end: '16:00', seats: 6, seatsLeft: 1, waiting: 0, begun: false },
  spaceName: 'Îlot numérique',
  ...(at === 1 && { way: { km: 39, minutes: 55 } }),
}))

const manager = ({ id, name }: SiteToday): GrantView => ({
  role: 'manager',
  scope: `site:${id}`,
  place: name,
})

/** The page of today with what the service would answer. */
export const showToday = async (
  page: Page,
  { sites = [], sittings = [], isAll = true }: Partial<TodayView>,
  grants: readonly GrantView[] = sites.map(manager),
): Promise<void> => {
  await asStaff(page, grants)
  await page.route(/\/api\/me\/today$/, (route) => route.fulfill({ json: { sites, sittings, isAll } }))
  await page.goto('/aujourd-hui')
  await title(page, /^Aujourd’hui, /).waitFor()
  await settled(page)
}

const today =
  (view: Partial<TodayView>, grants?: readonly GrantView[], act = settled): State['open'] =>
  async (page) => {
    await showToday(page, view, grants)
    await act(page)
  }

const SEVERAL: readonly SiteToday[] = [
  MONTMIRAIL_TODAY,
  {
    ...QUIET,
    ...{ id: '09439A', name: 'Sézanne', next: { date: '2026-12-11', count: 1 } },
    closures: [
      {
        id: 'c',
        from: TODAY,
        to: TODAY,
        start: '00:00',
        end: '24:00',
        reason: 'Fuite d’eau',
        spaces: ['bureau'],
      },
    ],
  },
  { ...QUIET, id: '09411A', name: LONG, spaces: [] },
]

export const TODAY_STATES: readonly State[] = [
  { name: 'today', as: 'staff', open: today({ sites: [MONTMIRAIL_TODAY], sittings: SITTINGS }) },
  {
    name: 'today, at a desk',
    as: 'staff',
    open: async (page) => {
      await page.setViewportSize({ width: 1280, height: 800 })
      await showToday(page, { sites: [MONTMIRAIL_TODAY], sittings: SITTINGS })
    },
  },
  { name: 'today, with nothing to do', as: 'staff', open: today({ sites: [QUIET] }) },
  {
    name: 'today, the rest of the pages',
    as: 'staff',
    open: today({ sites: [QUIET] }, undefined, async (page) => {
      await page.getByText('Plus', { exact: true }).click()
      await page.getByRole('link', { name: 'Mes lieux' }).waitFor()
    }),
  },
  {
    name: 'today, several sites',
    as: 'staff',
    open: today({ sites: [...SEVERAL], isAll: false }, undefined, async (page) => {
      for (const name of ['Montmirail', 'Sézanne']) await page.getByText(name, { exact: true }).click()
      await page.getByText('À appeler : Odette Blanc').waitFor()
    }),
  },
  {
    name: 'today, of the owner of the premises',
    as: 'staff',
    open: today(
      {
        sites: [
          {
            ...MONTMIRAIL_TODAY,
            ...{ requests: undefined, calls: undefined, next: undefined },
            coming: [coming('08:00', '10:00', { holderName: '', reference: '' })],
          },
        ],
      },
      [{ role: 'owner', scope: 'site:09410A', place: 'Montmirail' }],
    ),
  },
  {
    name: 'today, an arrival refused',
    as: 'staff',
    open: today({ sites: [MONTMIRAIL_TODAY] }, undefined, async (page) => {
      await page.route(/\/attendance$/, (route) => route.fulfill(problem('attendance-closed')))
      await page.getByRole('button', { name: /^Est là/ }).click()
      await page.getByText('Les présences ne changent plus').waitFor()
    }),
  },
  {
    name: 'today, no answer from the service',
    as: 'staff',
    open: today({ sites: [MONTMIRAIL_TODAY] }, undefined, async (page) => {
      await page.route(/\/api\/me\/today$/, (route) => route.abort())
      await page.getByRole('button', { name: 'Relire' }).click()
      await page
        .getByText(/^Pas de réponse du service/)
        .first()
        .waitFor()
      await page.getByRole('button', { name: 'Ne plus mettre à jour' }).click()
    }),
  },
  {
    name: 'today, for the network and by telephone',
    as: 'staff',
    open: today({}, [
      { role: 'network', scope: 'network' },
      { role: 'phone', scope: 'network' },
    ]),
  },
  { name: 'today, signed out', open: shown('/aujourd-hui', /^Aujourd’hui$/) },
  { name: 'today, of somebody without a site', as: 'member', open: shown('/aujourd-hui', /^Aujourd’hui$/) },
]
