import { actOnWait, type Doing } from '../../../shared/domain/act.ts'
import type { HolderId, WaitId } from '../../../shared/domain/booking.ts'
import type { DirectoryEntry } from '../../../shared/domain/directory.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import type { Actor } from '../../../shared/domain/rights.ts'
import { isOver, type Wait } from '../../../shared/domain/wait.ts'
import { outcomeOf, type WaitOutcome } from '../../../shared/domain/wait-outcome.ts'
import { ContentionError } from '../../../shared/store/contention.ts'
import { retryContended } from '../../../shared/store/retry.ts'
import { pastUntil } from '../../../shared/store/wait-store.ts'
import type { Dependencies } from '../../dependencies.ts'
import { doingOf } from '../../http/access.ts'

const LAST_RANK = 100
const MOST_LISTED = 100

type Deps = Pick<Dependencies, 'sites' | 'waits' | 'bookings' | 'grants' | 'directory' | 'now'>

/** A wait as its holder sees it. `rank` is that at the first of its sites. */
export type SeenWait = {
  readonly wait: Wait
  readonly status: WaitOutcome | 'over'
  readonly rank?: number
  readonly sites: readonly DirectoryEntry[]
}

const outcomeNow = async (wait: Wait, { bookings, now }: Pick<Deps, 'bookings' | 'now'>): Promise<WaitOutcome> =>
  outcomeOf(wait, wait.booking && (await bookings.findBooking(wait.booking)), now())

export const seeWait = async (wait: Wait, deps: Deps): Promise<SeenWait> => {
  const { sites, waits, directory, now } = deps
  const [nearest] = wait.sites
  const [lent, known] = await Promise.all([nearest && sites.findSite(nearest), directory()])
  const places = wait.sites.map((id) => known.find(id)).filter((each) => each !== undefined)
  if (wait.status !== 'waiting') return { wait, status: await outcomeNow(wait, deps), sites: places }
  if (!lent || isOver(wait, lent.site.timeZone, now())) return { wait, status: 'over', sites: places }
  const before = await waits.countBefore(lent.site.id, wait, LAST_RANK - 1)
  return { wait, status: wait.status, rank: before + 1, sites: places }
}

type Command = { readonly id: WaitId; readonly by: Actor }

/** A wait for who may act on it, and as whom they do; for anybody else it is as absent. */
const findWait = async (
  { id, by, action }: Command & { readonly action: 'read-wait' | 'change-wait' },
  deps: Pick<Deps, 'waits' | 'grants' | 'sites'>,
): Promise<{ readonly wait: Wait; readonly doing: Doing } | undefined> => {
  const wait = await deps.waits.findWait(id)
  const [site] = wait?.sites ?? []
  const doing = wait && (await doingOf(by, action, { owner: wait.holder, bookedBy: wait.bookedBy, site }, deps))
  return doing && { wait, doing }
}

export const readWait = async (command: Command, deps: Deps): Promise<SeenWait | undefined> => {
  const found = await findWait({ ...command, action: 'read-wait' }, deps)
  return found && seeWait(found.wait, deps)
}

/** What the holder waits for from today on. The index lags by some milliseconds: nothing is decided on it. */
export const listWaits = async (holder: HolderId, deps: Deps): Promise<SeenWait[]> => {
  const found = await deps.waits.listWaits(holder, pastUntil(deps.now()), MOST_LISTED)
  return Promise.all(found.filter(({ status }) => status !== 'left').map((wait) => seeWait(wait, deps)))
}

export type LeaveRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'not-waiting'; readonly waitStatus: WaitOutcome }

/** Gives up a wait; again changes nothing. What is offered already is declined as a booking. */
export const leaveWait = (command: Command, deps: Deps): Promise<Result<Wait, LeaveRefusal>> =>
  retryContended(async () => {
    const found = await findWait({ ...command, action: 'change-wait' }, deps)
    if (!found) return refuse({ kind: 'not-found' })
    const { wait, doing } = found
    if (wait.status === 'left') return ok(wait)
    if (wait.status !== 'waiting') return refuse({ kind: 'not-waiting', waitStatus: await outcomeNow(wait, deps) })
    const act = actOnWait(wait, { ...doing, effect: 'left', at: deps.now() })
    const conflict = await deps.waits.leave(wait, act)
    if (conflict) throw new ContentionError(conflict)
    return ok({ ...wait, status: 'left' })
  })
