import type { SelfView } from '../shared/contracts/auth-views.ts'
import type { Action, StaffRole } from '../shared/domain/rights.ts'
import { rolesAt, type StaffPlace } from './roles-at.ts'

/** As the policy says, of what these pages lead to: the whole policy would weigh more than a page can carry. */
export const STAFF_ACTIONS = {
  'mark-attendance': ['agent', 'mediator', 'manager'],
  'act-for-others': ['agent', 'manager'],
  'change-booking': ['agent', 'manager'],
  approve: ['agent', 'manager', 'network'],
  close: ['agent', 'manager', 'network'],
} as const satisfies Partial<Record<Action, readonly StaffRole[]>>

export type StaffAction = keyof typeof STAFF_ACTIONS

/** Whether a page leads somebody there as staff of a place; the API decides again. */
export const mayAt = (self: SelfView, action: StaffAction, place: StaffPlace): boolean =>
  rolesAt(self, place).some((role) => STAFF_ACTIONS[action].some((each) => each === role))
