import { type Action, POLICY, type Role, type Scope, type Subject } from './rights.ts'

type StaffAction = Extract<Action, 'act-by-phone' | 'see-use' | 'plan-workshops'>

/** All that a staff action reaches: the scopes of the grants that allow it. */
export const staffScopesOf = ({ secondFactor, grants }: Subject, action: StaffAction): Scope[] => {
  const roles: readonly Role[] = POLICY[action].staff
  return secondFactor ? grants.filter(({ role }) => roles.includes(role)).map(({ scope }) => scope) : []
}
