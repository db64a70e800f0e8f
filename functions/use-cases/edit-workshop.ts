import type { Authorship } from '../../shared/domain/authorship.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import type { HolderId, WorkshopId } from '../../shared/domain/ids.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { CycleAct, Workshop } from '../../shared/domain/workshop.ts'
import {
  decideWorkshopEdit,
  isMoved,
  isNewToPeople,
  type WorkshopEdit,
  type WorkshopEditRefusal,
} from '../../shared/domain/workshop-edit.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import type { StoredEdit } from '../../shared/store/workshop-edit-writes.ts'
import { authorize } from './authorize.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { offerAfterwards, offerWhatIsFree } from './commit-and-offer.ts'
import { decidePresence, type PresenceRefusal } from './decide-presence.ts'
import { followWorkshop } from './follow-workshop.ts'
import { findLeading, ownOf, planPresences } from './lead-workshop.ts'
import { type MoveWorkshopRefusal, offersOf, planMove, storedOffersOf } from './move-workshop.ts'
import { readWorkshop, type WorkshopDetails } from './read-workshop.ts'
import { readSeated, readWaiting, type Seated, takenOf } from './workshop-people.ts'

/** `mediators` are all who lead it from now on; `releaseBusy` ends seats of people who are busy after a move. */
export type EditWorkshop = {
  readonly id: WorkshopId
  readonly by: Actor
  readonly edit: Omit<WorkshopEdit, 'mediators'> & {
    readonly mediators?: readonly HolderId[]
    readonly releaseBusy?: true
  }
  readonly act?: CycleAct
}

export type EditWorkshopRefusal =
  | WorkshopEditRefusal
  | MoveWorkshopRefusal
  | PresenceRefusal
  | { readonly kind: 'name-missing' | 'too-many-people' }

type Known = {
  readonly workshop: Workshop
  readonly room: Booking
  readonly presences: readonly Booking[]
  readonly lent: LentSite
  readonly authorship: Authorship
}

/** Undefined for people without access. */
const findKnown = async ({ id, by }: EditWorkshop, deps: BookingDependencies): Promise<Known | undefined> => {
  const found = await deps.workshops.findWorkshop(id)
  if (!found) return undefined
  const { workshop } = found
  const { site } = workshop
  const [authorship, lent, room, ...presences] = await Promise.all([
    authorize(by, 'plan-workshops', { site }, deps),
    deps.sites.findSite(site),
    ...[workshop.room, ...(workshop.coMediators ?? []).map(({ presence }) => presence)].map(
      deps.bookings.findBooking,
    ),
  ])
  if (!authorship || !lent || !room) return undefined
  return { workshop, room, presences: presences.filter((each) => each !== undefined), lent, authorship }
}

/** Its room passes to who leads it first from now on. */
const handOver = async (
  { workshop, room, presences, authorship }: Known,
  { mediator: id, mediatorName: name }: Workshop,
  deps: BookingDependencies,
): Promise<Result<StoredEdit['room'], PresenceRefusal>> => {
  if (id === workshop.mediator) return ok(undefined)
  const can = await decidePresence({ id, name }, workshop, { own: ownOf(id, { presences }) }, deps)
  if (!can.ok) return can
  const to = { ...room, holder: id, revision: room.revision + 1 }
  return ok({ from: room, to, authorship, ownDayChanges: can.value })
}

const placesFor = ({ room, lent, workshop }: Known, { space }: EditWorkshop['edit']): number | undefined => {
  if (space === undefined || space === workshop.space || room.use === 'desk') return room.places
  return lent.spaces.find(({ id }) => id === space)?.capacity
}

