import type { Context } from 'aws-lambda'
import type { SiteId } from '../../../shared/domain/ids.ts'
import { localTimeAt, UTC } from '../../../shared/domain/instant.ts'
import type { DueReview } from '../../../shared/store/review-store.ts'
import { faultOf, log } from '../../invocation/log.ts'
import { mapAtOnce } from '../../use-cases/at-once.ts'
import type { IsOutOfTime } from '../../use-cases/finish-closure.ts'
import { checkHours, type ReviewDeps, type Reviewed, reviewSite } from '../../use-cases/review-site.ts'

export type ReviewedSite = Reviewed & { readonly site: SiteId }

const AT_ONCE = 16
/** No site begins with less time left. */
const NEEDED_MS = 60_000
/** Fewer bookings than this end without asking; more may come from a wrong file of hours. */
const FEW = 10
const LARGEST_SHARE = 0.1

export const lentSites = async ({ directory }: Pick<ReviewDeps, 'directory'>): Promise<SiteId[]> => {
  const { entries } = await directory()
  return entries.filter(({ spaces }) => spaces.length > 0).map(({ id }) => id)
}

type Done<T> = { readonly done: readonly T[]; readonly faults: readonly unknown[] }

/** A site that fails is logged, and stops no other; those without time are left. */
const atEach = async <T>(
  sites: readonly SiteId[],
  work: (site: SiteId) => Promise<T>,
  isOutOfTime: IsOutOfTime = () => false,
): Promise<Done<T>> => {
  const faults: unknown[] = []
  const done = await mapAtOnce(sites, AT_ONCE, async (site) => {
    if (isOutOfTime()) return []
    try {
      return [await work(site)]
    } catch (fault) {
      log('error', 'site not reviewed', { site, ...faultOf(fault) })
      faults.push(fault)
      return []
    }
  })
  return { done: done.flat(), faults }
}

const check =
  (deps: ReviewDeps) =>
  async (site: SiteId): Promise<ReviewedSite> => {
    const { active, outside } = await checkHours(site, deps)
    return { site, active, outside }
  }

const throwIfAny = (faults: readonly unknown[]): void => {
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} sites were not reviewed`)
}

/** Finds bookings outside opening hours and changes nothing. */
export const checkSites = async (sites: readonly SiteId[], deps: ReviewDeps): Promise<ReviewedSite[]> => {
  const { done, faults } = await atEach(sites, check(deps))
  throwIfAny(faults)
  return [...done]
}

/** One failing site does not stop the others; its fault is thrown at the end. */
export const reviewSites = async (sites: readonly SiteId[], deps: ReviewDeps): Promise<void> =>
  throwIfAny((await atEach(sites, (site) => reviewSite(site, deps))).faults)

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

/** So many bookings outside opening hours that an operator must look first, or else how many there are. */
const countDoubtful = async (
  found: readonly ReviewedSite[],
  deps: ReviewDeps,
): Promise<number | undefined> => {
  const outside = sum(found.map((each) => each.outside.length))
  const enough = outside / LARGEST_SHARE
  let active = sum(found.map((each) => each.active))
  if (outside <= FEW || active >= enough) return undefined
  const counted = new Set(found.map(({ site }) => site))
  const others = (await lentSites(deps)).filter((site) => !counted.has(site))
  await atEach(others, async (site) => {
    if (active < enough) active += (await checkHours(site, deps)).active
  })
  return active >= enough ? undefined : outside
}

const UNHURRIED = { getRemainingTimeInMillis: () => Number.POSITIVE_INFINITY }

/** Half of the time is for looking, so that what was looked at is also dealt with. */
const limitsOf = (context: Pick<Context, 'getRemainingTimeInMillis'>) => {
  const half = context.getRemainingTimeInMillis() / 2
  return {
    toCheck: () => context.getRemainingTimeInMillis() < half,
    toReview: () => context.getRemainingTimeInMillis() < NEEDED_MS,
  }
}

/**
 * Reviews the sites of which something has changed or has become due, side by side. Throws, and ends nothing,
 * if too many bookings would end. A site that fails, or for which no time is left, is still due, and comes with
 * the next run.
 */
export const reviewDue = async (
  deps: ReviewDeps,
  context: Pick<Context, 'getRemainingTimeInMillis'> = UNHURRIED,
): Promise<{ readonly sites: number }> => {
  const isOutOfTime = limitsOf(context)
  const due = await deps.reviews.listDue(localTimeAt(deps.now(), UTC).date)
  const bySite = Map.groupBy(due, ({ site }): SiteId => site)
  const checked = await atEach([...bySite.keys()], check(deps), isOutOfTime.toCheck)
  const doubtful = await countDoubtful(checked.done, deps)
  if (doubtful !== undefined)
    throw new Error(`${doubtful} bookings lie outside of the hours: check these, then npm run review`)
  const reviewed = await atEach(
    checked.done.map(({ site }) => site),
    async (site) => {
      await reviewSite(site, deps)
      const theirs: readonly DueReview[] = bySite.get(site) ?? []
      for (const review of theirs) await deps.reviews.dropDue(review)
      return site
    },
    isOutOfTime.toReview,
  )
  throwIfAny([...checked.faults, ...reviewed.faults])
  const left = bySite.size - reviewed.done.length
  if (left > 0) throw new Error(`no time was left to review ${left} sites`)
  return { sites: bySite.size }
}
