import type { SelfView } from '../../shared/contracts/auth-views.ts'
import type { StaffRole } from '../../shared/domain/rights.ts'

/** What rights need to know of a site. */
export type SitePlacement = {
  readonly id: string
  readonly departement?: string | undefined
  readonly parent?: string | undefined
}

/** Whether a person has one of these roles anywhere. */
export const isOfStaff = ({ grants }: Pick<SelfView, 'grants'>, roles: readonly StaffRole[]): boolean =>
  grants.some(({ role }) => roles.some((each) => each === role))

/** Whether a person has one of these roles at a site, as far as the page knows; the API decides. */
export const mayAt = (
  { grants }: Pick<SelfView, 'grants'>,
  roles: readonly StaffRole[],
  { id, departement, parent }: SitePlacement,
): boolean => {
  const covering = ['network', `departement:${departement}`, `site:${id}`, `site:${parent}`]
  return grants.some(({ role, scope }) => roles.some((each) => each === role) && covering.includes(scope))
}
