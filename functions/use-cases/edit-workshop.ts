import type { Authorship } from '../../shared/domain/authorship.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import type { HolderId, WorkshopId } from '../../shared/domain/ids.ts'
import { placesLeft } from '../../shared/domain/occupancy.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { TravelRefusal } from '../../shared/domain/travel.ts'
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
import { readMediatorDay, travelRefusalOn } from './check-travel.ts'
import { endLapsedOn, offerAfterwards, offerWhatIsFree } from './commit-and-offer.ts'
import { findMediator } from './find-mediator.ts'
import { followWorkshop } from './follow-workshop.ts'
import { type MoveWorkshopRefusal, offersOf, planMove, storedOffersOf } from './move-workshop.ts'
import { readWorkshop, type WorkshopDetails } from './read-workshop.ts'
import { readSeated, readWaiting, type Seated, takenOf } from './workshop-people.ts'

/** `mediator` is a colleague who takes over; `releaseBusy` ends seats of people who are busy after a move. */
export type EditWorkshop = {
  readonly id: WorkshopId
  readonly by: Actor
  readonly edit: Omit<WorkshopEdit, 'mediator'> & {
    readonly mediator?: HolderId
    readonly releaseBusy?: true
  }
  readonly act?: CycleAct
}

export type EditWorkshopRefusal =
  | WorkshopEditRefusal
  | MoveWorkshopRefusal
  | { readonly kind: 'name-missing' | 'too-many-people' }

type Known = {
  readonly workshop: Workshop
  readonly room: Booking
  readonly lent: LentSite
  readonly authorship: Authorship
}

/** Undefined for people without access. */
const findKnown = async ({ id, by }: EditWorkshop, deps: BookingDependencies): Promise<Known | undefined> => {
  const found = await deps.workshops.findWorkshop(id)
  if (!found) return undefined
  const { workshop } = found
  const { site } = workshop
  const [authorship, lent, room] = await Promise.all([
    authorize(by, 'plan-workshops', { site }, deps),
    deps.sites.findSite(site),
    deps.bookings.findBooking(workshop.room),
  ])
  return authorship && lent && room && { workshop, room, lent, authorship }
}

const handOver = async (
  { workshop, room, authorship }: Known,
  colleague: HolderId,
  deps: BookingDependencies,
): Promise<Result<StoredEdit['room'], TravelRefusal | { readonly kind: 'holder-busy' }>> => {
  if (colleague === workshop.mediator) return ok(undefined)
  const day = await readMediatorDay(colleague, workshop, deps)
  if (placesLeft(1, day.occupancy, workshop) < 1) {
    if (await endLapsedOn({ ...workshop, holder: colleague }, deps)) throw new ContentionError('holder-busy')
    return refuse({ kind: 'holder-busy' })
  }
  const tooFar = travelRefusalOn(day, workshop)
  if (tooFar) return refuse(tooFar)
  const to = { ...room, holder: colleague, revision: room.revision + 1 }
  return ok({ from: room, to, authorship, ownDayChanges: day.changes })
}

const placesFor = ({ room, lent, workshop }: Known, { space }: EditWorkshop['edit']): number | undefined => {
  if (space === undefined || space === workshop.space || room.use === 'desk') return room.places
  return lent.spaces.find(({ id }) => id === space)?.capacity
}

const decide = async (
  known: Known,
  { mediator: colleague, releaseBusy: _, ...changes }: EditWorkshop['edit'],
  seated: Seated,
  deps: BookingDependencies,
): Promise<Result<Workshop, EditWorkshopRefusal>> => {
  const { workshop, lent } = known
  const isHandedOver = colleague !== undefined && colleague !== workshop.mediator
  const named = isHandedOver ? await findMediator(colleague, workshop.site, deps) : undefined
  if (named && !named.ok) return named
  const places = placesFor(known, changes)
  if (places === undefined) return refuse({ kind: 'not-found' })
  const context = { site: lent.site, taken: takenOf(seated), places, now: deps.now() }
  return decideWorkshopEdit(workshop, { ...changes, mediator: named?.value }, context)
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
  if (isMoved(from, to)) {
    const moving = { ...known, from, to, site: lent.site, seats, releaseBusy: edit.releaseBusy }
    const moved = await planMove(moving, deps)
    return moved.ok ? ok({ ...base, ...moved.value }) : moved
  }
  const room = await handOver(known, to.mediator, deps)
  return room.ok ? ok({ ...base, room: room.value, seats: [], told: isNew ? seats : [] }) : room
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
  const freed = [stored.room, ...stored.seats].flatMap((change) => change?.from ?? [])
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
