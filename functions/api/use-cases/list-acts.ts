import type { Act } from '../../../shared/domain/act.ts'
import type { HolderId } from '../../../shared/domain/booking.ts'
import { type Instant, instantAt, localTimeAt, type TimeZone } from '../../../shared/domain/instant.ts'
import { addDays, type LocalDate } from '../../../shared/domain/local-date.ts'
import { quarter } from '../../../shared/domain/quarter.ts'
import type { Actor } from '../../../shared/domain/rights.ts'
import type { SiteId } from '../../../shared/domain/site.ts'
import type { Holder } from '../../../shared/store/identity-item.ts'
import type { Dependencies } from '../../dependencies.ts'
import { may } from '../../http/access.ts'

const MOST_ACTS = 100
const DAYS_SHOWN = 30

export type ListActs = {
  readonly site: SiteId
  readonly by: Actor
  readonly from?: LocalDate | undefined
  readonly to?: LocalDate | undefined
  readonly after?: Pick<Act, 'at' | 'about' | 'effect'> | undefined
}

export type ListedActs = {
  readonly acts: readonly Act[]
  readonly people: ReadonlyMap<HolderId, Holder>
  readonly timeZone: TimeZone
  readonly isWhole: boolean
}

type Deps = Pick<Dependencies, 'acts' | 'sites' | 'grants' | 'identities' | 'now'>

/** What was done at a site, latest first, with the names of today; undefined for who may not read it. */
export const listActs = async (command: ListActs, deps: Deps): Promise<ListedActs | undefined> => {
  const { site, by, after } = command
  const [lent, allowed] = await Promise.all([deps.sites.findSite(site), may(by, 'read-audit', { site }, deps)])
  if (!lent || !allowed) return undefined
  const { timeZone } = lent.site
  const to = command.to ?? localTimeAt(deps.now(), timeZone).date
  const from = command.from ?? addDays(to, -DAYS_SHOWN)
  const midnight = (date: LocalDate) => instantAt(date, quarter(0), timeZone)
  const last = (midnight(addDays(to, 1)) - 1) as Instant
  const asked = { from: midnight(from), to: last, after, most: MOST_ACTS }
  // No page of other dates is read on from.
  const isOutside = from > to || (after && (after.at < asked.from || after.at > asked.to))
  const acts = isOutside ? [] : await deps.acts.listActs(site, asked)
  const ids = acts.flatMap((act) => [act.by, act.holder]).filter((id) => id !== undefined && id !== 'system')
  const people = await deps.identities.findHolders([...new Set(ids as HolderId[])])
  return { acts, people, timeZone, isWhole: acts.length < MOST_ACTS }
}
