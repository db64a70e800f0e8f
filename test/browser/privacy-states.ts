import type { Page } from 'playwright-core'
import type { AuditEntryList } from '../../shared/contracts/audit-views.ts'
import { MONTMIRAIL } from './shortcuts.ts'
import { asStaff } from './staff-states.ts'
import { noticed, type State, shown } from './state.ts'
import { title } from './steps.ts'

const toSure = async (page: Page) => {
  await page.goto('/mes-donnees')
  await page.getByRole('button', { name: 'Supprimer mon compte' }).click()
  await title(page, /Supprimer votre compte/).waitFor()
}

const toCode = async (page: Page) => {
  await toSure(page)
  await page.getByRole('button', { name: 'Recevoir un code' }).click()
  await page.getByLabel('Code à six chiffres').waitFor()
}

const ACT = {
  at: '2026-11-24T10:02',
  system: false,
  action: 'change-booking',
  about: 'a'.repeat(20),
} as const
const ACTS: AuditEntryList = {
  acts: [
    { ...ACT, by: 'Dominique', effect: 'cancelled', reference: 'K7PM-4R', holder: 'Camille' },
    { ...ACT, at: '2026-11-24T10:01', system: true, effect: 'no-show', reference: 'K7PM-4S' },
    { ...ACT, at: '2026-11-24T10:00', effect: 'closed' },
  ],
  ...{ from: '2026-10-22', to: '2026-11-21', kept: '2024-11-21' },
  next: 'later',
}

const RIGHT = { at: '2026-11-24T09:00', system: false, action: 'give-rights', about: 'b'.repeat(20) } as const
const BY = { by: 'Marie-Antoinette de La Rochefoucauld-Montmorency', holder: 'Karim' } as const
const OF_NETWORK: AuditEntryList = {
  ...ACTS,
  acts: [
    { ...RIGHT, ...BY, as: { role: 'network', scope: 'departement:51' }, effect: 'revoked', role: 'manager' },
    { ...RIGHT, by: 'Karim', holder: 'Karim', effect: 'joined', role: 'manager' },
    { ...RIGHT, operator: true, holder: 'Karim', effect: 'disabled' },
  ],
  next: undefined,
}

const journal =
  (list: AuditEntryList, words: RegExp, place = `lieu=${MONTMIRAIL}`): State['open'] =>
  async (page) => {
    await asStaff(page, [{ role: 'manager', scope: `site:${MONTMIRAIL}`, place: 'Montmirail' }])
    await page.route(/\/audit/, (route) => route.fulfill({ json: list }))
    await page.goto(`/journal?${place}`)
    await page.locator('#page').getByText(words).first().waitFor()
  }

const journalOfWrongPeriod: State['open'] = async (page, cast) => {
  await journal(ACTS, /Dominique a annulé/)(page, cast)
  await page.getByText('Choisir une autre période').click()
  await page.getByLabel('Du', { exact: true }).fill('2026-11-22')
  await page.getByRole('button', { name: 'Voir cette période' }).click()
  await noticed(page, /Il y a une chose à corriger/)
}

/** The pages that show, export and erase a person's data. */
export const PRIVACY_STATES: readonly State[] = [
  { name: 'journal', as: 'newcomer', open: journal(ACTS, /Dominique a annulé la réservation K7PM-4R/) },
  {
    name: 'journal, empty',
    as: 'newcomer',
    open: journal({ ...ACTS, acts: [], next: undefined }, /Rien dans cette période/),
  },
  { name: 'journal, of a wrong period', as: 'newcomer', open: journalOfWrongPeriod },
  { name: 'journal, of the network', as: 'newcomer', open: journal(OF_NETWORK, /réseau/, 'portee=network') },
  {
    name: 'journal, of an association that is not mine',
    as: 'newcomer',
    open: shown(`/journal?portee=association:${'0'.repeat(20)}`, /^Le journal$/),
  },
  { name: 'my data, signed out', open: shown('/mes-donnees', /Mes données/) },
  { name: 'my data', as: 'newcomer', open: shown('/mes-donnees', /Mes données/) },
  { name: 'my data, sure to erase', as: 'newcomer', open: toSure },
  { name: 'my data, the code to erase', as: 'newcomer', open: toCode },
  {
    name: 'my data, a wrong code to erase',
    as: 'newcomer',
    open: async (page) => {
      await toCode(page)
      await page.getByLabel('Code à six chiffres').fill('1')
      await page.getByRole('button', { name: 'Supprimer définitivement' }).click()
      await noticed(page, /Il y a une chose à corriger/)
    },
  },
  {
    name: 'my data, erased',
    as: 'newcomer',
    open: async (page) => {
      await toCode(page)
      await page.route(/\/api\/me$/, (route) =>
        route.request().method() === 'DELETE' ? route.fulfill({ status: 204 }) : route.continue(),
      )
      await page.getByLabel('Code à six chiffres').fill('123456')
      await page.getByRole('button', { name: 'Supprimer définitivement' }).click()
      await title(page, /Votre compte est supprimé/).waitFor()
    },
  },
]
