import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, test } from 'vitest'
import { type Action, POLICY, STAFF_ROLES, type StaffRole } from '../../shared/domain/rights.ts'
import { PAGES, pageFile } from '../../web/pages.ts'
import { mayAt } from '../../web/staff/may-at.ts'
import { STAFF_ACTIONS, type StaffAction } from '../../web/staff/staff-actions.ts'
import { STAFF_PAGES, type StaffPageName } from '../../web/staff/staff-pages.ts'
import { staff } from '../../web/staff/words/fr/staff.ts'
import { ROOT } from '../architecture/imports.ts'

/** The action that each page of staff is for. */
const FOR = {
  'aujourd-hui': 'see-use',
  planning: 'see-use',
  feuille: 'read-planning',
  planifier: 'plan-workshops',
  'ma-semaine': 'plan-workshops',
  absence: 'plan-workshops',
  presences: 'mark-attendance',
  'codes-de-porte': 'type-door-codes',
  cles: 'hand-keys',
  traiter: 'read-booking',
  guichet: 'act-for-others',
  retrouver: 'act-for-others',
  telephone: 'act-by-phone',
  copier: 'copy-bookings',
  fermer: 'close',
  fermeture: 'close',
  idees: 'answer-proposals',
  locaux: 'see-use',
  espaces: 'lend-spaces',
  espace: 'lend-spaces',
  regles: 'lend-spaces',
  clavier: 'lend-spaces',
  'agenda-exterieur': 'lend-spaces',
  preter: 'lend-spaces',
  'ne-plus-preter': 'lend-spaces',
  'modifier-atelier': 'plan-workshops',
  adherents: 'admit-members',
  chiffres: 'read-figures',
  droits: 'give-rights',
  outils: 'link-tools',
  outil: 'link-tools',
  journal: 'read-audit',
} as const satisfies Record<Exclude<StaffPageName, 'equipe' | 'demandes'>, Action>

it('the pages of staff are those that ask for it, today, the list of its sites, the telephone, and what a mediator leads', () => {
  const asks = PAGES.filter((name) =>
    readFileSync(join(ROOT, 'web', pageFile(name)), 'utf8').includes('<StaffPage'),
  )
  expect(Object.keys(STAFF_PAGES).sort()).toEqual(
    ['aujourd-hui', 'equipe', 'telephone', 'ma-semaine', 'absence', 'presences', ...asks].sort(),
  )
})

test.each(Object.entries(FOR))(
  'the page %s is shown to exactly those whom the policy lets %s',
  (page, action) => {
    expect([...STAFF_PAGES[page as StaffPageName]].sort()).toEqual([...POLICY[action].staff].sort())
  },
)

it('the page of requests and calls is shown to those who answer requests, and to those who call', () => {
  const either: ReadonlySet<StaffRole> = new Set([...POLICY.approve.staff, ...POLICY['make-calls'].staff])
  expect([...STAFF_PAGES.demandes].sort()).toEqual([...either].sort())
})

test.each(Object.keys(STAFF_ACTIONS) as StaffAction[])(
  'pages lead to the action %s exactly those whom the policy lets',
  (action) => {
    expect([...STAFF_ACTIONS[action]].sort()).toEqual([...POLICY[action].staff].sort())
  },
)

const PLACE = { id: '09411A', departement: '51', parent: '09410A' }
const linksOf = (role: StaffRole, scope: string) =>
  Object.keys(staff.pages).filter((name) =>
    mayAt({ grants: [{ role, scope }] }, STAFF_PAGES[name as 'espaces'], PLACE),
  )

it('each role is led to the pages of its rights, by any grant that covers the site', () => {
  for (const scope of ['site:09411A', 'site:09410A', 'departement:51', 'network'])
    expect(STAFF_ROLES.map((role) => linksOf(role, scope))).toEqual([
      ['planning', 'demandes', 'guichet', 'cles', 'fermer', 'locaux'],
      ['demandes', 'guichet'],
      ['planning', 'demandes', 'guichet', 'cles', 'planifier', 'locaux'],
      [
        'planning',
        'demandes',
        'guichet',
        'cles',
        'planifier',
        'fermer',
        'idees',
        'espaces',
        'regles',
        'locaux',
        'adherents',
        'chiffres',
        'droits',
        'outils',
        'journal',
      ],
      ['planning', 'cles', 'fermer', 'locaux'],
      ['planning', 'demandes', 'fermer', 'idees', 'locaux', 'chiffres'],
      ['planning', 'demandes', 'fermer', 'idees', 'locaux', 'chiffres', 'droits', 'outils', 'journal'],
    ])
  for (const scope of ['site:01073A', 'departement:07', `association:${'a'.repeat(20)}`])
    for (const role of STAFF_ROLES) expect(linksOf(role, scope)).toEqual([])
})
