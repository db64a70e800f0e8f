import { withAllocations, withoutAllocations } from '../../shared/domain/allocation.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { type BookingChange, holderAllocationsOf } from '../../shared/domain/booking-change.ts'
import { isActive } from '../../shared/domain/booking-state.ts'
import type { SiteId, SpaceId } from '../../shared/domain/ids.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import { EMPTY_OCCUPANCY } from '../../shared/domain/occupancy.ts'
import {
  findSlotFor,
  hasRoomFor,
  isFullAgain,
  lentSpacesOn,
  type OfferFacts,
  type Waiter,
} from '../../shared/domain/offer.ts'
import { waitingAt } from '../../shared/domain/seat-wait.ts'
import { type UsageRecord, usageAfter } from '../../shared/domain/usage.ts'
import { mayBeOffered, type WaitlistEntry } from '../../shared/domain/waitlist.ts'
import type { StoredChange } from '../../shared/store/booking-writes.ts'
import type { WaitlistName } from '../../shared/store/keys/waitlist-keys.ts'
import type { WaitlistHead } from '../../shared/store/waitlist-item.ts'
import { writesToEnd } from '../../shared/store/waitlist-writes.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { offeredTo } from './offered-to.ts'
import { readAppointment } from './read-appointment.ts'

/** A date of a site, or a workshop's seats, that may have free units. */
export type FreedDay = WaitlistName

/** `usage` is the basis of fair use, if it applied; `ownDayChanges` that of one appointment each. */
export type PlannedOffer = {
  readonly wait: WaitlistEntry
  readonly booking: Booking
  readonly usage?: UsageRecord | undefined
  readonly ownDayChanges?: number | undefined
}

export const changeOf = ({ booking, usage, ownDayChanges }: PlannedOffer): StoredChange => ({
  ...{ to: booking, usage, ownDayChanges },
})

/** `isWhole` is false when one transaction cannot hold all offers. */
export type OfferPlan = {
  readonly waitlist: WaitlistHead
  readonly offers: readonly PlannedOffer[]
  readonly isWhole: boolean
}

const PAGE = 25
const MOST_PAGES = 8
const MOST_ITEMS = 100
/**
 * Items of an offer and another change besides occupancies: booking, site index entries, seat, due item, own
 * days, usage record, check of the space, call, audit entry.
 */
const ITEMS_OF_OFFER = 8
const ITEMS_OF_CHANGE = 12

const itemsOfChange = ({ from, to }: BookingChange): number =>
  ITEMS_OF_CHANGE + to.allocations.length + (from?.allocations.length ?? 0)

const itemsOfOffer = ({ wait, booking }: PlannedOffer): number =>
  ITEMS_OF_OFFER + booking.allocations.length + writesToEnd(wait)

/** The transaction's items that are left for offers. */
const itemsLeftBeside = (changes: readonly BookingChange[]): number =>
  changes.reduce((left, change) => left - itemsOfChange(change) - 1, MOST_ITEMS - 1)

const activeOn = (date: LocalDate, changes: readonly BookingChange[]) => {
  const active = (bookings: readonly (Booking | undefined)[]) =>
    bookings.filter((each) => each !== undefined).filter((each) => isActive(each) && each.date === date)
  return { before: active(changes.map(({ from }) => from)), after: active(changes.map(({ to }) => to)) }
}

const allocationsAt = (site: SiteId, bookings: readonly Booking[]) =>
  bookings.filter((each) => each.site === site).flatMap(({ allocations }) => allocations)

const occupanciesAfter = (
  { site, date }: FreedDay,
  changes: readonly BookingChange[],
  occupancyOf: OfferFacts['occupancyOf'],
) => {
  const { before, after } = activeOn(date, changes)
  const [freed, taken] = [allocationsAt(site, before), allocationsAt(site, after)]
  const of = (space: SpaceId) => (allocation: { readonly space: SpaceId }) => allocation.space === space
  return (space: SpaceId) =>
    withAllocations(withoutAllocations(occupancyOf(space), freed.filter(of(space))), taken.filter(of(space)))
}

