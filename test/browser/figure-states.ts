import type { FiguresView } from '../../shared/contracts/figure-views.ts'
import { MONTMIRAIL } from './shortcuts.ts'
import { asStaff } from './staff-states.ts'
import { type State, settled, shown } from './state.ts'

const MANAGER = { role: 'manager', scope: `site:${MONTMIRAIL}`, place: 'Montmirail' } as const

const NOTHING: FiguresView = {
  month: '2026-10',
  spaces: [],
  workshops: { sittings: 0, hours: 0 },
  people: [],
  ages: [],
  occupations: [],
  skillsTests: [],
}

const FIGURES: FiguresView = {
  month: '2026-10',
  spaces: [
    { names: ['Bureau partagé'], count: 42, hours: 118.5 },
    { names: ['Grande salle du premier étage', 'Salle de réunion'], count: 9, hours: 27 },
  ],
  workshops: { sittings: 8, hours: 16 },
  people: [
    { names: ['present'], count: 37 },
    { names: ['excused', 'absent'], count: 6 },
    { names: ['not-noted'], count: 0 },
    { names: ['drop-in'], count: 21 },
  ],
  ages: [
    { names: ['70-and-over'], count: 14 },
    { names: ['60-69', 'not-said'], count: 7 },
  ],
  occupations: [{ names: ['retired'], count: 21 }],
  skillsTests: [{ names: ['done'] }],
}

const figures =
  (json: FiguresView): State['open'] =>
  async (page) => {
    await asStaff(page, [MANAGER])
    await page.route(/\/api\/sites\/[^/]+\/figures/, (route) => route.fulfill({ json }))
    await page.goto(`/chiffres?lieu=${MONTMIRAIL}&mois=2026-10`)
    await page.getByRole('link', { name: 'Enregistrer pour un tableur' }).waitFor()
    await settled(page)
  }

export const FIGURE_STATES: readonly State[] = [
  { name: 'figures, signed out', open: shown(`/chiffres?lieu=${MONTMIRAIL}`, /^Les chiffres du lieu$/) },
  { name: 'figures', as: 'member', open: figures(FIGURES) },
  { name: 'figures, nothing', as: 'member', open: figures(NOTHING) },
]
