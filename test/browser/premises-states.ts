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
    open: premises({ ...PREMISES, mayDescribe: false }, 'owner'),
  },
  {
    name: 'premises, unknown',
    as: 'member',
    open: premises({ version: 0, mayDescribe: false }, 'owner'),
  },
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
