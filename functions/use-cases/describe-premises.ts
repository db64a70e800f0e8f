import type { SiteId } from '../../shared/domain/ids.ts'
import { localTimeAt } from '../../shared/domain/instant.ts'
import { isLentFrom } from '../../shared/domain/opening.ts'
import { type Premises, type PremisesText, revisedPremises } from '../../shared/domain/premises.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { Space } from '../../shared/domain/space.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { Dependencies } from '../dependencies.ts'
import { authorize } from './authorize.ts'
import { rightsAt } from './rights-at.ts'

type Deps = Pick<Dependencies, 'premises' | 'sites' | 'grants' | 'now'>

/** `parent` is the office that the site is attached to. */
export type PremisesOfSite = {
  readonly site: Pick<Site, 'timeZone'>
  readonly premises: Premises | undefined
  readonly parent?: Pick<Site, 'id' | 'name'> | undefined
  readonly mayDescribe: boolean
  /** Those that are lent, or that the owner said something of. */
  readonly spaces: readonly Space[]
  readonly mayAgree: boolean
}

/** Undefined for people who do not see the use of the site. */
export const readPremises = async (
  { site: id, by }: { readonly site: SiteId; readonly by: Actor },
  deps: Deps,
): Promise<PremisesOfSite | undefined> => {
  const [mayHere, lent] = await Promise.all([
    rightsAt(by, id, deps),
    deps.sites.findSite(id, { consistent: true }),
  ])
  if (!mayHere('see-use') || !lent) return undefined
  const { site, premises } = lent
  const parent = site.parent && (await deps.sites.findLocation(site.parent))
  const { date: today } = localTimeAt(deps.now(), site.timeZone)
  return {
    premises,
    site,
    parent: parent || undefined,
    spaces: lent.spaces.filter((space) => space.consent || isLentFrom(space, today)),
    mayDescribe: mayHere('describe-premises'),
    mayAgree: mayHere('agree-to-lending'),
  }
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
