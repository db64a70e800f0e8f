import type { Action, StaffRole } from '../../shared/domain/rights.ts'

/** The part of the policy that these pages need; the whole would be too heavy for a page. */
export const STAFF_ACTIONS = {
  'act-for-others': ['agent', 'phone', 'mediator', 'manager'],
  'change-booking': ['agent', 'phone', 'mediator', 'manager'],
  'check-in': ['agent', 'mediator', 'manager'],
  'mark-attendance': ['agent', 'mediator', 'manager'],
  'make-calls': ['agent', 'phone', 'mediator', 'manager', 'coordinator', 'network'],
  'read-planning': ['agent', 'mediator', 'manager', 'coordinator', 'network'],
  'plan-workshops': ['mediator', 'manager'],
  approve: ['agent', 'manager', 'coordinator', 'network'],
  close: ['agent', 'manager', 'owner', 'coordinator', 'network'],
} as const satisfies Partial<Record<Action, readonly StaffRole[]>>

export type StaffAction = keyof typeof STAFF_ACTIONS
