import type { AuditEntry } from '../../shared/domain/audit-entry.ts'
import type { Authorship } from '../../shared/domain/authorship.ts'
import { type Acceptance, type Conditions, revisedConditions } from '../../shared/domain/conditions.ts'
import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import { localTimeAt } from '../../shared/domain/instant.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { type Action, type Actor, atSite } from '../../shared/domain/rights.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { Dependencies } from '../dependencies.ts'
import { authorize, may } from './authorize.ts'

type Deps = Pick<Dependencies, 'conditions' | 'sites' | 'grants' | 'now'>
type NotFound = { readonly kind: 'not-found' }
type AskingRefusal = NotFound | { readonly kind: 'changed' }

type Asking = {
  readonly site: SiteId
  readonly by: Actor
  readonly rules: string | null
  readonly needsInsurance: boolean
  /** The version that they read, if they say so. */
  readonly seen?: number
}

/** New conditions leave bookings alone, and replace only a version that their author has seen. */
export const askConditions = (
  { site, by, rules, needsInsurance, seen }: Asking,
  deps: Deps,
): Promise<Result<Conditions, AskingRefusal>> =>
  retryContended(async () => {
    const [allowed, lent] = await Promise.all([
      may(by, 'lend-spaces', { site }, deps),
      deps.sites.findSite(site),
    ])
    if (!allowed || !lent) return refuse({ kind: 'not-found' })
    const before = await deps.conditions.findConditions(site)
    const asked = revisedConditions(before, { ...(rules !== null && { rules }), needsInsurance })
    if (asked === before) return ok(asked)
    if (seen !== undefined && seen !== (before?.version ?? 0)) return refuse({ kind: 'changed' })
    const conflict = await deps.conditions.ask(site, asked)
    if (conflict) throw new ContentionError(conflict)
    return ok(asked)
  })

export type ConditionsToAccept = {
  readonly conditions: Conditions
  readonly acceptance?: Acceptance | undefined
}

type Who = { readonly site: SiteId; readonly by: Actor; readonly as?: HolderId }

const authorshipFor = async ({ by, as }: Who, action: Action, deps: Deps): Promise<Authorship | undefined> =>
  as === undefined ? { by: by.id, action: 'be-oneself' } : authorize(by, action, { owner: as }, deps)

/** Undefined where the site asks nothing. */
export const readAcceptance = async (who: Who, deps: Deps): Promise<ConditionsToAccept | undefined> => {
  const { site, by, as } = who
  if (!(await authorshipFor(who, 'read-association', deps))) return undefined
  const [conditions, acceptance] = await Promise.all([
    deps.conditions.findConditions(site),
    deps.conditions.findAcceptance(as ?? by.id, site),
  ])
  return conditions?.rules === undefined ? undefined : { conditions, acceptance }
}

export type AcceptConditions = Who & { readonly version: number; readonly insuredUntil?: LocalDate }

export type AcceptRefusal =
  | NotFound
  | { readonly kind: 'conditions-changed'; readonly version: number }
  | { readonly kind: 'insurance-missing' }

/** Accepts only the current version: nobody accepts a text that they have not seen. */
export const acceptConditions = async (
  command: AcceptConditions,
  deps: Deps,
): Promise<Result<ConditionsToAccept, AcceptRefusal>> => {
  const { site, by, as, version, insuredUntil } = command
  const [authorship, asked, lent] = await Promise.all([
    authorshipFor(command, 'lead-association', deps),
    readAcceptance(command, deps),
    deps.sites.findSite(site),
  ])
  if (!authorship || !asked || !lent) return refuse({ kind: 'not-found' })
  const { conditions } = asked
  if (version !== conditions.version)
    return refuse({ kind: 'conditions-changed', version: conditions.version })
  const today = localTimeAt(deps.now(), lent.site.timeZone).date
  if (conditions.needsInsurance && (insuredUntil === undefined || insuredUntil < today))
    return refuse({ kind: 'insurance-missing' })
  if (asked.acceptance?.version === version && asked.acceptance.insuredUntil === insuredUntil)
    return ok(asked)
  const acceptedAt = deps.now()
  const acceptance: Acceptance = { version, by: by.id, acceptedAt, ...(insuredUntil && { insuredUntil }) }
  const told = { scope: atSite(site), at: acceptedAt, effect: 'accepted' } as const
  const auditEntry: AuditEntry | undefined = as && { ...authorship, ...told, about: as, holder: as }
  await retryContended(() => deps.conditions.accept({ holder: as ?? by.id, auditEntry }, site, acceptance))
  return ok({ conditions, acceptance })
}
