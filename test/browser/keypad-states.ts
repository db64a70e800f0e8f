import type { Page } from 'playwright-core'
import { MONTPEZAT } from './shortcuts.ts'
import { answering, noticed, problem, type State, settled, shown } from './state.ts'
import { title } from './steps.ts'

const LENT = /\/lent-spaces$/
const SAVING = /\/spaces\/bureau$/

const SPACE = {
  ...{
    id: 'bureau',
    name: 'Bureau partagé',
    capacity: 5,
    uses: ['desk'],
    workshops: false,
    features: [],
    parts: [],
  },
  access: { kind: 'door-code', door: { id: 'entree', digits: 6, byHand: true } },
  openings: [],
  limits: { noticeMinutes: 0, horizonDays: 60, shortestMinutes: 60, longestMinutes: 600 },
  buffers: { beforeMinutes: 0, afterMinutes: 0 },
  ...{ revision: 1, ended: false, settled: true },
}

const keypad =
  (space: object, act: (page: Page) => Promise<void> = settled): State['open'] =>
  async (page) => {
    await answering(page, LENT, () => ({ spaces: [{ ...SPACE, ...space }] }))
    await page.goto(`/clavier?lieu=${MONTPEZAT}&espace=bureau`)
    await title(page, /clavier/).waitFor()
    await settled(page)
    await act(page)
  }

const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer' }).click()

/** The page that sets the keypad of a space. */
export const KEYPAD_STATES: readonly State[] = [
  { name: 'keypad, signed out', open: shown(`/clavier?lieu=${MONTPEZAT}&espace=bureau`, /clavier/) },
  { name: 'keypad, no code opens', as: 'staff', open: keypad({ access: { kind: 'counter-staff' } }) },
  { name: 'keypad, none yet', as: 'staff', open: keypad({ access: { kind: 'door-code' } }) },
  { name: 'keypad', as: 'staff', open: keypad({}) },
  {
    name: 'keypad, without a name',
    as: 'staff',
    open: keypad({}, async (page) => {
      await page.getByLabel('Nom du clavier').fill('')
      await save(page)
      await noticed(page, /une chose à corriger/)
    }),
  },
  {
    name: 'keypad, saved',
    as: 'staff',
    open: keypad({}, async (page) => {
      await page.route(SAVING, (route) => route.fulfill({ json: { ...SPACE, settled: false } }))
      await save(page)
      await noticed(page, /C’est enregistré/)
    }),
  },
  {
    name: 'keypad, changed by somebody else',
    as: 'staff',
    open: keypad({}, async (page) => {
      await page.route(SAVING, (route) => route.fulfill(problem('changed')))
      await save(page)
      await noticed(page, /vient de changer cet espace/)
    }),
  },
]