const decide = async (
  known: Known,
  { mediators, releaseBusy: _, ...changes }: EditWorkshop['edit'],
  seated: Seated,
  deps: BookingDependencies,
): Promise<Result<Workshop, EditWorkshopRefusal>> => {
  const { workshop, lent } = known
  const leading = mediators && (await findLeading(mediators, workshop, deps))
  if (leading && !leading.ok) return leading
  const places = placesFor(known, changes)
  if (places === undefined) return refuse({ kind: 'not-found' })
  const context = { site: lent.site, taken: takenOf(seated), places, now: deps.now() }
  return decideWorkshopEdit(workshop, { ...changes, mediators: leading?.value }, context)
}

const planEdit = async (
  known: Known,
  to: Workshop,
  { edit, seated }: { readonly edit: EditWorkshop['edit']; readonly seated: Seated },
  deps: BookingDependencies,
): Promise<Result<StoredEdit, EditWorkshopRefusal>> => {
  const { workshop: from, lent } = known
  const { seats, seatsChanges, head } = seated
  const isNew = isNewToPeople(from, to)
  const waiting = isNew ? { head, waits: await readWaiting(from, deps) } : undefined
  const base = { from, to, seatsChanges, waiting }
  const moving = { ...known, from, to, site: lent.site, seats, releaseBusy: edit.releaseBusy }
  if (isMoved(from, to)) {
    const moved = await planMove(moving, deps)
    return moved.ok ? ok({ ...base, ...moved.value }) : moved
  }
  const room = await handOver(known, to, deps)
  if (!room.ok) return room
  const presences = await planPresences(moving, known.room, deps)
  if (!presences.ok) return presences
  return ok({ ...base, room: room.value, presences: presences.value, seats: [], told: isNew ? seats : [] })
}

/** Answers false when there are too many people for one transaction. */
const write = async (
  stored: StoredEdit,
  { authorship }: Known,
  deps: BookingDependencies,
): Promise<boolean> => {
  const done = { ...authorship, at: deps.now() }
  let plans = await offersOf(stored, deps)
  let conflict = await deps.workshops.editWorkshop({ ...stored, offers: storedOffersOf(plans) }, done)
  if (conflict === 'too-large' && plans.some(({ offers }) => offers.length > 0)) {
    plans = plans.map((plan) => ({ ...plan, isWhole: false }))
    conflict = await deps.workshops.editWorkshop(stored, done)
  }
  if (conflict === 'too-large') return false
  if (conflict) throw new ContentionError(conflict)
  const freed = [stored.room, ...stored.presences, ...stored.seats].flatMap((change) => change?.from ?? [])
  await offerAfterwards(plans, freed, deps)
  return true
}

const attempt = async (
  command: EditWorkshop,
  deps: BookingDependencies,
): Promise<Result<Workshop, EditWorkshopRefusal>> => {
  const { edit } = command
  const known = await findKnown(command, deps)
  if (!known) return refuse({ kind: 'not-found' })
  const seated = await readSeated(known.workshop, deps)
  const decision = await decide(known, edit, seated, deps)
  if (!decision.ok || decision.value === known.workshop) return decision
  const to = { ...decision.value, act: command.act }
  const planned = await planEdit(known, to, { edit, seated }, deps)
  if (!planned.ok) return planned
  return (await write(planned.value, known, deps)) ? ok(to) : refuse({ kind: 'too-many-people' })
}

/**
 * Changes a planned workshop: its text, its seats, who leads it, its time or its room. People keep their seats and
 * their rank, and learn what is new by mail or by a call; free seats go to the waitlist first. Sent again, it does
 * what is left to do.
 */
export const editWorkshop = async (
  command: EditWorkshop,
  deps: BookingDependencies,
): Promise<Result<WorkshopDetails, EditWorkshopRefusal>> => {
  const result = await retryContended(() => attempt(command, deps))
  if (!result.ok) return result
  const { site, date, id: workshop } = result.value
  await followWorkshop(workshop, deps)
  await offerWhatIsFree({ site, date, workshop }, deps)
  const details = await readWorkshop({ id: workshop }, deps)
  return details ? ok(details) : refuse({ kind: 'not-found' })
}
