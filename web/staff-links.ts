import type { SelfView } from '../shared/contracts/auth-views.ts'
import { staff } from './messages/fr/staff.ts'
import { rolesAt, type StaffPlace } from './roles-at.ts'

type Address = keyof typeof staff.pages

/** The pages of each role, as the policy says of their actions; a manager uses all of them. */
const PAGES: Partial<Record<string, readonly Address[]>> = {
  agent: ['/planning', '/guichet'],
  mediator: ['/planning'],
  network: ['/droits', '/journal'],
}

/** The pages of a place that somebody may use there, each with its words. */
export const linksFor = (self: SelfView, place: StaffPlace) =>
  (Object.entries(staff.pages) as [Address, string][]).filter(([address]) =>
    rolesAt(self, place).some((role) => role === 'manager' || PAGES[role]?.includes(address)),
  )
