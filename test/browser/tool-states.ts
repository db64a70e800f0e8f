import type { Page } from 'playwright-core'
import type { ApiKeyList, ApiKeyView } from '../../shared/contracts/api-key-views.ts'
import { MONTMIRAIL } from './shortcuts.ts'
import { asStaff } from './staff-states.ts'
import { problem, type State, settled, shown, unreadable } from './state.ts'

const MANAGER = { role: 'manager', scope: `site:${MONTMIRAIL}`, place: 'Montmirail' } as const

const KEY: ApiKeyView = {
  id: 'a'.repeat(20),
  name: 'Agenda de la mairie',
  role: 'writer',
  scope: `site:${MONTMIRAIL}`,
  madeBy: 'Dominique Vasseur',
  validUntil: '2027-02-27',
  isOver: false,
  lastUsedOn: '2026-11-28',
}

const KEYS: ApiKeyList = {
  keys: [
    KEY,
    {
      ...KEY,
      id: 'b'.repeat(20),
      name: 'Panneau-lumineux-de-la-place-du-marché-et-de-la-gare',
      role: 'reader',
      lastUsedOn: undefined,
    },
    { ...KEY, id: 'c'.repeat(20), name: 'Essai', validUntil: '2026-11-20', isOver: true, madeBy: undefined },
  ],
}

const MADE = { ...KEY, token: `rst_${'0123456789abcdefghjk'.repeat(3)}01234567` }

const tools =
  (json: ApiKeyList, act: (page: Page) => Promise<void> = async () => {}): State['open'] =>
  async (page) => {
    await asStaff(page, [MANAGER])
    await page.route(/\/api\/api-keys\//, (route) =>
      route.fulfill(route.request().method() === 'GET' ? { json } : { status: 201, json: MADE }),
    )
    await page.goto(`/outils?lieu=${MONTMIRAIL}`)
    await page.getByRole('button', { name: 'Créer la clé' }).waitFor()
    await settled(page)
    await act(page)
  }

const make = (page: Page) => page.getByRole('button', { name: 'Créer la clé' }).click()

const refused: State['open'] = async (page, cast) => {
  await tools(KEYS)(page, cast)
  await page.route(/\/api\/api-keys\//, (route) => route.fulfill(problem('too-many-api-keys')))
  await page.getByLabel('Le nom de l’outil').fill('Agenda')
  await make(page)
  await page.getByRole('heading', { name: 'Il y a déjà beaucoup de clés ici' }).waitFor()
}

export const TOOL_STATES: readonly State[] = [
  { name: 'tools, signed out', open: shown(`/outils?lieu=${MONTMIRAIL}`, /^Outils reliés$/) },
  { name: 'tools', as: 'member', open: tools(KEYS) },
  { name: 'tools, none', as: 'member', open: tools({ keys: [] }) },
  {
    name: 'tools, a key to revoke',
    as: 'member',
    open: tools(KEYS, (page) =>
      page.getByRole('button', { name: 'Retirer cette clé : Agenda de la mairie' }).click(),
    ),
  },
  { name: 'tools, without a name', as: 'member', open: tools(KEYS, make) },
  {
    name: 'tools, a key that was made, though the others can no longer be read',
    as: 'member',
    open: tools(KEYS, async (page) => {
      await unreadable(page, /\/api\/api-keys\//)
      await page.getByLabel('Le nom de l’outil').fill('Agenda')
      await make(page)
      await page.getByRole('button', { name: 'Copier la clé' }).waitFor()
    }),
  },
  { name: 'tools, refused', as: 'member', open: refused },
  {
    name: 'tools of an association, signed out',
    open: shown(`/outils?portee=association:${'0'.repeat(20)}`, /^Outils reliés$/),
  },
  {
    name: 'tools, of an association that is not mine',
    as: 'newcomer',
    open: shown(`/outils?portee=association:${'0'.repeat(20)}`, /^Outils reliés$/),
  },
]
