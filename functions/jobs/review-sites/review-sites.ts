import type { SiteId } from '../../../shared/domain/ids.ts'
import { faultOf, log } from '../../invocation/log.ts'
import { checkHours, type ReviewDeps, type Reviewed, reviewSite } from '../../use-cases/review-site.ts'

export type ReviewedSite = Reviewed & { readonly site: SiteId }

/** Fewer bookings than this end without asking; more may come from a wrong file of hours. */
const FEW = 10
const LARGEST_SHARE = 0.1

export const lentSites = async ({ directory }: Pick<ReviewDeps, 'directory'>): Promise<SiteId[]> => {
  const { entries } = await directory()
  return entries.filter(({ spaces }) => spaces.length > 0).map(({ id }) => id)
}

/** Finds bookings outside opening hours and changes nothing. */
export const checkSites = async (sites: readonly SiteId[], deps: ReviewDeps): Promise<ReviewedSite[]> => {
  const found: ReviewedSite[] = []
  for (const site of sites) {
    const { active, outside } = await checkHours(site, deps)
    found.push({ site, active, outside })
  }
  return found
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

/** So many bookings outside opening hours that an operator must look first. */
export const isDoubtful = (found: readonly ReviewedSite[]): boolean => {
  const outside = sum(found.map((each) => each.outside.length))
  return outside > Math.max(FEW, LARGEST_SHARE * sum(found.map(({ active }) => active)))
}

/** One failing site does not stop the others; its fault is thrown at the end. */
export const reviewSites = async (sites: readonly SiteId[], deps: ReviewDeps): Promise<void> => {
  const faults: unknown[] = []
  for (const site of sites)
    await reviewSite(site, deps).catch((fault: unknown) => {
      log('error', 'site not reviewed', { site, ...faultOf(fault) })
      faults.push(fault)
    })
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} sites were not reviewed`)
}

/** Throws, and ends nothing, if too many bookings would end. */
export const reviewDaily = async (sites: readonly SiteId[], deps: ReviewDeps): Promise<void> => {
  const found = await checkSites(sites, deps)
  if (isDoubtful(found)) {
    const count = sum(found.map((each) => each.outside.length))
    throw new Error(`${count} bookings lie outside of the hours: check these, then npm run review`)
  }
  await reviewSites(sites, deps)
}
