import type { SelfView } from '../../shared/contracts/auth-views.ts'
import type { NewFeed } from '../../shared/contracts/feed-views.ts'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { STAFF_ACTIONS } from '../staff/staff-actions.ts'
import { feeds as words } from './words/fr/feeds.ts'

/** `name` is proposed for the calendar. */
export type Followable = {
  readonly subject: NewFeed['subject']
  readonly says: string
  readonly name: string
}

const LEADING: readonly string[] = STAFF_ACTIONS['plan-workshops']

const associationsOf = ({ grants }: SelfView): Followable[] =>
  grants.flatMap(({ role, scope, place = '' }) => {
    const [kind, association] = scope.split(':')
    return role === 'lead' && kind === 'association' && association
      ? [{ subject: { kind, association }, says: words.association(place), name: place }]
      : []
  })

const ofSite = ({ id, name, spaces }: SiteView): Followable[] => [
  { subject: { kind: 'site', site: id }, says: words.site(name), name },
  ...spaces.map((space) => ({
    subject: { kind: 'space', site: id, space: space.id } as const,
    says: words.space(space.name),
    name: `${space.name}, ${name}`,
  })),
]

/** What a person may follow: of a site first, if they come from one of its pages. */
export const followables = (self: SelfView, site: SiteView | undefined): readonly Followable[] => [
  ...(site ? ofSite(site) : []),
  { subject: { kind: 'own' }, says: words.own, name: words.own },
  ...associationsOf(self),
  ...(self.secondFactor && self.grants.some(({ role }) => LEADING.includes(role))
    ? [{ subject: { kind: 'led' } as const, says: words.led, name: words.led }]
    : []),
]
