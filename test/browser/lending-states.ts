import type { Page } from 'playwright-core'
import type { LendingPreview, LentSpaceView } from '../../shared/contracts/lending-views.ts'
import type { OwnProposalView, ProposalView } from '../../shared/contracts/proposal-views.ts'
import { aSetUp, fixedOpening } from '../support/lending.ts'
import { MONTMIRAIL } from './shortcuts.ts'
import { asStaff } from './staff-states.ts'
import { noticed, problem, type State, settled, shown } from './state.ts'
import { title } from './steps.ts'

const MANAGER = { role: 'manager', scope: `site:${MONTMIRAIL}`, place: 'Montmirail' } as const
export const LONG = 'Salle-de-réunion-intercommunale-de-Saint-Barthélemy <img src=x onerror=alert(1)> مكتب 🪑'

export const SPACE = {
  ...aSetUp({ name: LONG }),
  price: { per: 'half-day', cents: 1250 },
  openings: [
    ...aSetUp().openings,
    fixedOpening('18:00', '22:00', { publics: ['member'], until: '2027-06-30' }),
  ],
  id: 'bureau',
  revision: 2,
  ended: false,
  unstaffed: [],
  settled: true,
} as LentSpaceView

const PROPOSAL: ProposalView = {
  id: 'p'.repeat(20),
  idea: `${LONG}\nLe mercredi, un atelier de couture.`,
  audience: 'Les habitants du bourg et des hameaux',
  times: 'Le mercredi après-midi',
  status: 'asked',
  date: '2026-11-20',
  name: 'Léa',
}

const DAYS: LendingPreview['days'] = ['2026-11-23', '2026-11-24', '2026-11-25'].map((date, at) => ({
  date,
  holiday: at === 1,
  counter: [['14:00', '18:00']],
  open: at === 2 ? [] : [['08:00', '14:00']],
}))

export const TOUCHED: LendingPreview['touched'] = {
  mark: '0'.repeat(16),
  count: 52,
  bookings: (['outside-hours', 'use-ended', 'too-many'] as const).map((why, at) => ({
    id: String(at).repeat(20),
    reference: 'K7PM-4R',
    space: { id: 'bureau', name: LONG },
    date: '2026-11-24',
    start: '08:00',
    end: '10:00',
    use: 'desk',
    places: 1,
    holderName: 'Camille Ferrand',
    why,
  })),
}

type Given = {
  readonly spaces?: readonly object[]
  readonly proposals?: readonly object[]
  readonly touched?: object
}

const staffed = async (page: Page, { spaces = [SPACE], proposals = [], touched }: Given = {}) => {
  await asStaff(page, [MANAGER])
  await page.route(/\/lent-spaces$/, (route) => route.fulfill({ json: { spaces } }))
  await page.route(/\/set-ups$/, (route) => route.fulfill({ json: { spaces } }))
  await page.route(/\/proposals$/, (route) => route.fulfill({ json: { proposals } }))
  const none = { mark: '0'.repeat(16), count: 0, bookings: [] }
  await page.route(/\/spaces\/preview$/, (route) =>
    route.fulfill({ json: { days: DAYS, touched: touched ?? none } }),
  )
}

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

export const at =
  (address: string, heading: string, given: Given = {}, act: (page: Page) => Promise<unknown> = settled) =>
  async (page: Page) => {
    await staffed(page, given)
    await page.goto(`${address}${address.includes('?') ? '&' : '?'}lieu=${MONTMIRAIL}`)
    await title(page, heading).waitFor()
    await settled(page)
    await act(page)
  }

const goOn =
  (steps: number, heading: string, act: (page: Page) => Promise<unknown> = settled) =>
  async (page: Page) => {
    for (let done = 0; done < steps; done++) await press(page, 'Continuer')
    await page.getByRole('heading', { level: 2, name: heading }).waitFor()
    await settled(page)
    await act(page)
  }

const CHANGE = [`/espace?espace=bureau`, `Changer « ${LONG} »`] as const

const save = async (page: Page) => {
  await press(page, 'Enregistrer')
  await noticed(page, /choses? à corriger|vient de changer/)
}

