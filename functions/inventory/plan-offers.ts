import type { Booking, BookingId, Place } from '../../shared/domain/booking.ts'
import { type BookingChange, isStanding, ownTimesOf } from '../../shared/domain/booking-change.ts'
import { EMPTY_SHEET } from '../../shared/domain/day-sheet.ts'
import { without, withTakings } from '../../shared/domain/footprint.ts'
import { claimByOf } from '../../shared/domain/holding.ts'
import { instantAt } from '../../shared/domain/instant.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import { fitOf, hasRoomFor, isUsedUp, lentOn, type OfferGround, type Waiting } from '../../shared/domain/offer.ts'
import type { SiteId } from '../../shared/domain/site.ts'
import type { SpaceId } from '../../shared/domain/space.ts'
import { type Tally, tallyAfter } from '../../shared/domain/tally.ts'
import { heldUntil, type Wait } from '../../shared/domain/wait.ts'
import type { QueueName } from '../../shared/store/keys.ts'
import { type QueueHead, writesToEnd } from '../../shared/store/wait-item.ts'
import { idOf } from '../http/hash.ts'
import type { InventoryDependencies } from './inventory-dependencies.ts'

/** A date of a site, or the seats of a workshop, where places may have come free. */
export type FreedDay = QueueName

/** `tally`: what fair use was judged on, if it was. */
export type PlannedOffer = { readonly wait: Wait; readonly booking: Booking; readonly tally?: Tally | undefined }

export const changeOf = ({ booking, tally }: PlannedOffer): BookingChange => ({ to: booking, tally })

/** `isWhole` is false when more could be offered than one transaction can hold. */
export type OfferPlan = {
  readonly queue: QueueHead
  readonly offers: readonly PlannedOffer[]
  readonly isWhole: boolean
}

const PAGE = 25
const MOST_PAGES = 8
const MOST_ITEMS = 100
/**
 * What an offer and another change write besides sheets: booking, stand-ins, when to look again, own days, tally, the
 * check of the space, call, act.
 */
const ITEMS_OF_OFFER = 7
const ITEMS_OF_CHANGE = 11

const itemsOfChange = ({ from, to }: BookingChange): number =>
  ITEMS_OF_CHANGE + to.takings.length + (from?.takings.length ?? 0)

const itemsOfOffer = ({ wait, booking }: PlannedOffer): number =>
  ITEMS_OF_OFFER + booking.takings.length + writesToEnd(wait)

/** What a transaction can hold besides some changes, and a queue for each. */
const itemsLeftBeside = (changes: readonly BookingChange[]): number =>
  changes.reduce((left, change) => left - itemsOfChange(change) - 1, MOST_ITEMS - 1)

/** What stands of one date before and after some changes. */
const standingOn = (date: LocalDate, changes: readonly BookingChange[]) => {
  const standing = (bookings: readonly (Booking | undefined)[]) =>
    bookings.filter((each) => each !== undefined).filter((each) => isStanding(each) && each.date === date)
  return { before: standing(changes.map(({ from }) => from)), after: standing(changes.map(({ to }) => to)) }
}

const takingsAt = (site: SiteId, bookings: readonly Booking[]) =>
  bookings.filter((each) => each.site === site).flatMap(({ takings }) => takings)

const sheetsAfter = ({ site, date }: FreedDay, changes: readonly BookingChange[], sheetOf: OfferGround['sheetOf']) => {
  const { before, after } = standingOn(date, changes)
  const [freed, taken] = [takingsAt(site, before), takingsAt(site, after)]
  const of = (space: SpaceId) => (taking: { readonly space: SpaceId }) => taking.space === space
  return (space: SpaceId) => withTakings(without(sheetOf(space), freed.filter(of(space))), taken.filter(of(space)))
}

