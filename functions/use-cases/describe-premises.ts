import type { SiteId } from '../../shared/domain/ids.ts'
import { type Premises, type PremisesText, revisedPremises } from '../../shared/domain/premises.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { Site } from '../../shared/domain/site.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { Dependencies } from '../dependencies.ts'
import { authorize, rightsAt } from './authorize.ts'

type Deps = Pick<Dependencies, 'premises' | 'sites' | 'grants' | 'now'>

/** `parent` is the office that the site is attached to. */
export type PremisesOfSite = {
  readonly premises: Premises | undefined
  readonly parent?: Pick<Site, 'id' | 'name'> | undefined
  readonly mayDescribe: boolean
}

/** Undefined for people who do not see the use of the site. */
export const readPremises = async (
  { site: id, by }: { readonly site: SiteId; readonly by: Actor },
  deps: Deps,
): Promise<PremisesOfSite | undefined> => {
  const [mayHere, location, premises] = await Promise.all([
    rightsAt(by, id, deps),
    deps.sites.findLocation(id),
    deps.premises.findPremises(id),
  ])
  if (!mayHere('see-use') || !location) return undefined
  const parent = location.parent && (await deps.sites.findLocation(location.parent))
  return { premises, parent: parent || undefined, mayDescribe: mayHere('describe-premises') }
}

type DescribePremises = PremisesText & {
  readonly site: SiteId
  readonly by: Actor
  /** The version that they read; 0 where there was none. */
  readonly seen: number
}

/** Replaces only a version that its author has seen. */
export const describePremises = (
  { site, by, seen, ...text }: DescribePremises,
  deps: Deps,
): Promise<Result<Premises, { readonly kind: 'not-found' | 'changed' }>> =>
  retryContended(async () => {
    const [authorship, location, before] = await Promise.all([
      authorize(by, 'describe-premises', { site }, deps),
      deps.sites.findLocation(site),
      deps.premises.findPremises(site),
    ])
    if (!authorship || !location) return refuse({ kind: 'not-found' })
    const described = revisedPremises(before, text)
    if (described === before) return ok(before)
    if (seen !== (before?.version ?? 0)) return refuse({ kind: 'changed' })
    const conflict = await deps.premises.describePremises(site, described, { ...authorship, at: deps.now() })
    if (conflict) throw new ContentionError(conflict)
    return ok(described)
  })
