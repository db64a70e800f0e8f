import type { HolderId, SiteId } from './ids.ts'
import type { KeyRole } from './key-role.ts'
import type { Site } from './site.ts'

export const STAFF_ROLES = [
  'agent',
  'phone',
  'mediator',
  'manager',
  'owner',
  'coordinator',
  'network',
] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

export const ASSOCIATION_ROLES = ['member', 'lead'] as const
export type AssociationRole = (typeof ASSOCIATION_ROLES)[number]

export const ROLES = [...STAFF_ROLES, ...ASSOCIATION_ROLES] as const
export type Role = (typeof ROLES)[number]

export type SiteScope = { readonly kind: 'site'; readonly site: SiteId }

/** A site's scope includes the points attached to it. */
export type Scope =
  | SiteScope
  | { readonly kind: 'departement'; readonly departement: string }
  | { readonly kind: 'network' }
  | { readonly kind: 'association'; readonly association: HolderId }

export type Grant = { readonly role: Role; readonly scope: Scope }

export const atSite = (site: SiteId): SiteScope => ({ kind: 'site', site })

export const ofAssociation = (association: HolderId) => ({ kind: 'association', association }) as const

/** All that a key has: it is given no other right. */
export type KeyGrant = { readonly role: KeyRole; readonly scope: Scope }
export type ActingGrant = Grant | KeyGrant

/** Such as `site:09410A`, `departement:51`, `network` or `association:0a…`. */
export const formatScope = (scope: Scope): string => {
  if (scope.kind === 'site') return `site:${scope.site}`
  if (scope.kind === 'departement') return `departement:${scope.departement}`
  return scope.kind === 'network' ? 'network' : `association:${scope.association}`
}

/** Without a second factor, no staff grant counts. With a `key`, a tool acts, and nothing but its key counts. */
export type Actor = {
  readonly id: HolderId
  readonly secondFactor: boolean
  readonly key?: KeyGrant | undefined
}

export type Subject = Pick<Partial<Actor>, 'id'> &
  Pick<Actor, 'secondFactor' | 'key'> & { readonly grants: readonly Grant[] }

/** Without `site`, it belongs to the network as a whole. */
export type Resource = {
  readonly owner?: HolderId | undefined
  readonly bookedBy?: HolderId | undefined
  readonly bookedWith?: HolderId | undefined
  readonly site?: Pick<Partial<Site>, 'id' | 'parent' | 'departement'> | undefined
}

/** `booker`: who booked it, while a member. `keys`: in their scope; `ownKeys`: about what they booked. */
type Rule = {
  readonly keys?: readonly KeyRole[]
  readonly ownKeys?: readonly KeyRole[]
  readonly everyone?: true
  readonly signedIn?: true
  readonly owner?: true
  readonly association?: readonly AssociationRole[]
  readonly booker?: true
  readonly staff?: readonly StaffRole[]
}