const waitingAfter = async (
  { holder, date }: Wait,
  { planning, ground }: Round,
  { bookings }: InventoryDependencies,
): Promise<Waiting> => {
  const { changes } = planning
  const { site, lent } = ground()
  const [sheets, members] = await Promise.all([
    bookings.readOwnSheets([holder], date),
    bookings.readMembers([holder], { site: site.id, tallies: lent.some(({ space }) => space.fairUse) }),
  ])
  const { before, after } = standingOn(date, changes)
  const own = (all: readonly Booking[]) => all.filter((each) => each.holder === holder).flatMap(ownTimesOf)
  const { membership, tally } = members.get(holder) ?? {}
  const ownSheet = withTakings(without(sheets.get(holder) ?? EMPTY_SHEET, own(before)), own(after))
  return { ownSheet, membership, tally: tally && tallyAfter(tally, changes) }
}

const claimByFor = (place: Place, { site, lent }: OfferGround): Booking['claimBy'] => {
  const space = lent.find((each) => each.space.id === place.space)?.space
  return space && claimByOf(place, space, site)
}

const bookingOf = (wait: Wait, place: Place, ground: OfferGround): Booking => ({
  ...place,
  id: idOf('offer', wait.id) as BookingId,
  site: ground.site.id,
  revision: 0,
  wait: wait.id,
  ...(wait.workshop && { workshop: wait.workshop }),
  holder: wait.holder,
  ...(wait.bookedBy && { bookedBy: wait.bookedBy }),
  use: wait.use,
  channel: wait.channel,
  status: 'offered',
  until: heldUntil(instantAt(place.date, place.start, ground.site.timeZone), ground.now),
  claimBy: claimByFor(place, ground),
  createdAt: ground.now,
})

type Planning = { readonly changes: BookingChange[]; readonly offers: PlannedOffer[]; items: number }

type Round = { readonly planning: Planning; readonly ground: () => OfferGround }

/** Adds what is offered of a page of the queue; false when one transaction cannot hold more. */
const offerAmong = async (waits: readonly Wait[], round: Round, deps: InventoryDependencies): Promise<boolean> => {
  const { planning, ground } = round
  for (const wait of waits) {
    // Who waits is read only where there is room: most of a long queue has none.
    if (!hasRoomFor(wait, ground())) continue
    const waiting = await waitingAfter(wait, round, deps)
    const place = fitOf(wait, ground(), waiting)
    if (!place) continue
    const offer = { wait, booking: bookingOf(wait, place, ground()), tally: waiting.tally }
    planning.items -= itemsOfOffer(offer)
    if (planning.items < 0) return false
    planning.offers.push(offer)
    planning.changes.push(changeOf(offer))
  }
  return true
}

/**
 * Who is offered what, once some changes are made: in the order of asking, passing over whoever does not fit. Looks no
 * further than needed, and at so many of a queue at the most: its length costs nothing.
 */
export const planOffers = async (
  freed: FreedDay,
  made: readonly BookingChange[],
  deps: InventoryDependencies,
): Promise<OfferPlan> => {
  const { site, date, workshop } = freed
  // Read before the queue and the sheets: whatever changes them afterwards is seen when it is written.
  const queue = await deps.waits.readHead(freed)
  const offers: PlannedOffer[] = []
  if (queue.version === undefined) return { queue, offers, isWhole: true }
  const [first, day] = await Promise.all([deps.waits.readQueue(freed, PAGE), deps.sites.readDay(site, date, workshop)])
  if (!day) return { queue, offers, isWhole: true }
  const planning: Planning = { changes: [...made], offers, items: itemsLeftBeside(made) }
  const served = new Set(made.map(({ to }) => to.wait))
  const [lent, now] = [lentOn(date, day.site, day.spaces), deps.now()]
  const ground = () => ({ ...day, lent, now, sheetOf: sheetsAfter(freed, planning.changes, day.sheetOf) })
  const given = takingsAt(site, standingOn(date, made).before)
  for (let [page, pages] = [first, 1]; ; pages++) {
    const waiting = page.waits.filter(({ id }) => !served.has(id))
    if (!(await offerAmong(waiting, { planning, ground }, deps))) return { queue, offers, isWhole: false }
    if (!page.next || pages === MOST_PAGES || isUsedUp(given, ground().sheetOf)) return { queue, offers, isWhole: true }
    page = await deps.waits.readQueue(freed, PAGE, page.next)
  }
}
