import type { Action, StaffRole } from '../shared/domain/rights.ts'

/** Who may do what these pages lead to, as the policy says: the whole of it would weigh more than a page can carry. */
export const STAFF_ACTIONS = {
  'act-for-others': ['agent', 'mediator', 'manager'],
  'change-booking': ['agent', 'mediator', 'manager'],
  approve: ['agent', 'manager', 'network'],
  close: ['agent', 'manager', 'network'],
} as const satisfies Partial<Record<Action, readonly StaffRole[]>>

export type StaffAction = keyof typeof STAFF_ACTIONS
