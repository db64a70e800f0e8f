import { auditEntryOnWaitlist } from '../../shared/domain/audit-entry.ts'
import type { Authorship } from '../../shared/domain/authorship.ts'
import type { DirectoryEntry } from '../../shared/domain/directory.ts'
import type { HolderId, WaitlistEntryId } from '../../shared/domain/ids.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import { hasExpired, type WaitlistEntry } from '../../shared/domain/waitlist.ts'
import { type WaitlistOutcome, waitlistOutcomeOf } from '../../shared/domain/waitlist-outcome.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import { pastUntil } from '../../shared/store/waitlist-facts.ts'
import type { Dependencies } from '../dependencies.ts'
import { authorize } from './authorize.ts'

const LAST_RANK = 100
const MOST_LISTED = 100

type Deps = Pick<Dependencies, 'sites' | 'waitlist' | 'bookings' | 'grants' | 'directory' | 'now'>

/** `rank` counts at the first of its sites. */
export type WaitlistEntryDetails = {
  readonly wait: WaitlistEntry
  readonly status: WaitlistOutcome | 'over'
  readonly rank?: number
  readonly sites: readonly DirectoryEntry[]
}

const outcomeNow = async (
  wait: WaitlistEntry,
  { bookings, now }: Pick<Deps, 'bookings' | 'now'>,
): Promise<WaitlistOutcome> =>
  waitlistOutcomeOf(wait, wait.booking && (await bookings.findBooking(wait.booking)), now())

export const describeWaitlistEntry = async (
  wait: WaitlistEntry,
  deps: Deps,
): Promise<WaitlistEntryDetails> => {
  const { sites, waitlist, directory, now } = deps
  const [nearest] = wait.sites
  const [lent, known] = await Promise.all([nearest && sites.findSite(nearest), directory()])
  const places = wait.sites.map((id) => known.find(id)).filter((each) => each !== undefined)
  if (wait.status !== 'waiting') return { wait, status: await outcomeNow(wait, deps), sites: places }
  if (!lent || hasExpired(wait, lent.site.timeZone, now())) return { wait, status: 'over', sites: places }
  const before = await waitlist.countBefore(lent.site.id, wait, LAST_RANK - 1)
  return { wait, status: wait.status, rank: before + 1, sites: places }
}

type Command = { readonly id: WaitlistEntryId; readonly by: Actor }

/** People without access do not find the entry. */
const findEntry = async (
  { id, by, action }: Command & { readonly action: 'read-wait' | 'change-wait' },
  deps: Pick<Deps, 'waitlist' | 'grants' | 'sites'>,
): Promise<{ readonly wait: WaitlistEntry; readonly authorship: Authorship } | undefined> => {
  const wait = await deps.waitlist.findEntry(id)
  const [site] = wait?.sites ?? []
  const authorship =
    wait && (await authorize(by, action, { owner: wait.holder, bookedBy: wait.bookedBy, site }, deps))
  return authorship && { wait, authorship }
}

export const readWaitlistEntry = async (
  command: Command,
  deps: Deps,
): Promise<WaitlistEntryDetails | undefined> => {
  const found = await findEntry({ ...command, action: 'read-wait' }, deps)
  return found && describeWaitlistEntry(found.wait, deps)
}

/** From today on. The index lags by milliseconds, so nothing is decided on it. */
export const listWaitlistEntries = async (holder: HolderId, deps: Deps): Promise<WaitlistEntryDetails[]> => {
  const found = await deps.waitlist.listWaitlistEntries(holder, pastUntil(deps.now()), MOST_LISTED)
  return Promise.all(
    found.filter(({ status }) => status !== 'left').map((wait) => describeWaitlistEntry(wait, deps)),
  )
}

export type LeaveRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-waiting'; readonly waitStatus: WaitlistOutcome }

/** Repeating changes nothing. An offer is declined as a booking. */
export const leaveWaitlist = (command: Command, deps: Deps): Promise<Result<WaitlistEntry, LeaveRefusal>> =>
  retryContended(async () => {
    const found = await findEntry({ ...command, action: 'change-wait' }, deps)
    if (!found) return refuse({ kind: 'not-found' })
    const { wait, authorship } = found
    if (wait.status === 'left') return ok(wait)
    if (wait.status !== 'waiting')
      return refuse({ kind: 'not-waiting', waitStatus: await outcomeNow(wait, deps) })
    const auditEntry = auditEntryOnWaitlist(wait, { ...authorship, effect: 'left', at: deps.now() })
    const conflict = await deps.waitlist.leave(wait, auditEntry)
    if (conflict) throw new ContentionError(conflict)
    return ok({ ...wait, status: 'left' })
  })
