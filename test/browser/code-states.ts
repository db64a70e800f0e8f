import type { Page } from 'playwright-core'
import { MONTPEZAT } from './shortcuts.ts'
import { noticed, problem, type State, settled, shown } from './state.ts'

const codesAt = (site: string) => `/codes-de-porte?lieu=${site}&date=2030-12-03`
const codes = codesAt(MONTPEZAT)

const line = (at: number) => ({
  booking: String(at).repeat(20),
  reference: 'K7PM-4R',
  revision: 0,
  space: at % 2 ? 'Bureau partagé' : 'Grande salle du premier étage',
  keypad: { id: 'entree', digits: at % 2 ? 6 : 8 },
  code: at % 2 ? '742913' : '74291358',
  from: '2030-12-03T07:50',
  until: '2030-12-03T12:00',
})

export const DOOR_CODES = {
  date: '2030-12-03',
  toType: [1, 2, 3].map((at) => ({ ...line(at), start: '08:00', end: '12:00', typed: at === 3 })),
  toDelete: [4].map(line),
}

/** The list that the service answers, whatever is booked. */
export const withCodes =
  (list: object, act: (page: Page) => Promise<void> = settled, site: string = MONTPEZAT): State['open'] =>
  async (page) => {
    await page.route(/\/door-codes\/readings$/, (route) => route.fulfill({ json: list }))
    await page.goto(codesAt(site))
    await page.getByRole('button', { name: 'Montrer les codes' }).click()
    await page.getByRole('button', { name: 'Imprimer' }).waitFor()
    await act(page)
  }

const noting = (answer: object, wait: (page: Page) => Promise<void>) =>
  withCodes(DOOR_CODES, async (page) => {
    await page.route(/\/door-codes$/, (route) => route.fulfill(answer))
    await page.getByRole('button', { name: 'C’est fait sur le clavier' }).click()
    await wait(page)
  })

/** The codes that staff types in. */
export const CODE_STATES: readonly State[] = [
  { name: 'codes to type, signed out', open: shown(codes, /^Codes à taper/) },
  { name: 'codes to type, no right there', as: 'member', open: shown(codes, /^Codes à taper/) },
  { name: 'codes to type, not shown yet', as: 'staff', open: shown(codes, /^Codes à taper/) },
  { name: 'codes to type', as: 'staff', open: withCodes(DOOR_CODES) },
  { name: 'codes to type, none', as: 'staff', open: withCodes({ ...DOOR_CODES, toType: [], toDelete: [] }) },
  {
    name: 'codes to type, done',
    as: 'staff',
    open: noting({ json: { changed: false } }, (page) => page.getByText('C’est noté.').first().waitFor()),
  },
  {
    name: 'codes to type, changed by then',
    as: 'staff',
    open: noting({ json: { changed: true } }, (page) =>
      page.getByText('a changé entre-temps').first().waitFor(),
    ),
  },
  {
    name: 'codes to type, not noted',
    as: 'staff',
    open: noting(problem('busy'), (page) => noticed(page, /Beaucoup de monde/)),
  },
]
