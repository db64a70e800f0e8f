import type { AuditEntry } from '../../shared/domain/audit-entry.ts'
import type { Authorship } from '../../shared/domain/authorship.ts'
import type { Hash, SiteId, SpaceId } from '../../shared/domain/ids.ts'
import { localTimeAt } from '../../shared/domain/instant.ts'
import { lendingAfter, openingsUntil, type TouchedAnswer } from '../../shared/domain/lending.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import type { LentSpace } from '../../shared/domain/overlapping-spaces.ts'
import { consentRefusal, type OwnerConsent } from '../../shared/domain/owner-consent.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { type Actor, atSite } from '../../shared/domain/rights.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { Space } from '../../shared/domain/space.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import type { Lending, StoredLending } from '../../shared/store/lending-store.ts'
import { retryContended } from '../../shared/store/retry.ts'
import { applyLendingChange, growAllocations } from './apply-lending-change.ts'
import { authorize } from './authorize.ts'
import { activeBookingsAt } from './change-active-bookings.ts'
import { timeLimit } from './close-site.ts'
import { hashOfRequest, idOf } from './hash.ts'
import type { ChangeRefusal, MadeRefusal } from './lending-refusal.ts'
import { findTouched, type PreviewDeps } from './preview-lending.ts'

/** `settled` is false while touched bookings are being handled. */
export type LentSpaceNow = { readonly site: Site; readonly space: Space; readonly settled: boolean }

type ToldOfTouched = {
  readonly answer: TouchedAnswer
  readonly reason?: string | undefined
  readonly seen: string
}

type Change = {
  readonly site: SiteId
  readonly by: Actor
  readonly space: SpaceId
  /** Undefined for a new space. */
  readonly revision: number | undefined
  readonly touched?: ToldOfTouched | undefined
  readonly hash: Hash
  readonly to: (lending: Lending, old: Space | undefined) => Result<LentSpace, MadeRefusal>
  /** What the owner of the premises says by it; others keep to what the owner said before. */
  readonly consent?: OwnerConsent
}

type Made = Change & { readonly authorship: Authorship }

const refusalOfState = (change: Change, lending: Lending): ChangeRefusal | 'made' | undefined => {
  const old = lending.spaces.find(({ id }) => id === change.space)
  const last = lending.changes.get(change.space)
  if (change.revision === undefined)
    return old && (last?.first === change.hash ? 'made' : { kind: 'key-reused' })
  if (!old) return { kind: 'not-found' }
  if (last?.hash === change.hash) return 'made'
  return change.revision === (old.revision ?? 0) ? undefined : { kind: 'changed' }
}

const todayAt = ({ site }: Pick<Lending, 'site'>, { now }: Pick<PreviewDeps, 'now'>): LocalDate =>
  localTimeAt(now(), site.timeZone).date

/** Only what the owner says of a space leaves an entry. */
const entryOn = (
  { site, space: about, authorship, consent }: Made,
  { now }: PreviewDeps,
): AuditEntry | undefined =>
  consent && { ...authorship, scope: atSite(site), at: now(), effect: 'disagreed', about }

const make = async (
  change: Made,
  lending: Lending,
  deps: PreviewDeps,
): Promise<ChangeRefusal | undefined> => {
  const { site, space: id, touched, hash, authorship } = change
  const old = lending.spaces.find((each) => each.id === id)
  const lent = change.to(lending, old)
  if (!lent.ok) return lent.error
  const consent = change.consent ?? old?.consent
  const disagreed = consentRefusal(lent.value, consent)
  if (disagreed) return disagreed
  const where = { ...lending.site, today: todayAt(lending, deps) }
  const after = lendingAfter(lending.spaces, { ...lent.value, consent }, where)
  if (!after.ok) return after.error
  const { spaces, changed } = after.value
  const space = spaces.find((each) => each.id === id) as Space
  const active = await activeBookingsAt(site, deps)
  const found = await findTouched(space, { site: lending.site, spaces, active }, deps)
  if (found.touched.length > 0 && touched?.seen !== found.mark) return { kind: 'touches-bookings', found }
  await growAllocations({ before: lending, after: spaces, active }, deps)
  // Unseen bookings that were made in between are kept, unless the author chose otherwise for those seen.
  const { answer = 'keep', reason } = touched ?? {}
  const first = lending.changes.get(id)?.first ?? hash
  const { as } = authorship
  const made: StoredLending = {
    hash,
    first,
    by: change.by.id,
    ...(as && { as }),
    answer,
    reason,
    done: false,
  }
  const changes = new Map([...lending.changes, [id, made]])
  const conflict = await deps.lending.changeSpaces(site, changed, changes, entryOn(change, deps))
  if (conflict) throw new ContentionError(conflict)
  return undefined
}

