import type { Booking, BookingId, HolderId, WorkshopId } from '../../shared/domain/booking.ts'
import { type BookingChange, isStanding, ownTimeOf } from '../../shared/domain/booking-change.ts'
import { without, withTakings } from '../../shared/domain/footprint.ts'
import { type Instant, instantAt } from '../../shared/domain/instant.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import { decideOffers, type Offer, type OfferGround } from '../../shared/domain/offer.ts'
import type { SiteId } from '../../shared/domain/site.ts'
import { heldUntil, type Wait } from '../../shared/domain/wait.ts'
import type { Dependencies } from '../dependencies.ts'
import { idOf } from '../http/hash.ts'

export type OfferDeps = Pick<Dependencies, 'bookings' | 'sites' | 'waits' | 'now'>

/** A date of a site, or the seats of a workshop, where places may have come free. */
export type FreedDay = { readonly site: SiteId; readonly date: LocalDate; readonly workshop?: WorkshopId | undefined }

const PAGE = 25
const MOST_PAGES = 8
/** A transaction holds 100 items, an offer needs about seven. */
const MOST_OFFERS = 8

/** The sheets as they will be once the changes are made. */
const groundAfter = async (
  { site, date, workshop }: FreedDay,
  changes: readonly BookingChange[],
  queue: readonly Wait[],
  deps: OfferDeps,
): Promise<OfferGround | undefined> => {
  const holders = [...new Set(queue.map(({ holder }) => holder))]
  const [day, ownSheets] = await Promise.all([
    deps.sites.readDay(site, date, workshop),
    deps.bookings.readOwnSheets(holders, date),
  ])
  if (!day) return undefined
  const standing = (bookings: readonly (Booking | undefined)[]) =>
    bookings.filter((each) => each !== undefined).filter((each) => isStanding(each) && each.date === date)
  const before = standing(changes.map(({ from }) => from))
  const after = standing(changes.map(({ to }) => to))
  const takingsOf = (bookings: readonly Booking[], space: string) =>
    bookings
      .filter((each) => each.site === site)
      .flatMap(({ takings }) => takings.filter((taking) => taking.space === space))
  const ownTimes = (bookings: readonly Booking[], holder: HolderId) =>
    bookings.filter((each) => each.holder === holder).map(ownTimeOf)
  return {
    ...day,
    now: deps.now(),
    sheetOf: (space) => withTakings(without(day.sheetOf(space), takingsOf(before, space)), takingsOf(after, space)),
    ownSheetOf: (holder) =>
      withTakings(without(ownSheets.get(holder) ?? {}, ownTimes(before, holder)), ownTimes(after, holder)),
  }
}

const bookingOf = ({ wait, place }: Offer, { site }: OfferGround, now: Instant): Booking => ({
  ...place,
  id: idOf('offer', wait.id) as BookingId,
  site: site.id,
  revision: 0,
  wait: wait.id,
  ...(wait.workshop && { workshop: wait.workshop }),
  holder: wait.holder,
  use: wait.use,
  channel: wait.channel,
  status: 'offered',
  until: heldUntil(instantAt(place.date, place.start, site.timeZone), now),
  createdAt: now,
})

export type PlannedOffer = { readonly wait: Wait; readonly booking: Booking }

/**
 * Who is offered what, once some changes are made: in the order of asking, passing over whoever does not fit. Looks at
 * so many of a queue at the most, so that its length costs nothing.
 */
export const planOffers = async (
  freed: FreedDay,
  changes: readonly BookingChange[],
  deps: OfferDeps,
): Promise<PlannedOffer[]> => {
  const planned: PlannedOffer[] = []
  let page = await deps.waits.readQueue(freed, PAGE)
  for (let pages = 1; ; pages++) {
    if (page.waits.length === 0) return planned
    const sofar = [...changes, ...planned.map(({ booking }) => ({ to: booking }))]
    const ground = await groundAfter(freed, sofar, page.waits, deps)
    if (!ground) return planned
    const offers = decideOffers(page.waits, ground, MOST_OFFERS - planned.length)
    planned.push(...offers.map((offer) => ({ wait: offer.wait, booking: bookingOf(offer, ground, ground.now) })))
    if (!page.next || planned.length > 0 || pages === MOST_PAGES) return planned
    page = await deps.waits.readQueue(freed, PAGE, page.next)
  }
}
