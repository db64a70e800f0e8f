import type { SiteId } from '../../domain/ids.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { beginningWith, type Key, type PartitionRange } from './key.ts'

/** A date before all others. */
export const AT_ONCE = '0000-01-01' as LocalDate

/** From when on a site has to be reviewed, soonest first. */
export const reviewKey = (site: SiteId, from: LocalDate): Key => ({ pk: 'REVIEW', sk: `${from}#${site}` })
export const reviewsUntil = (date: LocalDate): PartitionRange => ({
  pk: 'REVIEW',
  ...beginningWith('0', `${date}#`),
})
export const siteInReview = ({ sk }: Key): SiteId => sk.split('#')[1] as SiteId
