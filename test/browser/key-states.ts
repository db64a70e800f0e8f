import type { Page } from 'playwright-core'
import type { KeyList } from '../../shared/contracts/key-views.ts'
import { MONTMIRAIL } from './shortcuts.ts'
import { asStaff } from './staff-states.ts'
import { noticed, problem, type State, settled, shown } from './state.ts'

const AGENT = { role: 'agent', scope: `site:${MONTMIRAIL}`, place: 'Montmirail' } as const

const A_KEY = { space: 'Bureau partagé', start: '09:00', end: '12:00', state: 'kept' } as const

const KEYS: KeyList = {
  hasKeys: true,
  keys: [
    {
      ...A_KEY,
      ...{ id: 'a'.repeat(20), reference: 'K7PM-4R', date: '2026-11-20', state: 'overdue' },
      dueBack: '2026-11-20T17:00',
      holderName: 'Association des amis de la bibliothèque intercommunale',
      phone: '03 26 11 22 33',
    },
    {
      ...A_KEY,
      ...{ id: 'b'.repeat(20), reference: 'T2XD-9W', date: '2030-11-20', state: 'out' },
      dueBack: '2030-11-20T17:00',
      holderName: 'Camille',
      movedTo: 'Salle de réunion du premier étage',
    },
    { ...A_KEY, id: 'c'.repeat(20), reference: 'M4RB-7C', date: '2030-11-21', holderName: '' },
  ],
}

const keys =
  (list: KeyList, act: (page: Page) => Promise<void> = async () => {}): State['open'] =>
  async (page) => {
    await asStaff(page, [AGENT])
    await page.route(/\/api\/sites\/[^/]+\/keys/, (route) => route.fulfill({ json: list }))
    await page.route(/\/api\/bookings\/[^/]+\/key/, (route) => route.fulfill(problem('key-not-needed')))
    await page.goto(`/cles?lieu=${MONTMIRAIL}`)
    await page
      .getByText(list.hasKeys ? /^(Notez chaque clé|Aucune clé dehors)/ : /^Aucun espace/)
      .first()
      .waitFor()
    await settled(page)
    await act(page)
  }

const withoutNames = KEYS.keys.map(({ holderName: _, phone: __, ...each }) => each)

export const KEY_STATES: readonly State[] = [
  { name: 'keys, signed out', open: shown(`/cles?lieu=${MONTMIRAIL}`, /^Les clés$/) },
  { name: 'keys', as: 'member', open: keys(KEYS) },
  { name: 'keys, none out', as: 'member', open: keys({ hasKeys: true, keys: [] }) },
  { name: 'keys, of a place without any', as: 'member', open: keys({ hasKeys: false, keys: [] }) },
  { name: 'keys, seen by the owner', as: 'member', open: keys({ hasKeys: true, keys: withoutNames }) },
  {
    name: 'keys, refused',
    as: 'member',
    open: keys(KEYS, async (page) => {
      await page.getByRole('button', { name: /Remettre la clé/ }).click()
      await noticed(page, /Il n’y a plus de clé à remettre/)
    }),
  },
]
