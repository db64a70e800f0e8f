import type { SelfView } from '../shared/contracts/auth-views.ts'
import { staff } from './messages/fr/staff.ts'
import { rolesAt, type StaffPlace } from './roles-at.ts'

/** Who uses each page, as the policy says of its action. */
export const ROLES = {
  '/planning': 'agent mediator manager',
  '/guichet': 'agent manager',
  '/espaces': 'manager',
  '/droits': 'manager network',
  '/journal': 'manager network',
} as const satisfies Record<keyof typeof staff.pages, string>

type Link = [keyof typeof ROLES, string]

/** The pages of a place that somebody may use there, each with its words. */
export const linksFor = (self: SelfView, place: StaffPlace): Link[] =>
  (Object.entries(staff.pages) as Link[]).filter(([address]) =>
    rolesAt(self, place).some((role) => ROLES[address].includes(role)),
  )
