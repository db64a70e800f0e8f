import type { GrantView, SelfView } from '../../shared/contracts/auth-views.ts'
import { isOfStaff, mayAt, type SitePlacement } from './may-at.ts'
import { STAFF_PAGES, type StaffPageName } from './staff-pages.ts'

type Self = Pick<SelfView, 'grants'>

/** The pages that do not ask for a site. */
const WITHOUT_SITE = ['aujourd-hui', 'ma-semaine', 'telephone', 'equipe'] as const

/** In the order of the navigation; the first of those that somebody may open stay in sight. */
const ORDER = [
  'aujourd-hui',
  'planning',
  'guichet',
  'demandes',
  'telephone',
  'fermer',
  'cles',
  'locaux',
  'ma-semaine',
  'planifier',
  'idees',
  'espaces',
  'regles',
  'adherents',
  'chiffres',
  'droits',
  'outils',
  'journal',
  'equipe',
] as const satisfies readonly StaffPageName[]

export type NavName = (typeof ORDER)[number]

const MOST_IN_SIGHT = 4

const isWithoutSite = (name: NavName): name is (typeof WITHOUT_SITE)[number] =>
  WITHOUT_SITE.some((each) => each === name)

const SWAPPED: Partial<Record<NavName, NavName>> = { planning: 'ma-semaine', 'ma-semaine': 'planning' }

/** Who only leads workshops has their own week in place of that of a site. */
const orderFor = ({ grants }: Self): readonly NavName[] =>
  grants.every(({ role }) => role === 'mediator') ? ORDER.map((name) => SWAPPED[name] ?? name) : ORDER

const isOfStaffGrant = ({ scope }: GrantView): boolean => !scope.startsWith('association:')

/** The pages that somebody may open, at a site where there is one: those in sight, and the rest. */
export const navEntriesOf = (self: Self, site: SitePlacement | undefined) => {
  const grants = self.grants.filter(isOfStaffGrant)
  const open = orderFor({ grants }).filter((name) =>
    isWithoutSite(name)
      ? isOfStaff({ grants }, STAFF_PAGES[name])
      : site && mayAt({ grants }, STAFF_PAGES[name], site),
  )
  const leads = isOfStaff({ grants }, ['mediator'])
  const isLater = (name: NavName): boolean =>
    name === 'equipe' ? site !== undefined : name === 'ma-semaine' && !leads
  const inSight = new Set(open.filter((name) => !isLater(name)).slice(0, MOST_IN_SIGHT))
  return { inSight: [...inSight], rest: open.filter((name) => !inSight.has(name)) }
}

export const addressOf = (name: NavName, site: SitePlacement | undefined): string =>
  site && !isWithoutSite(name) ? `/${name}?${new URLSearchParams({ lieu: site.id })}` : `/${name}`

/** The site of somebody who works at one alone. */
export const onlySiteOf = ({ grants }: Self): (SitePlacement & { readonly name: string }) | undefined => {
  const scopes = new Map(grants.filter(isOfStaffGrant).map(({ scope, place }) => [scope, place]))
  const [[scope = '', place = ''] = []] = scopes
  return scopes.size === 1 && scope.startsWith('site:')
    ? { id: scope.slice('site:'.length), name: place }
    : undefined
}
