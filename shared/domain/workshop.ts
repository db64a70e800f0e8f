import { type Appointments, quartersOfSeat } from './appointments.ts'
import type { Booking } from './booking.ts'
import type { BookingRefusal } from './booking-refusal.ts'
import type { BookingContext } from './booking-request.ts'
import { decideBooking } from './decide-booking.ts'
import type { BookingId, CycleId, HolderId, SiteId, SpaceId, WorkshopId } from './ids.ts'
import type { Instant } from './instant.ts'
import type { LocalDate } from './local-date.ts'
import { type CoMediator, type Mediator, presenceOf } from './mediators.ts'
import type { QuarterRange } from './quarter-range.ts'
import { ok, type Result, refuse } from './result.ts'
import { type Access, FREE, NO_BUFFERS, type Space } from './space.ts'
import type { WorkshopLanguage, WorkshopTheme } from './workshop-theme.ts'

export const WORKSHOP_LEVELS = ['beginner', 'intermediate', 'advanced'] as const
export type WorkshopLevel = (typeof WORKSHOP_LEVELS)[number]

export const WORKSHOP_STATUSES = ['planned', 'cancelled'] as const
type WorkshopStatus = (typeof WORKSHOP_STATUSES)[number]

/**
 * `bring`: what people are asked to have with them; `languages`: spoken beside French; `newcomersFirst`: people
 * who came before get what is left. With `appointments` it is a permanence.
 */
export type WorkshopDescription = {
  readonly title: string
  readonly level?: WorkshopLevel | undefined
  readonly theme?: WorkshopTheme | undefined
  readonly description?: string | undefined
  readonly bring?: string | undefined
  readonly languages?: readonly WorkshopLanguage[] | undefined
  readonly newcomersFirst?: true | undefined
  readonly cycle?: CycleId | undefined
  readonly appointments?: Appointments | undefined
}

/** What changed several workshops of a cycle at once, from a date on: people are told once. */
export type CycleAct = { readonly id: string; readonly from: LocalDate }

/** `room`: the mediator's booking of the space; `seats` are for people, at one time; `act` changed it last. */
export type Workshop = QuarterRange &
  WorkshopDescription & {
    readonly id: WorkshopId
    readonly site: SiteId
    readonly departement: string
    readonly space: SpaceId
    readonly date: LocalDate
    readonly mediator: HolderId
    readonly mediatorName: string
    readonly coMediators?: readonly CoMediator[] | undefined
    readonly seats: number
    readonly room: BookingId
    readonly status: WorkshopStatus
    readonly revision: number
    readonly note?: string | undefined
    readonly act?: CycleAct | undefined
    readonly editedAt?: Instant | undefined
    readonly cancelledAt?: Instant | undefined
    readonly createdAt: Instant
  }

const FAR_DAYS = 36_500

/** Whatever opens the room, its mediator is there. */
export const accessOfSeats = ({ mediatorName }: Pick<Workshop, 'mediatorName'>) =>
  ({ kind: 'host', host: { name: mediatorName } }) as const satisfies Access

/** People book, wait for and are offered its seats like places of any other space. */
export const spaceOfWorkshop = (workshop: Workshop): Space => {
  const { id, title, date, start, end, seats } = workshop
  const quarters = quartersOfSeat(workshop)
  return {
    id: seatsOf(id),
    name: title,
    capacity: seats,
    uses: ['desk'],
    workshops: false,
    amenities: [],
    features: [],
    access: accessOfSeats(workshop),
    openings: [
      {
        basis: 'fixed',
        window: { start, end },
        weekdays: [1, 2, 3, 4, 5, 6, 7],
        from: date,
        until: date,
        onHolidays: true,
      },
    ],
    limits: {
      noticeMinutes: 0,
      horizonDays: FAR_DAYS,
      shortestQuarters: quarters,
      longestQuarters: quarters,
      gridQuarters: quarters,
      gridFrom: start,
    },
    buffers: NO_BUFFERS,
    parts: [],
    overlappingSpaces: [],
    price: FREE,
  }
}

export const seatsOf = (workshop: WorkshopId): SpaceId => workshop as string as SpaceId

type Part = Pick<Booking, 'workshop' | 'space'>

export const seatIn = ({ workshop, space }: Part): WorkshopId | undefined =>
  workshop !== undefined && space === seatsOf(workshop) ? workshop : undefined

const PLANNED_DAYS_AHEAD = 400
const SHORTEST_QUARTERS = 2
const LONGEST_QUARTERS = 40

/** Staff plan without notice and up to a year ahead, inside the ordinary openings. */
export const asRoom = (space: Space): Space => ({
  ...space,
  uses: ['desk', 'room'],
  limits: {
    noticeMinutes: 0,
    horizonDays: PLANNED_DAYS_AHEAD,
    shortestQuarters: SHORTEST_QUARTERS,
    longestQuarters: LONGEST_QUARTERS,
  },
})

/** `places` are desks to take; the whole space by default. */
export type WorkshopPlan = QuarterRange &
  WorkshopDescription & {
    readonly id: WorkshopId
    readonly room: BookingId
    readonly date: LocalDate
    readonly seats: number
    readonly places?: number | undefined
    readonly mediator: Mediator
    readonly coMediators?: readonly CoMediator[] | undefined
  }

export type WorkshopRefusal = BookingRefusal | { readonly kind: 'no-workshops' }

/** `opensToAllAt`: when people who came before are offered what is left. */
export type PlannedWorkshop = {
  readonly workshop: Workshop
  readonly room: Booking
  readonly presences: readonly Booking[]
  readonly opensToAllAt?: Instant | undefined
}

export const decideWorkshop = (
  plan: WorkshopPlan,
  context: BookingContext,
): Result<PlannedWorkshop, WorkshopRefusal> => {
  const { places, mediator, room: roomId, ...words } = plan
  const { site, space, now } = context
  if (!space.workshops) return refuse({ kind: 'no-workshops' })
  const capacity = places ?? space.capacity
  if (plan.seats > capacity) return refuse({ kind: 'too-many-places', capacity })
  const use = places === undefined ? 'room' : 'desk'
  const request = { ...plan, space: space.id, use, places: capacity } as const
  const decision = decideBooking(request, { ...context, space: asRoom(space) })
  if (!decision.ok) return decision
  const room: Booking = {
    ...decision.value,
    id: roomId,
    site: site.id,
    revision: 0,
    workshop: plan.id,
    holder: mediator.id,
    use,
    channel: 'web',
    status: 'confirmed',
    createdAt: now,
  }
  const workshop: Workshop = {
    ...words,
    site: site.id,
    departement: site.departement,
    space: space.id,
    mediator: mediator.id,
    mediatorName: mediator.name,
    room: roomId,
    status: 'planned',
    revision: 0,
    createdAt: now,
  }
  const presences = (plan.coMediators ?? []).map((each) => presenceOf(room, each))
  return ok({ workshop, room, presences })
}
