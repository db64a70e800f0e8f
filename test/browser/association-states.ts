import type { Page } from 'playwright-core'
import { detailsAddress } from '../../web/availability/choice.ts'
import { answering, noticed, problem, type State, settled, shown } from './state.ts'
import { title } from './steps.ts'

const ID = 'a'.repeat(20)
const NAME = 'Association des amis de la bibliothèque intercommunale de Saint-Barthélemy'

const LED = {
  id: ID,
  name: NAME,
  role: 'lead',
  rna: 'W512001234',
  members: [
    { holder: 'b'.repeat(20), name: 'Anne', role: 'lead', isMe: true },
    { holder: 'c'.repeat(20), name: 'Bruno', role: 'member', isMe: false },
  ],
  invitations: [{ id: 'd'.repeat(20), email: 'nadia@example.org', role: 'member' }],
}

const told = async (page: Page, body: object) => {
  await page.route(/\/api\/associations\//, (route) =>
    route.request().method() === 'GET' ? route.fulfill({ json: body }) : route.fulfill(problem('last-lead')),
  )
  await page.goto(`/association?id=${ID}`)
  await title(page, new RegExp(NAME)).waitFor()
  await settled(page)
}

const added = async (page: Page, { name, number }: { name: string; number: string }) => {
  await page.goto('/mes-associations')
  await page.getByLabel('Son nom').fill(name)
  await page.getByLabel('Son numéro').fill(number)
  await page.getByRole('button', { name: 'Inscrire l’association' }).click()
}

const CONDITIONS = {
  version: 2,
  rules:
    'La clé se prend à la mairie, aux heures de la mairie.\nOn signe la feuille de présence en arrivant.',
  needsInsurance: true,
}

const asked = async (page: Page, body: object) => {
  await page.route(/\/acceptance/, (route) =>
    route.request().method() === 'GET'
      ? route.fulfill({ json: body })
      : route.fulfill(problem('insurance-missing')),
  )
  await shown('/accepter?lieu=09410A', /Le règlement du lieu/)(page, {} as never)
}

const grants = [{ role: 'lead', scope: `association:${ID}`, place: NAME }]

export const ASSOCIATION_STATES: readonly State[] = [
  { name: 'associations, none yet', as: 'newcomer', open: shown('/mes-associations', /Mes associations/) },
  { name: 'associations, signed out', open: shown('/mes-associations', /Mes associations/) },
  {
    name: 'associations, some',
    as: 'member',
    open: async (page) => {
      await page.route(/\/api\/me\/associations$/, (route) =>
        route.fulfill({ json: { associations: [LED] } }),
      )
      await shown('/mes-associations', /Mes associations/)(page, {} as never)
      await page.getByRole('link', { name: NAME }).waitFor()
    },
  },
  {
    name: 'associations, nothing written',
    as: 'member',
    open: async (page) => {
      await added(page, { name: '', number: 'W5' })
      await noticed(page, /Il y a des choses à corriger/)
    },
  },
  {
    name: 'associations, a number that is known',
    as: 'member',
    open: async (page) => {
      await page.route(/\/api\/associations$/, (route) => route.fulfill(problem('association-known')))
      await added(page, { name: 'Ciné-club', number: 'W512001234' })
      await noticed(page, /déjà inscrite/)
    },
  },
  { name: 'association, led', as: 'member', open: (page) => told(page, LED) },
  {
    name: 'association, as a member',
    as: 'member',
    open: (page) => told(page, { ...LED, role: 'member', invitations: undefined }),
  },
  {
    name: 'association, about to withdraw somebody',
    as: 'member',
    open: async (page) => {
      await told(page, LED)
      await page.getByRole('button', { name: /^Retirer de l’association/ }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'association, its last lead',
    as: 'member',
    open: async (page) => {
      await told(page, LED)
      await page
        .getByRole('button', { name: /^Lui retirer le rôle/ })
        .first()
        .click()
      await noticed(page, /a besoin de quelqu’un/)
    },
  },
  { name: 'association, unknown', as: 'member', open: shown(`/association?id=${ID}`, /Une association/) },
  { name: 'rules, none asked', as: 'member', open: shown('/accepter?lieu=99999Z', /Le règlement du lieu/) },
  { name: 'rules, signed out', open: shown('/accepter?lieu=09410A', /Le règlement du lieu/) },
  { name: 'rules, to accept', as: 'member', open: (page) => asked(page, { conditions: CONDITIONS }) },
  {
    name: 'rules, accepted',
    as: 'member',
    open: (page) => asked(page, { conditions: CONDITIONS, accepted: 2, insuredUntil: '2027-11-24' }),
  },
  {
    name: 'rules, no date of insurance',
    as: 'member',
    open: async (page) => {
      await asked(page, { conditions: CONDITIONS })
      await page.getByRole('button', { name: 'Accepter le règlement' }).click()
      await noticed(page, /Il y a une chose à corriger/)
    },
  },
  {
    name: 'details, rules to accept first',
    as: 'newcomer',
    open: async (page, { choice }) => {
      await page.route(/\/api\/bookings$/, (route) =>
        route.fulfill(problem('conditions-missing', { version: 2 })),
      )
      await page.goto(detailsAddress(choice))
      await page.getByRole('button', { name: 'Réserver', exact: true }).click()
      await page.getByRole('link', { name: 'Lire le règlement' }).waitFor()
    },
  },
  {
    name: 'details, for whom',
    as: 'newcomer',
    open: async (page, { choice }) => {
      await answering(page, /\/api\/me$/, (body) => ({ ...body, grants }))
      await page.goto(detailsAddress(choice))
      await page.getByRole('radio', { name: NAME }).check()
    },
  },
  {
    name: 'my bookings, and those of an association',
    as: 'member',
    open: async (page) => {
      await answering(page, /\/api\/me\/bookings$/, (body) => ({
        ...body,
        associations: [{ id: ID, name: NAME, bookings: body.bookings }],
      }))
      await answering(page, /\/api\/me\/waits$/, (body) => ({
        ...body,
        associations: [{ id: ID, name: NAME, waits: body.waits }],
      }))
      await page.goto('/mes-reservations')
      await page.getByRole('heading', { name: `Pour ${NAME}` }).waitFor()
      await settled(page)
    },
  },
]