const SPACES: readonly State[] = [
  { name: 'spaces, none', as: 'member', open: at('/espaces', 'Ce que ce lieu prête', { spaces: [] }) },
  {
    name: 'spaces',
    as: 'member',
    open: at('/espaces', 'Ce que ce lieu prête', {
      spaces: [
        { ...SPACE, unstaffed: [{ day: 6, start: '09:00', end: '12:00' }] },
        { ...SPACE, id: 'b', ended: true, settled: false },
      ],
    }),
  },
  { name: 'ideas, none', as: 'member', open: at('/idees', 'Ce que les gens proposent', {}) },
  {
    name: 'ideas',
    as: 'member',
    open: at('/idees', 'Ce que les gens proposent', {
      proposals: [PROPOSAL, { ...PROPOSAL, id: 'q'.repeat(20), status: 'declined', note: 'Trop petit.' }],
    }),
  },
  {
    name: 'ideas, one without an answer',
    as: 'member',
    open: at('/idees', 'Ce que les gens proposent', { proposals: [PROPOSAL] }, async (page) => {
      await press(page, 'Ne pas la retenir')
      await noticed(page, /chose à corriger/)
    }),
  },
  {
    name: 'ideas, for the network',
    as: 'staff',
    open: async (page, cast) => {
      await asStaff(page, [{ role: 'network', scope: 'network' }])
      await page.route(/\/proposals$/, (route) => route.fulfill({ json: { proposals: [PROPOSAL] } }))
      await shown(`/idees?lieu=${MONTMIRAIL}`, /Ce que les gens proposent/)(page, cast)
    },
  },
  { name: 'ideas, signed out', open: shown(`/idees?lieu=${MONTMIRAIL}`, /Ce que les gens proposent/) },
  { name: 'spaces, signed out', open: shown(`/espaces?lieu=${MONTMIRAIL}`, /Ce que ce lieu prête/) },
  {
    name: 'spaces, not mine',
    as: 'member',
    open: shown(`/espaces?lieu=${MONTMIRAIL}`, /Ce que ce lieu prête/),
  },
]

const FORM: readonly State[] = [
  {
    name: 'lend, models and copies',
    as: 'member',
    open: at('/preter', 'Quel espace prêtez-vous ?', {}, async (page) => {
      await page.getByLabel(/Nom ou commune/).fill('montmirail')
      await press(page, 'Chercher ce lieu')
      await page.getByRole('link', { name: /^Copier « Salle/ }).waitFor()
    }),
  },
  {
    name: 'lend, a copy',
    as: 'member',
    open: at(`/espace?copie=${MONTMIRAIL}&de=bureau`, 'Prêter un espace', {}, goOn(0, 'Que prêtez-vous ?')),
  },
  {
    name: 'lend, nothing said',
    as: 'member',
    open: at('/espace?modele=meeting-room', 'Prêter un espace', {}, async (page) => {
      await page.getByLabel('Nom de l’espace').fill('')
      await page.getByLabel('Nombre de places').fill('0')
      await page.getByRole('checkbox', { name: 'la salle entière' }).uncheck()
      await press(page, 'Continuer')
      await noticed(page, /choses à corriger/)
    }),
  },
  {
    name: 'lend, several hours with errors',
    as: 'member',
    open: at(
      ...CHANGE,
      {},
      goOn(1, 'Quand ?', async (page) => {
        await page.getByLabel('De', { exact: true }).first().fill('20:07')
        await page.getByLabel('À partir du').last().fill('')
        await press(page, 'Continuer')
        await noticed(page, /choses à corriger/)
      }),
    ),
  },
  {
    name: 'lend, access with errors',
    as: 'member',
    open: at(
      ...CHANGE,
      {},
      goOn(2, 'Comment entre-t-on ?', async (page) => {
        await page.getByRole('radio', { name: 'Une clé est à retirer' }).check()
        await page.getByLabel('Téléphone').fill('bientôt')
        await press(page, 'Ajouter d’autres heures')
        await page.getByLabel('Montant en euros').fill('dix')
        await press(page, 'Continuer')
        await noticed(page, /choses à corriger/)
      }),
    ),
  },
  {
    name: 'lend, an agent while the counter is closed',
    as: 'member',
    open: at(
      ...CHANGE,
      {},
      goOn(2, 'Comment entre-t-on ?', async (page) => {
        await page.getByRole('radio', { name: /^L’agent ouvre/ }).check()
        await press(page, 'Continuer')
        await noticed(page, /chose à corriger/)
      }),
    ),
  },
  {
    name: 'lend, somebody who comes',
    as: 'member',
    open: at(
      ...CHANGE,
      {},
      goOn(2, 'Comment entre-t-on ?', async (page) => {
        await page.getByRole('radio', { name: 'Quelqu’un vient ouvrir' }).check()
        await page.getByLabel('Quand faut-il l’appeler ?').selectOption('24')
        await press(page, 'Continuer')
        await noticed(page, /choses à corriger/)
      }),
    ),
  },
  {
    name: 'lend, hours in which nobody opens',
    as: 'member',
    open: at(...CHANGE, {}, async (page) => {
      const hours = [1, 2, 3, 4, 5].map((day) => ({ day, start: '18:00', end: '22:00' }))
      await page.route(/\/spaces\/preview$/, (route) => route.fulfill(problem('unstaffed', { hours })))
      for (let done = 0; done < 3; done++) await press(page, 'Continuer')
      await noticed(page, /aucun agent/)
    }),
  },
  { name: 'lend, the week', as: 'member', open: at(...CHANGE, {}, goOn(3, 'Voici ce que cela donne')) },
  {
    name: 'lend, bookings touched',
    as: 'member',
    open: at(
      ...CHANGE,
      { touched: TOUCHED },
      goOn(3, 'Voici ce que cela donne', async (page) => {
        await page.getByRole('radio', { name: 'Les annuler' }).check()
        await save(page)
      }),
    ),
  },
  {
    name: 'lend, changed by somebody else',
    as: 'member',
    open: at(
      ...CHANGE,
      {},
      goOn(3, 'Voici ce que cela donne', async (page) => {
        await page.route(/\/spaces\/bureau$/, (route) => route.fulfill(problem('changed')))
        await save(page)
      }),
    ),
  },
  {
    name: 'lend no longer, bookings touched',
    as: 'member',
    open: at('/ne-plus-preter?espace=bureau', `Ne plus prêter « ${LONG} »`, {}, async (page) => {
      await page.route(/\/spaces\/bureau$/, (route) => route.fulfill(problem('touches-bookings', TOUCHED)))
      await press(page, 'Ne plus le prêter')
      await noticed(page, /Des réservations ne tiennent plus/)
    }),
  },
]

