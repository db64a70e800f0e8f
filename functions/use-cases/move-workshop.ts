import { isSameAllocations } from '../../shared/domain/allocation.ts'
import { seatTimesAfter } from '../../shared/domain/appointments.ts'
import type { Authorship } from '../../shared/domain/authorship.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { opensToAllAt } from '../../shared/domain/newcomers.ts'
import type { QuarterRange } from '../../shared/domain/quarter-range.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { TravelRefusal } from '../../shared/domain/travel.ts'
import type { Workshop, WorkshopRefusal } from '../../shared/domain/workshop.ts'
import { isAtAnotherTime } from '../../shared/domain/workshop-edit.ts'
import {
  decideRoomMove,
  endedSeat,
  isBusyThen,
  movedSeat,
  ownDayWithout,
} from '../../shared/domain/workshop-move.ts'
import type { StoredChange } from '../../shared/store/booking-writes.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import type { StoredEdit } from '../../shared/store/workshop-edit-writes.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { readMediatorDay, travelRefusalOn } from './check-travel.ts'
import { endLapsedOn } from './commit-and-offer.ts'
import type { PresenceRefusal } from './decide-presence.ts'
import { explainRefusal, type InTheWay } from './explain-refusal.ts'
import { ownOf, planPresences } from './lead-workshop.ts'
import { changeOf, type OfferPlan, planOffers } from './plan-offers.ts'

/** `releaseBusy` ends the seats of people who have something else then. */
export type Moving = {
  readonly from: Workshop
  readonly to: Workshop
  readonly site: Site
  readonly room: Booking
  readonly presences: readonly Booking[]
  readonly authorship: Authorship
  readonly seats: readonly Booking[]
  readonly releaseBusy?: true | undefined
}

export type MoveWorkshopRefusal =
  | WorkshopRefusal
  | TravelRefusal
  | PresenceRefusal
  | { readonly kind: 'not-found' | 'appointments-left-out' }
  | { readonly kind: 'people-busy'; readonly people: number }

type Refused = { readonly ok: false; readonly error: MoveWorkshopRefusal }

const moveRoom = async (
  { to, room, presences, authorship }: Moving,
  deps: BookingDependencies,
): Promise<{ readonly ok: true; readonly value: StoredChange } | Refused> => {
  const [day, mediatorDay] = await Promise.all([
    deps.sites.readDay(to.site, to.date),
    readMediatorDay(to.mediator, to, deps),
  ])
  const space = day?.spaces.find(({ id }) => id === to.space)
  if (!day || !space) return refuse({ kind: 'not-found' })
  const { changes: ownDayChanges } = mediatorDay
  const own = ownOf(to.mediator, { presences })
  const holderOccupancy = own ? ownDayWithout(mediatorDay.occupancy, own, to) : mediatorDay.occupancy
  const context = { ...day, space, holderOccupancy, usage: undefined, now: deps.now() }
  const decision = decideRoomMove(room, to, context)
  if (!decision.ok) {
    const mayDecideOtherwise = {
      isStale: async () => (await deps.bookings.findBooking(room.id))?.revision !== room.revision,
      freeLapsed: (refused: InTheWay) => endLapsedOn({ ...to, holder: to.mediator, refused }, deps),
    }
    return refuse(await explainRefusal(decision.error, to, mayDecideOtherwise, deps))
  }
  const tooFar = travelRefusalOn(mediatorDay, to)
  return tooFar ? refuse(tooFar) : ok({ from: room, to: decision.value, authorship, ownDayChanges })
}

type MovedSeats = Pick<StoredEdit, 'seats' | 'told'>

const isThen = (seat: Booking, then: QuarterRange & Pick<Booking, 'date'>): boolean =>
  seat.date === then.date && seat.start === then.start && seat.end === then.end

/** Throws ContentionError once requests or offers that nobody answered are ended. */
const moveSeats = async (
  { from, to, site, seats: all, releaseBusy }: Moving,
  deps: BookingDependencies,
): Promise<{ readonly ok: true; readonly value: MovedSeats } | Refused> => {
  if (!isAtAnotherTime(from, to)) return ok({ seats: [], told: all })
  const timeAfter = seatTimesAfter(from, to, all)
  if (!timeAfter) return refuse({ kind: 'appointments-left-out' })
  const after = (seat: Booking) => ({ ...timeAfter(seat), date: to.date, seats: to.seats })
  const told = all.filter((seat) => isThen(seat, after(seat)))
  const seats = all.filter((seat) => !told.includes(seat))
  const days = await deps.bookings.readHolderOccupancies(
    [...new Set(seats.map(({ holder }) => holder))],
    to.date,
  )
  const busy = new Set(seats.filter((seat) => isBusyThen(seat, days.get(seat.holder) ?? {}, after(seat))))
  for (const { holder } of busy)
    if (await endLapsedOn({ site: to.site, date: to.date, holder }, deps)) throw new ContentionError('lapsed')
  if (busy.size > 0 && !releaseBusy) return refuse({ kind: 'people-busy', people: busy.size })
  const moved = seats.map((seat) => ({
    ...{ from: seat, to: busy.has(seat) ? endedSeat(seat) : movedSeat(seat, after(seat), site) },
  }))
  return ok({ seats: moved, told })
}

export type Moved = Pick<StoredEdit, 'presences' | 'seats' | 'told' | 'opensToAllAt'> & {
  readonly room: StoredChange
}

/** The room, and the seats of people, at the new time and place. */
export const planMove = async (
  moving: Moving,
  deps: BookingDependencies,
): Promise<Result<Moved, MoveWorkshopRefusal>> => {
  const room = await moveRoom(moving, deps)
  if (!room.ok) return room
  const presences = await planPresences(moving, room.value.to, deps)
  if (!presences.ok) return presences
  const seats = await moveSeats(moving, deps)
  if (!seats.ok) return seats
  const { from, to, site } = moving
  const opens = from.date === to.date ? undefined : opensToAllAt(to, site)
  return ok({ room: room.value, presences: presences.value, ...seats.value, opensToAllAt: opens })
}

/** Of the transaction, besides people: workshop, lists, room, counters, entries. */
const ITEMS_OF_ROOM = 30
const ITEMS_OF_PERSON = 6
const MOST_ITEMS = 100

/** Offers of the room that is left, as far as the transaction has room for them. */
export const offersOf = async (
  { from, room, presences, seats, waiting }: StoredEdit,
  deps: BookingDependencies,
): Promise<readonly OfferPlan[]> => {
  if (!room?.from || isSameAllocations(room.from.allocations, room.to.allocations)) return []
  const people = presences.length + seats.length + (waiting?.waits.length ?? 0)
  const items = MOST_ITEMS - ITEMS_OF_ROOM - ITEMS_OF_PERSON * people
  return [await planOffers({ site: from.site, date: from.date }, [room, ...presences, ...seats], deps, items)]
}

export const storedOffersOf = (plans: readonly OfferPlan[]): StoredEdit['offers'] =>
  plans.length === 0
    ? undefined
    : {
        changes: plans.flatMap(({ offers }) => offers.map(changeOf)),
        fulfilments: {
          waitlists: plans.map(({ waitlist }) => waitlist),
          served: plans.flatMap(({ offers }) =>
            offers.map(({ wait, booking }) => ({ wait, booking: booking.id })),
          ),
        },
      }
