import type { Act } from '../../../shared/domain/act.ts'
import type { HolderId } from '../../../shared/domain/booking.ts'
import { type Instant, instantAt, localTimeAt, type TimeZone } from '../../../shared/domain/instant.ts'
import { givingOf, leastOf } from '../../../shared/domain/invitation.ts'
import { addDays, type LocalDate } from '../../../shared/domain/local-date.ts'
import { quarter } from '../../../shared/domain/quarter.ts'
import { cutoffOf } from '../../../shared/domain/retention.ts'
import type { Actor, Scope } from '../../../shared/domain/rights.ts'
import { territoryOf } from '../../../shared/domain/territory.ts'
import type { Holder } from '../../../shared/store/identity-item.ts'
import type { ActName } from '../../../shared/store/privacy-keys.ts'
import type { Dependencies } from '../../dependencies.ts'
import { doingIn } from './act-in-scope.ts'

const MOST_ACTS = 100
const DAYS_SHOWN = 30

export type ListActs = {
  readonly scope: Scope
  readonly by: Actor
  readonly from?: LocalDate | undefined
  readonly to?: LocalDate | undefined
  readonly after?: ActName | undefined
}

/** `kept`: the first date of which anything is kept. */
export type ListedActs = Record<'from' | 'to' | 'kept', LocalDate> & {
  readonly acts: readonly Act[]
  readonly people: ReadonlyMap<HolderId, Holder>
  readonly timeZone: TimeZone
  readonly isWhole: boolean
}

type Deps = Pick<Dependencies, 'acts' | 'sites' | 'grants' | 'identities' | 'now'>

/** On whose clock days begin. */
const zoneOf = async (scope: Scope, { sites }: Deps): Promise<TimeZone> => {
  const site = scope.kind === 'site' ? await sites.findPlace(scope.site) : undefined
  return site?.timeZone ?? territoryOf(scope.kind === 'departement' ? scope.departement : '').timeZone
}

/** Beyond its sites, a scope's trail is for those who give rights there. */
const readingOf = (scope: Scope) => (scope.kind === 'site' ? 'read-audit' : givingOf(leastOf(scope)))

const isSomebody = (id: Act['by'] | undefined): id is HolderId =>
  id !== undefined && id !== 'system' && id !== 'operator'

/** What was done in a scope, latest first, with the names of today; undefined for who may not read it. */
export const listActs = async (command: ListActs, deps: Deps): Promise<ListedActs | undefined> => {
  const { scope, by, after } = command
  if (!(await doingIn(by, readingOf(scope), scope, deps))) return undefined
  const timeZone = await zoneOf(scope, deps)
  const now = deps.now()
  const dateAt = (at: Instant) => localTimeAt(at, timeZone).date
  const to = command.to ?? dateAt(now)
  const kept = dateAt(cutoffOf(now))
  const asOf = command.from ?? addDays(to, -DAYS_SHOWN)
  const from = asOf < kept ? kept : asOf
  const midnight = (date: LocalDate) => instantAt(date, quarter(0), timeZone)
  const last = (midnight(addDays(to, 1)) - 1) as Instant
  const asked = { from: midnight(from), to: last, after, most: MOST_ACTS + 1 }
  // No page of other dates is read on from.
  const isOutside = from > to || (after && (after.at < asked.from || after.at > asked.to))
  const found = isOutside ? [] : await deps.acts.listActs(scope, asked)
  const acts = found.slice(0, MOST_ACTS)
  const ids = acts.flatMap(({ by, holder }) => [by, holder]).filter(isSomebody)
  const people = await deps.identities.findHolders([...new Set(ids)])
  return { acts, people, timeZone, from, to, kept, isWhole: found.length <= MOST_ACTS }
}
