import type { Booking } from '../../shared/domain/booking.ts'
import { isActive } from '../../shared/domain/booking-state.ts'
import type { HolderId, WorkshopId } from '../../shared/domain/ids.ts'
import { placesLeft } from '../../shared/domain/occupancy.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { TravelRefusal } from '../../shared/domain/travel.ts'
import { seatIn, seatsOf, type Workshop } from '../../shared/domain/workshop.ts'
import {
  decideWorkshopEdit,
  isNewToPeople,
  type WorkshopEdit,
  type WorkshopEditRefusal,
} from '../../shared/domain/workshop-edit.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { Handover } from '../../shared/store/workshop-store.ts'
import { authorize } from './authorize.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { readMediatorDay, travelRefusalOn } from './check-travel.ts'
import { endLapsedOn, offerWhatIsFree } from './commit-and-offer.ts'
import { findMediator } from './find-mediator.ts'
import { readWorkshop, type WorkshopDetails } from './read-workshop.ts'

/** `mediator` is a colleague who takes over. */
export type EditWorkshop = {
  readonly id: WorkshopId
  readonly by: Actor
  readonly edit: Omit<WorkshopEdit, 'mediator'> & { readonly mediator?: HolderId }
}

export type EditWorkshopRefusal =
  | WorkshopEditRefusal
  | TravelRefusal
  | { readonly kind: 'not-found' | 'name-missing' | 'holder-busy' }

const handOver = async (
  workshop: Workshop,
  room: Booking,
  colleague: HolderId,
  deps: BookingDependencies,
): Promise<Result<Handover, TravelRefusal | { readonly kind: 'holder-busy' }>> => {
  const day = await readMediatorDay(colleague, workshop, deps)
  if (placesLeft(1, day.occupancy, workshop) < 1) {
    if (await endLapsedOn({ ...workshop, holder: colleague }, deps)) throw new ContentionError('holder-busy')
    return refuse({ kind: 'holder-busy' })
  }
  const tooFar = travelRefusalOn(day, workshop)
  return tooFar ? refuse(tooFar) : ok({ room, ownDayChanges: day.changes })
}

/** The seats that people hold, each to be told. */
const seatsHeldIn = async ({ id, site, date }: Workshop, { bookings }: BookingDependencies) =>
  (await bookings.listSiteBookings(site, date, date)).filter(
    (booking) => isActive(booking) && seatIn(booking) === id,
  )

const attempt = async (
  { id, by, edit }: EditWorkshop,
  deps: BookingDependencies,
): Promise<Result<Workshop, EditWorkshopRefusal>> => {
  const found = await deps.workshops.findWorkshop(id)
  if (!found) return refuse({ kind: 'not-found' })
  const { workshop } = found
  const { site: siteId, date } = workshop
  const authorship = await authorize(by, 'plan-workshops', { site: siteId }, deps)
  if (!authorship) return refuse({ kind: 'not-found' })
  const now = deps.now()
  const [lent, room] = await Promise.all([
    deps.sites.findSiteWithOccupancies(siteId, { from: date, to: date, now }),
    deps.bookings.findBooking(workshop.room),
  ])
  if (!lent || !room) return refuse({ kind: 'not-found' })
  const { mediator: colleague, ...texts } = edit
  const isHandedOver = colleague !== undefined && colleague !== workshop.mediator
  const named = isHandedOver ? await findMediator(colleague, siteId, deps) : undefined
  if (named && !named.ok) return named
  const taken = workshop.seats - placesLeft(workshop.seats, lent.occupancyAt(date, seatsOf(id)), workshop)
  const decision = decideWorkshopEdit(
    workshop,
    { ...texts, mediator: named?.value },
    { site: lent.site, taken, places: room.places, now },
  )
  if (!decision.ok || decision.value === workshop) return decision
  const to = decision.value
  const told = isNewToPeople(workshop, to) ? await seatsHeldIn(workshop, deps) : []
  const handover = named && (await handOver(workshop, room, named.value.id, deps))
  if (handover && !handover.ok) return handover
  const stored = { from: workshop, to, handedOver: handover?.value, told }
  const conflict = await deps.workshops.editWorkshop(stored, { ...authorship, at: now })
  if (conflict) throw new ContentionError(conflict)
  if (to.seats > workshop.seats) await offerWhatIsFree({ site: siteId, date, workshop: id }, deps)
  return ok(to)
}

/**
 * Changes the text or the seats of a planned workshop, or who leads it. People with a seat are told of another
 * title or mediator, by mail or by a call; more seats go to the waitlist first.
 */
export const editWorkshop = async (
  command: EditWorkshop,
  deps: BookingDependencies,
): Promise<Result<WorkshopDetails, EditWorkshopRefusal>> => {
  const result = await retryContended(() => attempt(command, deps))
  if (!result.ok) return result
  const details = await readWorkshop({ id: command.id }, deps)
  return details ? ok(details) : refuse({ kind: 'not-found' })
}