const waiterAfter = async (
  { holder, date }: WaitlistEntry,
  { planning, facts }: Round,
  { bookings }: BookingDependencies,
): Promise<Waiter> => {
  const { changes } = planning
  const { site, lent } = facts()
  const [occupancies, members] = await Promise.all([
    bookings.readHolderOccupancies([holder], date),
    bookings.readMembers([holder], { site: site.id, usages: lent.some(({ space }) => space.fairUse) }),
  ])
  const { before, after } = activeOn(date, changes)
  const own = (all: readonly Booking[]) =>
    all.filter((each) => each.holder === holder).flatMap(holderAllocationsOf)
  const { membership, usage } = members.get(holder) ?? {}
  const holderOccupancy = withAllocations(
    withoutAllocations(occupancies.get(holder) ?? EMPTY_OCCUPANCY, own(before)),
    own(after),
  )
  return { holderOccupancy, membership, usage: usage && usageAfter(usage, changes) }
}

type Planning = { readonly changes: BookingChange[]; readonly offers: PlannedOffer[]; items: number }

/** `at`: an entry for a seat, with the time that its workshop has now. */
type Round = {
  readonly planning: Planning
  readonly facts: () => OfferFacts
  readonly at: (wait: WaitlistEntry) => WaitlistEntry
}

/** Only who waits for a permanence waits for a part of its time. */
const appointmentOf = async (
  { workshop: id, holder, date, ...wait }: WaitlistEntry,
  deps: BookingDependencies,
) => (id && wait.quarters < wait.end - wait.start ? readAppointment(holder, { id, date }, deps) : undefined)

/** Answers false when the transaction is full. */
const offerAmong = async (
  waits: readonly WaitlistEntry[],
  round: Round,
  deps: BookingDependencies,
): Promise<boolean> => {
  const { planning, facts, at } = round
  for (const stored of waits) {
    const wait = at(stored)
    // Waiting people are read only if a unit is free, which is rare in a long waitlist.
    if (!mayBeOffered(wait, facts().now) || !hasRoomFor(wait, facts())) continue
    const waiter = await waiterAfter(wait, round, deps)
    const slot = findSlotFor(wait, facts(), waiter)
    if (!slot) continue
    const own = await appointmentOf(wait, deps)
    if (own?.seat) continue
    const { ownDayChanges } = own ?? {}
    const booking = offeredTo(wait, slot, facts())
    const offer = { wait: stored, booking, usage: waiter.usage, ownDayChanges }
    planning.items -= itemsOfOffer(offer)
    if (planning.items < 0) return false
    planning.offers.push(offer)
    planning.changes.push(changeOf(offer))
  }
  return true
}

/**
 * Plans offers after some changes, in order of asking, skipping people who do not fit. It reads a bounded
 * part of the waitlist, so that its length costs nothing. `items` of the transaction are left for offers.
 */
export const planOffers = async (
  asked: FreedDay,
  made: readonly BookingChange[],
  deps: BookingDependencies,
  items = itemsLeftBeside(made),
): Promise<OfferPlan> => {
  const { site, workshop } = asked
  // The head is read before occupancies, so that the write notices later changes of either.
  const waitlist = await deps.waitlist.readHead(asked)
  const offers: PlannedOffer[] = []
  if (waitlist.version === undefined) return { waitlist, offers, isWhole: true }
  // It may have moved since somebody began to wait.
  const sitting = workshop && (await deps.workshops.findWorkshop(workshop))?.workshop
  const freed = { ...asked, date: sitting?.date ?? asked.date }
  const { date } = freed
  const [first, day] = await Promise.all([
    deps.waitlist.readWaitlist(freed, PAGE),
    deps.sites.readDay(site, date, workshop),
  ])
  if (!day) return { waitlist, offers, isWhole: true }
  const planning: Planning = { changes: [...made], offers, items }
  const served = new Set(made.map(({ to }) => to.wait))
  const [lent, now] = [lentSpacesOn(date, day.site, day.spaces), deps.now()]
  const facts = () => ({
    ...day,
    lent,
    now,
    occupancyOf: occupanciesAfter(freed, planning.changes, day.occupancyOf),
  })
  const at = (wait: WaitlistEntry) => (sitting ? waitingAt(wait, sitting, day.site) : wait)
  const given = allocationsAt(site, activeOn(date, made).before)
  let page = first
  for (let pages = 1; ; pages++) {
    const waiting = page.waits.filter(({ id }) => !served.has(id))
    if (!(await offerAmong(waiting, { planning, facts, at }, deps)))
      return { waitlist, offers, isWhole: false }
    if (!page.next || pages === MOST_PAGES || isFullAgain(given, facts().occupancyOf))
      return { waitlist, offers, isWhole: true }
    page = await deps.waitlist.readWaitlist(freed, PAGE, page.next)
  }
}