const PROPOSE = `/proposer?lieu=${MONTMIRAIL}`

const OWN: readonly OwnProposalView[] = (['asked', 'accepted', 'withdrawn'] as const).map((status, at) => ({
  ...PROPOSAL,
  id: String(at).repeat(20),
  status,
  ...(status === 'accepted' && { note: `Oui.\n${LONG}` }),
  site: { id: MONTMIRAIL, name: 'Montmirail' },
}))

const withOwn =
  (own: readonly OwnProposalView[], act: (page: Page) => Promise<unknown> = settled): State['open'] =>
  async (page) => {
    await page.route(/\/me\/proposals$/, (route) => route.fulfill({ json: { proposals: own } }))
    await page.goto('/proposer')
    await title(page, 'Vos idées').waitFor()
    await settled(page)
    await act(page)
  }

const PROPOSING: readonly State[] = [
  { name: 'my proposals, signed out', open: shown('/proposer', /Vos idées/) },
  { name: 'my proposals, none', as: 'newcomer', open: withOwn([]) },
  { name: 'my proposals', as: 'newcomer', open: withOwn(OWN) },
  {
    name: 'my proposals, one answered by then',
    as: 'newcomer',
    open: withOwn(OWN, async (page) => {
      await page.route(/\/proposals\/0+$/, (route) => route.fulfill(problem('changed')))
      await page.getByRole('button', { name: 'Retirer cette idée : Montmirail' }).click()
      await noticed(page, /vient de vous répondre/)
    }),
  },
  { name: 'propose a use, signed out', open: shown(PROPOSE, /Que feriez-vous/) },
  { name: 'propose a use, nameless', as: 'nameless', open: shown(PROPOSE, /Que feriez-vous/) },
  {
    name: 'propose a use, nothing said',
    as: 'newcomer',
    open: async (page) => {
      await page.goto(PROPOSE)
      await press(page, 'Envoyer mon idée')
      await noticed(page, /choses à corriger/)
    },
  },
  ...['nobody', 'departement', 'network'].map(
    (inCharge): State => ({
      name: `propose a use, answered by ${inCharge}`,
      as: 'newcomer',
      open: async (page, cast) => {
        await page.route(/\/in-charge$/, (route) => route.fulfill({ json: { inCharge } }))
        await shown(PROPOSE, /Que feriez-vous/)(page, cast)
      },
    }),
  ),
  {
    name: 'propose a use, enough for now',
    as: 'newcomer',
    open: async (page) => {
      await page.route(/\/proposals$/, (route) => route.fulfill(problem('too-many-proposals')))
      await page.goto(PROPOSE)
      for (const field of ['Votre idée', 'Pour qui', 'Quand']) await page.getByLabel(field).fill('Un atelier')
      await press(page, 'Envoyer mon idée')
      await noticed(page, /déjà proposé/)
    },
  },
]

export const LENDING_STATES: readonly State[] = [...SPACES, ...FORM, ...PROPOSING]
