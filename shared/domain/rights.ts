import type { SiteId } from './site.ts'

export const ROLES = ['agent', 'mediator', 'manager', 'network'] as const
export type Role = (typeof ROLES)[number]

/** What somebody may do at a site, or, without one, at all of them. */
export type Grant = { readonly role: Role; readonly site?: SiteId | undefined }

/** What needs a right at a site. */
const ROLES_OF = {
  close: ['agent', 'manager', 'network'],
  approve: ['agent', 'manager', 'network'],
  'act-for-others': ['agent', 'manager'],
  'mark-attendance': ['agent', 'mediator', 'manager'],
  'plan-workshops': ['mediator', 'manager'],
  'admit-members': ['manager'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof ROLES_OF

/** Denied unless a grant allows it. */
export const may = (grants: readonly Grant[], action: Action, site: SiteId): boolean =>
  grants.some(
    (grant) =>
      (grant.site === undefined || grant.site === site) && ROLES_OF[action].some((role: Role) => role === grant.role),
  )
