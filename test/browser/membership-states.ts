import type { Page } from 'playwright-core'
import type { MemberList } from '../../shared/contracts/member-views.ts'
import { MONTMIRAIL } from './shortcuts.ts'
import { asStaff } from './staff-states.ts'
import { noticed, problem, type State, settled, shown } from './state.ts'

const MANAGER = { role: 'manager', scope: `site:${MONTMIRAIL}`, place: 'Montmirail' } as const

const MEMBERS: MemberList = {
  members: [
    {
      holder: 'a'.repeat(20),
      public: 'subscriber',
      email: 'une-adresse-tres-longue.de-quelquun@example.org',
    },
    { holder: 'b'.repeat(20), public: 'member', name: 'Camille', until: '2030-12-31' },
    {
      holder: 'c'.repeat(20),
      public: 'member',
      name: 'Odile Vasseur',
      phone: '03 26 11 22 33',
      until: '2026-01-31',
    },
  ],
}

const members =
  (list: MemberList, act: (page: Page) => Promise<void> = async () => {}): State['open'] =>
  async (page) => {
    await asStaff(page, [MANAGER])
    await page.route(/\/api\/sites\/[^/]+\/members/, (route) =>
      route.fulfill(route.request().method() === 'GET' ? { json: list } : problem('not-found')),
    )
    await page.goto(`/adherents?lieu=${MONTMIRAIL}`)
    await page.getByRole('button', { name: 'Ajouter', exact: true }).waitFor()
    await settled(page)
    await act(page)
  }

const submit = (page: Page) => page.getByRole('button', { name: 'Ajouter', exact: true }).click()

export const MEMBERSHIP_STATES: readonly State[] = [
  { name: 'members, signed out', open: shown(`/adherents?lieu=${MONTMIRAIL}`, /^Membres et abonnés$/) },
  { name: 'members', as: 'member', open: members(MEMBERS) },
  { name: 'members, none', as: 'member', open: members({ members: [] }) },
  { name: 'members, more of them', as: 'member', open: members({ ...MEMBERS, next: 'c'.repeat(20) }) },
  {
    name: 'members, one to change',
    as: 'member',
    open: members(MEMBERS, (page) =>
      page.getByRole('button', { name: /Prolonger ou changer : Camille/ }).click(),
    ),
  },
  {
    name: 'members, one to withdraw',
    as: 'member',
    open: members(MEMBERS, (page) => page.getByRole('button', { name: 'Retirer : Odile Vasseur' }).click()),
  },
  {
    name: 'members, somebody without an address',
    as: 'member',
    open: members(MEMBERS, async (page) => {
      await page.getByLabel('Sans e-mail').check()
      await submit(page)
      await noticed(page, /des choses à corriger/)
    }),
  },
  {
    name: 'members, refused',
    as: 'member',
    open: members(MEMBERS, async (page) => {
      await page.getByLabel('Son adresse e-mail').fill('louise@example.org')
      await submit(page)
      await noticed(page, /ne pouvez plus/)
    }),
  },
]
