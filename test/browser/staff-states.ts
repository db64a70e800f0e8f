import type { Page } from 'playwright-core'
import type { GrantView } from '../../shared/contracts/auth-views.ts'
import type { RightList } from '../../shared/contracts/right-views.ts'
import type { AttachedList } from '../../shared/contracts/today-views.ts'
import { MONTMIRAIL } from './shortcuts.ts'
import { answering, noticed, problem, type State, settled, shown } from './state.ts'
import { title } from './steps.ts'

const HERE = { scope: `site:${MONTMIRAIL}`, place: 'Montmirail' }
const MANAGER: GrantView = { role: 'manager', ...HERE }
const NETWORK: GrantView = { role: 'network', scope: 'network' }
const LONG_NAME = 'Marie-Antoinette de La Rochefoucauld-Montmorency'

/** A person with grants, with or without a second factor. */
export const asStaff = (page: Page, grants: readonly GrantView[], secondFactor = true): Promise<void> =>
  answering(page, /\/api\/me$/, (body) => ({ ...body, secondFactor, grants }))

const RIGHTS: RightList = {
  grants: [
    { ...MANAGER, holder: 'a'.repeat(20), name: LONG_NAME, mine: true },
    { role: 'agent', ...HERE, holder: 'b'.repeat(20), name: 'Karim', mine: false },
    { role: 'mediator', ...HERE, holder: 'c'.repeat(20), mine: false },
  ],
  invitations: [
    {
      id: 'i'.repeat(20),
      role: 'agent',
      ...HERE,
      email: 'louise@example.org',
      expiresAt: '2026-12-01T08:00:00.000Z',
    },
  ],
}

const POINT = { kind: 'municipal-agency', departement: '51', parent: MONTMIRAIL } as const

const ATTACHED: AttachedList = {
  points: [
    { ...POINT, id: '09419A', name: 'Orbais-l’Abbaye', lends: true },
    { ...POINT, id: '09420A', name: 'Esternay, relais de la coopérative des producteurs', lends: false },
  ],
}

const INVITATION = `/invitation#${'0'.repeat(20)}.${'a'.repeat(40)}`

const withRights =
  (list: RightList, act: (page: Page) => Promise<void> = async () => {}): State['open'] =>
  async (page) => {
    await asStaff(page, [MANAGER])
    await page.route(/\/api\/rights\//, (route) => route.fulfill({ json: list }))
    await page.goto(`/droits?lieu=${MONTMIRAIL}`)
    await page.getByRole('heading', { level: 2, name: 'Qui a un droit' }).waitFor()
    await settled(page)
    await act(page)
  }

const team =
  (
    grants: readonly GrantView[],
    act: (page: Page) => Promise<unknown> = settled,
    secondFactor = true,
  ): State['open'] =>
  async (page) => {
    await asStaff(page, grants, secondFactor)
    await page.goto('/equipe')
    await page.getByRole('button', { name: 'Se déconnecter' }).waitFor()
    await act(page)
  }

const answered =
  (code: string, heading: RegExp): State['open'] =>
  async (page) => {
    await page.route(/\/api\/invitations\//, (route) => route.fulfill(problem(code)))
    await page.goto(INVITATION)
    await page.getByRole('button', { name: 'Accepter l’invitation' }).click()
    await noticed(page, heading)
  }

export const STAFF_STATES: readonly State[] = [
  { name: 'my sites, signed out', open: shown('/equipe', /^Mes lieux$/) },
  { name: 'my sites, none', as: 'member', open: team([]) },
  { name: 'my sites, without a second factor', as: 'member', open: team([MANAGER], settled, false) },
  { name: 'my sites', as: 'member', open: team([MANAGER, { ...MANAGER, role: 'agent' }]) },
  {
    name: 'my sites, with points attached to the office',
    as: 'member',
    open: team([MANAGER], async (page) => {
      await page.route(/\/api\/me\/attached/, (route) => route.fulfill({ json: ATTACHED }))
      await page.reload()
      await page.getByText('Montmirail : 2 points rattachés').click()
      await page.getByRole('link', { name: 'Orbais-l’Abbaye' }).waitFor()
    }),
  },
  {
    name: 'my sites, the network',
    as: 'member',
    open: team([NETWORK, { role: 'manager', scope: 'departement:51' }], async (page) => {
      await page.getByLabel(/Une commune/).fill('montm')
      await page.getByRole('button', { name: 'Chercher' }).click()
      await page.getByText(/lieux? trouvés?/).waitFor()
    }),
  },
  { name: 'rights, no site', as: 'member', open: shown('/droits', /^L’équipe$/) },
  { name: 'rights, signed out', open: shown(`/droits?lieu=${MONTMIRAIL}`, /^L’équipe$/) },
  { name: 'rights, not mine', as: 'member', open: shown(`/droits?lieu=${MONTMIRAIL}`, /^L’équipe$/) },
  { name: 'rights', as: 'member', open: withRights(RIGHTS) },
  { name: 'rights, none', as: 'member', open: withRights({ grants: [], invitations: [] }) },
  {
    name: 'rights, one to withdraw',
    as: 'member',
    open: withRights(RIGHTS, async (page) => {
      await page.getByRole('button', { name: /^Retirer ce droit : Agent, Karim/ }).click()
      await page.getByText('Retirer ce droit à Karim ?').waitFor()
    }),
  },
  {
    name: 'rights, an address to correct',
    as: 'member',
    open: withRights(RIGHTS, async (page) => {
      await page.getByRole('button', { name: 'Envoyer l’invitation' }).click()
      await noticed(page, /une chose à corriger/)
    }),
  },
  {
    name: 'rights, refused',
    as: 'member',
    open: withRights(RIGHTS, async (page) => {
      await page.route(/\/api\/invitations/, (route) => route.fulfill(problem('too-many-invitations')))
      await page.getByLabel('Son adresse e-mail professionnelle').fill('louise@example.org')
      await page.getByRole('button', { name: 'Envoyer l’invitation' }).click()
      await noticed(page, /Trop d’invitations/)
    }),
  },
  { name: 'an invitation, without its link', open: shown('/invitation', /^Il manque une partie du lien$/) },
  { name: 'an invitation', open: shown(INVITATION, /^Une invitation pour vous$/) },
  {
    name: 'an invitation, signed out',
    open: async (page) => {
      await page.goto(INVITATION)
      await page.getByRole('button', { name: 'Accepter l’invitation' }).click()
      await page.getByRole('link', { name: 'Se connecter' }).waitFor()
    },
  },
  { name: 'an invitation, over', as: 'member', open: answered('invitation-over', /ne sert plus/) },
  {
    name: 'an invitation, without a second factor',
    as: 'member',
    open: answered('second-factor-missing', /connexion professionnelle/),
  },
  {
    name: 'an invitation, another address',
    as: 'member',
    open: answered('other-address', /une autre adresse/),
  },
  {
    name: 'an invitation, taken',
    as: 'member',
    open: async (page) => {
      await page.route(/\/api\/invitations\//, (route) => route.fulfill({ json: { role: 'agent', ...HERE } }))
      await page.goto(INVITATION)
      await page.getByRole('button', { name: 'Accepter l’invitation' }).click()
      await title(page, 'C’est accepté').waitFor()
    },
  },
]
