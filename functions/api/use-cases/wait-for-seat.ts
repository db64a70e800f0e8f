import { actOnWait } from '../../../shared/domain/act.ts'
import type { HolderId, WorkshopId } from '../../../shared/domain/booking.ts'
import { hasStarted } from '../../../shared/domain/booking-change.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import { MOST_WAITS as MOST_WAITS_AT_ONCE, type Wait } from '../../../shared/domain/wait.ts'
import { seatsOf } from '../../../shared/domain/workshop.ts'
import { ContentionError } from '../../../shared/store/contention.ts'
import type { SignedInHolder } from '../../../shared/store/identity-item.ts'
import type { Hash } from '../../../shared/store/keys.ts'
import { retryContended } from '../../../shared/store/retry.ts'
import type { InventoryDependencies as Deps } from '../../inventory/inventory-dependencies.ts'
import { offerWhatIsFree } from '../../inventory/settle.ts'
import { type ActingFor, findActedFor } from './person-acted-for.ts'
import { findSeat, lastWait, MOST_WAITS, type PlacedWorkshop, readWorkshop } from './read-workshop.ts'

export type WaitForSeatRefusal =
  | { readonly kind: 'not-found' | 'key-reused' | 'name-missing' | 'past' | 'workshop-cancelled' }
  | { readonly kind: 'already-signed-up'; readonly booking: string }
  | { readonly kind: 'quota-reached'; readonly rule: 'waits'; readonly limit: number }

type Command = { readonly id: WorkshopId; readonly holder: SignedInHolder }

export type WaitForSeat = Command & {
  /** Whom the holder acts for. */
  readonly acting?: Omit<ActingFor, 'site' | 'by'> | undefined
}

type Joined = { readonly placed: PlacedWorkshop; readonly holder: HolderId }

/** Its number, not a key, makes it one: asking again keeps the rank. */
const NO_REQUEST = '-' as Hash

const join = async (
  { id, holder: by, acting }: WaitForSeat,
  deps: Deps,
): Promise<Result<Joined, WaitForSeatRefusal>> => {
  const placed = await readWorkshop({ id }, deps)
  if (!placed) return refuse({ kind: 'not-found' })
  const { workshop, site } = placed
  const acted = acting && (await findActedFor({ ...acting, site: site.id, by: by.id }, by, deps))
  if (acted && !acted.ok) return acted
  const holder = acted?.value.holder ?? by
  if (!holder.name) return refuse({ kind: 'name-missing' })
  if (workshop.status === 'cancelled') return refuse({ kind: 'workshop-cancelled' })
  if (hasStarted(workshop, site, deps.now())) return refuse({ kind: 'past' })
  const seat = await findSeat(holder.id, workshop, deps)
  if (seat) return refuse({ kind: 'already-signed-up', booking: seat.id })
  const { last, next } = await lastWait(holder.id, id, deps)
  if (last?.status === 'waiting') return ok({ placed, holder: holder.id })
  if (!next) return refuse({ kind: 'quota-reached', rule: 'waits', limit: MOST_WAITS })
  const slot = await deps.waits.findFreeSlot(holder.id, next, deps.now())
  if (slot === undefined) return refuse({ kind: 'quota-reached', rule: 'waits', limit: MOST_WAITS_AT_ONCE })
  const { date, start, end } = workshop
  const wait: Wait = {
    id: next,
    holder: holder.id,
    slot,
    sites: [site.id],
    space: seatsOf(id),
    workshop: id,
    date,
    start,
    end,
    quarters: end - start,
    use: 'desk',
    places: 1,
    channel: acting ? 'counter' : 'web',
    askedAt: deps.now(),
    status: 'waiting',
  }
  const person = acted?.value.isNew ? holder : undefined
  const act = acted && actOnWait(wait, { ...acted.value.doing, effect: 'waited', at: wait.askedAt })
  if (await deps.waits.addWait({ wait, requestHash: NO_REQUEST }, person, act)) throw new ContentionError('changed')
  return ok({ placed, holder: holder.id })
}

/** Puts who is signed in, or whom they act for, at the end of a workshop's queue, once; a seat that is free by then is offered at once. */
export const waitForSeat = async (
  command: WaitForSeat,
  deps: Deps,
): Promise<Result<PlacedWorkshop, WaitForSeatRefusal>> => {
  const joined = await retryContended(() => join(command, deps))
  if (!joined.ok) return joined
  const { placed: asked, holder } = joined.value
  const { site, date, id } = asked.workshop
  await offerWhatIsFree({ site, date, workshop: id }, deps)
  const placed = await readWorkshop({ id, holder }, deps)
  return placed ? ok(placed) : refuse({ kind: 'not-found' })
}

/** Takes who is signed in out of the queue, if they are in it. */
export const stopWaitingForSeat = async ({ id, holder }: Command, deps: Deps): Promise<PlacedWorkshop | undefined> => {
  await retryContended(async () => {
    const { last } = await lastWait(holder.id, id, deps)
    if (last?.status === 'waiting' && (await deps.waits.leave(last))) throw new ContentionError('changed')
  })
  return readWorkshop({ id, holder: holder.id }, deps)
}
