import type { SelfView } from '../shared/contracts/auth-views.ts'
import type { StaffRole } from '../shared/domain/rights.ts'

/** A place as rights know it; its département and its office where they are known. */
export type RightPlace = {
  readonly id: string
  readonly departement?: string | undefined
  readonly parent?: string | undefined
}

/** Whether somebody has one of some roles at a place, as far as is known here: the API decides. */
export const mayAt = (
  { grants }: Pick<SelfView, 'grants'>,
  roles: readonly StaffRole[],
  { id, departement, parent }: RightPlace,
): boolean => {
  const covering = ['network', `departement:${departement}`, `site:${id}`, `site:${parent}`]
  return grants.some(({ role, scope }) => roles.some((each) => each === role) && covering.includes(scope))
}