/** The whole policy; every route names its action. */
export const POLICY = {
  'read-public': { everyone: true, keys: ['reader', 'writer'] },
  'sign-in': { everyone: true },
  'be-oneself': { signedIn: true },
  book: { signedIn: true, keys: ['writer'] },
  'read-booking': {
    owner: true,
    association: ['member', 'lead'],
    staff: ['agent', 'phone', 'mediator', 'manager', 'coordinator', 'network'],
    ownKeys: ['writer'],
  },
  'change-booking': {
    owner: true,
    association: ['lead'],
    booker: true,
    staff: ['agent', 'phone', 'mediator', 'manager'],
    ownKeys: ['writer'],
  },
  'read-series': { owner: true, association: ['member', 'lead'] },
  'change-series': { owner: true, association: ['lead'], booker: true },
  'read-wait': {
    owner: true,
    association: ['member', 'lead'],
    staff: ['agent', 'phone', 'mediator', 'manager'],
  },
  'change-wait': {
    owner: true,
    association: ['lead'],
    booker: true,
    staff: ['agent', 'phone', 'mediator', 'manager'],
  },
  'book-as': { association: ['member', 'lead'], keys: ['writer'] },
  'read-association': { association: ['member', 'lead'] },
  'lead-association': { association: ['lead'] },
  'type-door-codes': { staff: ['agent', 'manager'] },
  'read-door-code': { owner: true, association: ['member', 'lead'] },
  'check-in': { owner: true, association: ['member', 'lead'], staff: ['agent', 'mediator', 'manager'] },
  'act-for-others': { staff: ['agent', 'phone', 'mediator', 'manager'], keys: ['writer'] },
  'make-calls': { staff: ['agent', 'phone', 'mediator', 'manager', 'coordinator', 'network'] },
  'act-by-phone': { staff: ['phone'] },
  'tell-door-code': { staff: ['agent', 'mediator', 'manager'] },
  'hand-keys': { staff: ['agent', 'mediator', 'manager', 'owner'] },
  'copy-bookings': { staff: ['agent', 'mediator', 'manager'] },
  'mark-attendance': { staff: ['agent', 'mediator', 'manager'] },
  approve: { staff: ['agent', 'manager', 'coordinator', 'network'] },
  close: { staff: ['agent', 'manager', 'owner', 'coordinator', 'network'], keys: ['writer'] },
  'plan-workshops': { staff: ['mediator', 'manager'] },
  'admit-members': { staff: ['manager'] },
  'read-figures': { staff: ['manager', 'coordinator', 'network'] },
  'read-audit': { staff: ['manager', 'network'] },
  'see-use': {
    staff: ['agent', 'mediator', 'manager', 'owner', 'coordinator', 'network'],
    keys: ['reader', 'writer'],
  },
  'read-planning': { staff: ['agent', 'mediator', 'manager', 'coordinator', 'network'] },
  'describe-premises': { staff: ['manager', 'coordinator', 'network'] },
  'lend-spaces': { staff: ['manager'] },
  'agree-to-lending': { staff: ['owner'] },
  'answer-proposals': { staff: ['manager', 'coordinator', 'network'] },
  'link-tools': { association: ['lead'], staff: ['manager', 'network'] },
  'give-rights': { staff: ['manager', 'network'] },
  'give-network-rights': { staff: ['network'] },
} as const satisfies Record<string, Rule>

export type Action = keyof typeof POLICY

export const covers = (scope: Scope, site: Resource['site']): boolean => {
  if (scope.kind === 'network') return true
  if (scope.kind === 'departement') return site?.departement === scope.departement
  return scope.kind === 'site' && (site?.id === scope.site || site?.parent === scope.site)
}

const isIn = <R extends Role | KeyRole>(role: R, roles: readonly R[] = []): boolean => roles.includes(role)

const gives = (
  { role, scope }: Grant,
  rule: Rule,
  by: Subject,
  { owner, bookedBy, site }: Resource,
): boolean => {
  if (scope.kind !== 'association') return by.secondFactor && isIn(role, rule.staff) && covers(scope, site)
  if (scope.association !== owner) return false
  return (
    isIn(role, rule.association) ||
    (rule.booker === true && isIn(role, ASSOCIATION_ROLES) && bookedBy === by.id)
  )
}

export type Allowance = { readonly as?: ActingGrant }

const ofKey = (
  { id, key }: { readonly id: HolderId; readonly key: KeyGrant },
  { keys, ownKeys }: Rule,
  { owner, bookedWith, site }: Resource,
): Allowance | undefined => {
  const { role, scope } = key
  const isInScope = scope.kind === 'association' ? scope.association === owner : covers(scope, site)
  const isGiven = isIn(role, keys) || (bookedWith === id && isIn(role, ownKeys))
  return isInScope && isGiven ? { as: key } : undefined
}

/** Who is staff at a site as well acts as that there, not by telephone. */
export const allowanceOf = (subject: Subject, action: Action, resource: Resource): Allowance | undefined => {
  const rule: Rule = POLICY[action]
  if (rule.everyone) return {}
  if (!subject.id) return undefined
  if (subject.key) return ofKey({ id: subject.id, key: subject.key }, rule, resource)
  if (rule.signedIn || (rule.owner && resource.owner === subject.id)) return {}
  const given = subject.grants.filter((grant) => gives(grant, rule, subject, resource))
  const [as] = given.toSorted((one, other) => Number(one.role === 'phone') - Number(other.role === 'phone'))
  return as && { as }
}

/** Whether an action is for keys of a role at all; about what, `allowanceOf` decides. */
export const isForKeys = (action: Action, role: KeyRole): boolean => {
  const { keys, ownKeys }: Rule = POLICY[action]
  return isIn(role, keys) || isIn(role, ownKeys)
}

export const isAllowed = (subject: Subject, action: Action, resource: Resource): boolean =>
  allowanceOf(subject, action, resource) !== undefined
