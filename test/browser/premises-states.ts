import type { PremisesOfSiteView } from '../../shared/contracts/premises-views.ts'
import { MONTMIRAIL } from './shortcuts.ts'
import { asStaff } from './staff-states.ts'
import { noticed, problem, type State, settled, shown } from './state.ts'

const PREMISES: PremisesOfSiteView = {
  version: 3,
  owner: 'Communauté de communes de la Brie champenoise et des coteaux du Grand Morin',
  operator: 'Association des amis de la bibliothèque',
  agreement: { name: 'Convention de présence postale 2026', until: '2028-12-31' },
  parent: { id: '09439A', name: 'Sézanne' },
  mayDescribe: true,
  asksOwner: true,
  mayAgree: false,
  spaces: [
    { id: 'bureau', name: 'Bureau partagé', revision: 1 },
    { id: 'salle', name: 'Grande salle du premier étage', revision: 2, agreedOn: '2026-03-01' },
    { id: 'garage', name: 'Garage', revision: 3, agreedOn: '2026-06-01', until: '2030-06-30' },
  ],
}

const SEEN_BY_OWNER = { ...PREMISES, mayDescribe: false, mayAgree: true }
const UNKNOWN = { version: 0, mayDescribe: false, asksOwner: false, mayAgree: true, spaces: [] }

const disagreeing: State['open'] = async (page, cast) => {
  await premises(SEEN_BY_OWNER, 'owner')(page, cast)
  const touched = { mark: '0123456789abcdef', count: 3, bookings: [] }
  await page.route(/\/api\/sites\/[^/]+\/spaces\/[^/]+\/consent/, (route) =>
    route.fulfill(problem('touches-bookings', touched)),
  )
  await page.getByRole('button', { name: 'Refuser ce prêt : Bureau partagé' }).click()
  await page.getByLabel('Premier jour où il n’est plus prêté').fill('2031-01-06')
  await page.getByLabel('Pourquoi').fill('Nous reprenons la salle')
  await page.getByRole('button', { name: 'Refuser ce prêt', exact: true }).click()
  await noticed(page, /Des personnes ont déjà réservé/)
}

const premises =
  (from: PremisesOfSiteView, role: 'manager' | 'owner'): State['open'] =>
  async (page) => {
    await asStaff(page, [{ role, scope: `site:${MONTMIRAIL}`, place: 'Montmirail' }])
    await page.route(/\/api\/sites\/[^/]+\/premises/, (route) =>
      route.fulfill(route.request().method() === 'GET' ? { json: from } : problem('changed')),
    )
    await page.goto(`/locaux?lieu=${MONTMIRAIL}`)
    await page
      .getByText(/^Convention/)
      .first()
      .waitFor()
    await settled(page)
  }

export const PREMISES_STATES: readonly State[] = [
  { name: 'premises, signed out', open: shown(`/locaux?lieu=${MONTMIRAIL}`, /^Les locaux de ce lieu$/) },
  { name: 'premises', as: 'member', open: premises(PREMISES, 'manager') },
  {
    name: 'premises, seen by the owner',
    as: 'member',
    open: premises(SEEN_BY_OWNER, 'owner'),
  },
  {
    name: 'premises, unknown',
    as: 'member',
    open: premises(UNKNOWN, 'owner'),
  },
  { name: 'premises, the owner disagrees', as: 'member', open: disagreeing },
  {
    name: 'premises, changed by somebody else',
    as: 'member',
    open: async (page, cast) => {
      await premises(PREMISES, 'manager')(page, cast)
      await page.getByRole('button', { name: 'Enregistrer' }).click()
      await noticed(page, /vient de changer cette page/)
    },
  },
]