const attempt = async (change: Made, deps: PreviewDeps): Promise<ChangeRefusal | undefined> => {
  const lending = await deps.lending.readLending(change.site)
  if (!lending) return { kind: 'not-found' }
  const refusal = refusalOfState(change, lending)
  if (refusal === 'made') return undefined
  return refusal ?? make(change, lending, deps)
}

/**
 * Changes how a space and its overlapping spaces are lent. New bookings follow the change at once; then
 * touched bookings are handled as told. Repeating finishes that.
 */
export const changeLending = async (
  change: Change,
  deps: PreviewDeps,
): Promise<Result<LentSpaceNow, ChangeRefusal>> => {
  const isOutOfTime = timeLimit()
  const action = change.consent ? 'agree-to-lending' : 'lend-spaces'
  const authorship = await authorize(change.by, action, { site: change.site }, deps)
  if (!authorship) return refuse({ kind: 'not-found' })
  const refusal = await retryContended(() => attempt({ ...change, authorship }, deps))
  if (refusal) return refuse(refusal)
  await applyLendingChange(change.site, isOutOfTime, deps)
  const lending = await deps.lending.readLending(change.site)
  const space = lending?.spaces.find(({ id }) => id === change.space)
  if (!lending || !space) return refuse({ kind: 'not-found' })
  return ok({ site: lending.site, space, settled: lending.changes.get(space.id)?.done ?? true })
}

type Naming = { readonly site: SiteId; readonly by: Actor }
type SetUpOf = (id: SpaceId) => LentSpace

const newSpaceId = ({ site, by }: Naming, key: string): SpaceId => idOf('space', site, by.id, key) as SpaceId

/** The same Idempotency-Key gives the same space. */
export const lendSpace = async (
  naming: Naming & { readonly idempotencyKey: string },
  setUp: SetUpOf,
  deps: PreviewDeps,
): Promise<Result<LentSpaceNow, ChangeRefusal>> => {
  const space = newSpaceId(naming, naming.idempotencyKey)
  const lent = setUp(space)
  return changeLending(
    { ...naming, space, revision: undefined, hash: hashOfRequest('lending', lent), to: () => ok(lent) },
    deps,
  )
}

type Changing = Naming & {
  readonly space: SpaceId
  readonly revision: number
  readonly touched?: ToldOfTouched | undefined
}

/** Refuses with `changed` after a concurrent change. */
export const changeSpace = async (
  changing: Changing,
  setUp: SetUpOf,
  deps: PreviewDeps,
): Promise<Result<LentSpaceNow, ChangeRefusal>> => {
  const lent = setUp(changing.space)
  const hash = hashOfRequest('lending-change', {
    ...lent,
    revision: changing.revision,
    touched: changing.touched,
  })
  return changeLending({ ...changing, hash, to: () => ok(lent) }, deps)
}

/** Ends the lending from a date on, today at the earliest. */
export const stopLending = async (
  stopping: Changing & { readonly from: LocalDate },
  deps: PreviewDeps,
): Promise<Result<LentSpaceNow, ChangeRefusal>> => {
  const { from, revision, touched } = stopping
  const to: Change['to'] = ({ site }, old) => {
    if (!old) return refuse({ kind: 'not-found' })
    if (from < todayAt({ site }, deps)) return refuse({ kind: 'past' })
    return ok({ ...old, openings: openingsUntil(old, from) })
  }
  return changeLending({ ...stopping, hash: hashOfRequest('stop', { from, revision, touched }), to }, deps)
}
