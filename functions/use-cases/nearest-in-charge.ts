import type { Charge } from '../../shared/domain/charge.ts'
import { atSite, POLICY, type Role, type Scope } from '../../shared/domain/rights.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { GrantStore } from '../../shared/store/grant-store.ts'
import type { IdentityStore } from '../../shared/store/identity-store.ts'
import { reachedByMail } from '../../shared/store/reach.ts'

/** People who answer for a site by mail, and at which distance. */
export type InCharge = { readonly charge: Charge; readonly emails: readonly string[] }

type Deps = {
  readonly grants: Pick<GrantStore, 'listHolders'>
  readonly identities: Pick<IdentityStore, 'findHolders'>
}

const ANSWERING: readonly Role[] = POLICY['answer-proposals'].staff

/** From the site itself to the whole network. */
export const scopesOf = ({
  id,
  parent,
  departement,
}: Pick<Site, 'id' | 'parent' | 'departement'>): [Charge, Scope][] => [
  ['site', atSite(id)],
  ...(parent ? [['office', atSite(parent)] satisfies [Charge, Scope]] : []),
  ['departement', { kind: 'departement', departement }],
  ['network', { kind: 'network' }],
]

/** Undefined when nobody has one of these roles in any of these scopes. */
export const firstInCharge = async <C>(
  scopes: readonly (readonly [charge: C, scope: Scope])[],
  roles: readonly Role[],
  { grants, identities }: Deps,
): Promise<{ readonly charge: C; readonly emails: readonly string[] } | undefined> => {
  for (const [charge, scope] of scopes) {
    const theirs = (await grants.listHolders(scope)).filter(({ role }) => roles.includes(role))
    const holders = await identities.findHolders([...new Set(theirs.map(({ holder }) => holder))])
    const emails = reachedByMail([...holders.values()]).map(({ email }) => email)
    if (emails.length > 0) return { charge, emails }
  }
  return undefined
}

/** Undefined when nobody is in charge, up to the network. */
export const nearestInCharge = (
  site: Pick<Site, 'id' | 'parent' | 'departement'>,
  deps: Deps,
): Promise<InCharge | undefined> => firstInCharge(scopesOf(site), ANSWERING, deps)
