import type { Authorship } from '../../shared/domain/authorship.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { Dependencies } from '../dependencies.ts'
import { authorize } from './authorize.ts'
import { idOf } from './hash.ts'

/** A person without e-mail, new or known at the site. */
export type PersonActedFor =
  | { readonly name: string; readonly phone?: string }
  | { readonly holder: HolderId }

/** `by` identifies the request, so that repeating it adds no second person. */
export type ActingFor = {
  readonly person: PersonActedFor
  readonly site: SiteId
  readonly by: HolderId
  readonly idempotencyKey: string
}

export type ActedFor = { readonly holder: Holder; readonly isNew: boolean; readonly authorship: Authorship }

type Deps = Pick<Dependencies, 'people' | 'identities' | 'grants' | 'sites'>

export const holderActedFor = ({ person, by, idempotencyKey }: Omit<ActingFor, 'site'>): HolderId =>
  'holder' in person ? person.holder : (idOf('acted-for', by, idempotencyKey) as HolderId)

/** At the site, or at any site that `by` serves by telephone. */
const isKnownTo = async (by: Actor, person: Holder, site: SiteId, deps: Deps): Promise<boolean> => {
  if (await deps.people.isKnown(site, person)) return true
  const { servedOf } = await import('./served-by-phone.ts')
  return (await servedOf(await deps.people.listSitesKnowing(person), by, deps)).size > 0
}

/** `not-found` for unknown persons, for a tool even where they are known, and for unauthorized agents; `key-reused` when the key named somebody else. */
export const findActedFor = async (
  acting: ActingFor,
  by: Actor,
  deps: Deps,
): Promise<Result<ActedFor, { readonly kind: 'not-found' | 'key-reused' }>> => {
  const { person, site } = acting
  const authorship = await authorize(by, 'act-for-others', { site }, deps)
  if (!authorship) return refuse({ kind: 'not-found' })
  const id = holderActedFor(acting)
  const stored = await deps.identities.findHolder(id)
  if ('holder' in person)
    return stored && !by.key && (await isKnownTo(by, stored, site, deps))
      ? ok({ holder: stored, isNew: false, authorship })
      : refuse({ kind: 'not-found' })
  if (!stored) return ok({ holder: { id, ...person }, isNew: true, authorship })
  const isSame = stored.name === person.name && stored.phone === person.phone
  return isSame ? ok({ holder: stored, isNew: false, authorship }) : refuse({ kind: 'key-reused' })
}
