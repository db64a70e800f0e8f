import type { SelfView } from '../shared/contracts/auth-views.ts'
import type { SiteView } from '../shared/contracts/site-views.ts'

export type StaffPlace = Pick<SiteView, 'id'> & Partial<Pick<SiteView, 'parent' | 'departement'>>

/** What somebody is at a place: there, at the office that it is attached to, in its département, in the network. */
export const rolesAt = ({ grants }: SelfView, { id, parent, departement }: StaffPlace) =>
  grants
    .filter(({ scope }) => ['network', `site:${id}`, `site:${parent}`, `departement:${departement}`].includes(scope))
    .map(({ role }) => role)
