import type { Page } from 'playwright-core'
import type { DeliveryList, DeliveryView, HookList, HookView } from '../../shared/contracts/hook-views.ts'
import { MONTMIRAIL } from './shortcuts.ts'
import { asStaff } from './staff-states.ts'
import { problem, type State, settled, shown, unreadable } from './state.ts'

const MANAGER = { role: 'manager', scope: `site:${MONTMIRAIL}`, place: 'Montmirail' } as const

const HOOK: HookView = {
  id: 'a'.repeat(20),
  scope: `site:${MONTMIRAIL}`,
  name: 'Agenda de la mairie',
  url: 'https://agenda.montmirail.example/annonces/de-la-poste?cle=0123456789',
  topics: ['booking', 'workshop', 'closure', 'call'],
  secretNumber: 1,
  createdAt: '2026-11-01T09:00:00.000Z',
}

const PAUSED: HookView = {
  ...HOOK,
  id: 'b'.repeat(20),
  name: 'Panneau-lumineux-de-la-place-du-marché-et-de-la-gare',
  topics: ['closure'],
  failingSince: '2026-11-20T09:00:00.000Z',
  pausedAt: '2026-11-23T09:00:00.000Z',
  pause: 'failing',
}

const HOOKS: HookList = {
  hooks: [HOOK, PAUSED, { ...HOOK, id: 'c'.repeat(20), name: 'Essai', pause: 'gone' }],
  most: 5,
}

const DELIVERED: DeliveryView = {
  event: 'booking.one.0',
  type: 'booking.made',
  at: '2026-11-24T08:00:00.000Z',
  state: 'delivered',
  tries: 1,
  answer: '204',
}

const DELIVERIES: DeliveryList = {
  hook: PAUSED,
  deliveries: [
    { ...DELIVERED, event: 'closure.two.0', type: 'closure.announced', state: 'waiting', tries: 0 },
    {
      ...DELIVERED,
      ...{ event: 'booking.three.1', type: 'booking.moved', state: 'waiting', tries: 3 },
      ...{ answer: 'too-slow', nextAt: '2026-11-24T10:30:00.000Z' },
    },
    { ...DELIVERED, event: 'call.four.1', type: 'call.made', state: 'set-aside', tries: 14, answer: '503' },
    DELIVERED,
  ],
  isWhole: false,
}

const hooks =
  (json: HookList, act: (page: Page) => Promise<void> = async () => {}): State['open'] =>
  async (page) => {
    await asStaff(page, [MANAGER])
    await page.route(/\/api\/hooks\//, (route) =>
      route.fulfill(
        route.request().method() === 'GET'
          ? { json }
          : { status: 201, json: { ...HOOK, secret: `whsec_${'0123456789abcdefghjk'.repeat(2)}abc=` } },
      ),
    )
    await page.goto(`/outil?lieu=${MONTMIRAIL}`)
    await page.getByRole('button', { name: 'Prévenir cet outil' }).waitFor()
    await settled(page)
    await act(page)
  }

const hook =
  (json: DeliveryList, act: (page: Page) => Promise<void> = async () => {}): State['open'] =>
  async (page) => {
    await asStaff(page, [MANAGER])
    await page.route(/\/api\/hooks\//, (route) =>
      route.fulfill({
        json: /trials$/.test(route.request().url()) ? { answer: '500', arrived: false } : json,
      }),
    )
    await page.goto(`/outil?lieu=${MONTMIRAIL}&outil=${json.hook.id}`)
    await page.getByRole('button', { name: 'Envoyer un essai' }).waitFor()
    await settled(page)
    await act(page)
  }

const make = (page: Page) => page.getByRole('button', { name: 'Prévenir cet outil' }).click()

const fillAndMake = async (page: Page) => {
  await page.getByLabel('Le nom de l’outil').fill('Agenda')
  await page.getByLabel('L’adresse à prévenir').fill('https://agenda.example/')
  await make(page)
}

export const HOOK_STATES: readonly State[] = [
  { name: 'hooks, signed out', open: shown(`/outil?lieu=${MONTMIRAIL}`, /^Annonces$/) },
  { name: 'hooks', as: 'member', open: hooks(HOOKS) },
  { name: 'hooks, none, nothing typed', as: 'member', open: hooks({ hooks: [], most: 5 }, make) },
  {
    name: 'hooks, a secret that is shown once, though the others can no longer be read',
    as: 'member',
    open: hooks(HOOKS, async (page) => {
      await unreadable(page, /\/api\/hooks\//)
      await fillAndMake(page)
      await page.getByRole('button', { name: 'Copier le secret' }).waitFor()
    }),
  },
  {
    name: 'hooks, refused',
    as: 'member',
    open: hooks(HOOKS, async (page) => {
      await page.route(/\/api\/hooks\//, (route) => route.fulfill(problem('too-many-hooks', { most: 5 })))
      await fillAndMake(page)
      await page.getByRole('heading', { name: 'Assez d’outils sont déjà prévenus' }).waitFor()
    }),
  },
  { name: 'hook, paused', as: 'member', open: hook(DELIVERIES) },
  {
    name: 'hook, nothing happened yet, about to be removed',
    as: 'member',
    open: hook({ hook: HOOK, deliveries: [], isWhole: true }, (page) =>
      page.getByRole('button', { name: 'Ne plus prévenir cet outil' }).click(),
    ),
  },
  {
    name: 'hook, a trial that failed',
    as: 'member',
    open: hook({ hook: HOOK, deliveries: [DELIVERED], isWhole: true }, async (page) => {
      await page.getByRole('button', { name: 'Envoyer un essai' }).click()
      await page.getByText('L’essai n’est pas arrivé').first().waitFor()
    }),
  },
]
