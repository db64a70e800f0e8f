import { DEFAULT_TAKE_BACK_NOTICE_DAYS } from '../../shared/domain/closure.ts'
import type { SiteId, SpaceId } from '../../shared/domain/ids.ts'
import { localTimeAt } from '../../shared/domain/instant.ts'
import { openingsUntil } from '../../shared/domain/lending.ts'
import { addDays, type LocalDate } from '../../shared/domain/local-date.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { type Actor, atSite } from '../../shared/domain/rights.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import { authorize } from './authorize.ts'
import { changeLending, type LentSpaceNow } from './change-lending.ts'
import { hashOfRequest } from './hash.ts'
import type { ChangeRefusal } from './lending-refusal.ts'
import type { PreviewDeps } from './preview-lending.ts'

type Of = {
  readonly site: SiteId
  readonly space: SpaceId
  readonly by: Actor
  /** The one of the space that the owner read. */
  readonly revision: number
}

type Agreed = Result<LentSpaceNow, ChangeRefusal>

const attempt = async ({ site, space, by, revision }: Of, deps: PreviewDeps): Promise<Agreed> => {
  const [authorship, lending] = await Promise.all([
    authorize(by, 'agree-to-lending', { site }, deps),
    deps.lending.readLending(site),
  ])
  const old = lending?.spaces.find(({ id }) => id === space)
  if (!authorship || !lending || !old) return refuse({ kind: 'not-found' })
  const now = (lent: typeof old) => ok({ site: lending.site, space: lent, settled: true })
  if (old.consent && old.consent.until === undefined) return now(old)
  if (revision !== (old.revision ?? 0)) return refuse({ kind: 'changed' })
  const at = deps.now()
  const agreed = { ...old, revision: revision + 1, consent: { at } }
  const entry = { ...authorship, scope: atSite(site), at, effect: 'agreed', about: space } as const
  const conflict = await deps.lending.changeSpaces(site, [agreed], lending.changes, entry)
  if (conflict) throw new ContentionError(conflict)
  return now(agreed)
}

/** Said twice, it counts once. */
export const agreeToLending = (of: Of, deps: PreviewDeps): Promise<Agreed> =>
  retryContended(() => attempt(of, deps))

type Disagree = Of & {
  /** The first date on which it is no longer lent. */
  readonly from: LocalDate
  readonly reason: string
  /** The mark of the bookings that the owner was told of. */
  readonly seen?: string | undefined
}

/** Like a planned closure that does not end: with notice, and everybody concerned is offered another place. */
export const disagreeToLending = async (
  { from, reason, seen, ...of }: Disagree,
  deps: PreviewDeps,
): Promise<Agreed> => {
  const touched = seen === undefined ? undefined : ({ answer: 'elsewhere', reason, seen } as const)
  const at = deps.now()
  return changeLending(
    {
      ...of,
      touched,
      consent: { at, until: addDays(from, -1) },
      hash: hashOfRequest('disagreement', { from, reason, seen, revision: of.revision }),
      to: ({ site }, old) => {
        if (!old) return refuse({ kind: 'not-found' })
        const { date: today } = localTimeAt(at, site.timeZone)
        const earliestDate = addDays(today, old.limits.takeBackNoticeDays ?? DEFAULT_TAKE_BACK_NOTICE_DAYS)
        if (from < earliestDate) return refuse({ kind: 'notice-too-short', earliestDate })
        return ok({ ...old, openings: openingsUntil(old, from) })
      },
    },
    deps,
  )
}
