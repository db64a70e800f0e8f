import { type BookingContext, type BookingRequest, decideBooking, type HolderId, type Place } from './booking.ts'
import type { DaySheet } from './day-sheet.ts'
import { type Taking, withTakings } from './footprint.ts'
import { type Membership, publicOn, spaceFor } from './public.ts'
import { addQuarters } from './quarter.ts'
import type { Site } from './site.ts'
import type { Space, SpaceId } from './space.ts'
import type { Tally } from './tally.ts'
import type { Wait } from './wait.ts'

/** A place of a site that is held for somebody who waits for it. */
export type Offer = { readonly wait: Wait; readonly place: Place }

/** What somebody who waits may have: their own day, as whom they book there, and what they have already. */
export type Waiting = {
  readonly ownSheet: DaySheet
  readonly membership?: Membership | undefined
  readonly tally?: Tally | undefined
}

/** One date of a site as it is once what is freed is free. */
export type OfferGround = Pick<BookingContext, 'now'> & {
  readonly site: Site
  readonly spaces: readonly Space[]
  readonly sheetOf: (space: SpaceId) => DaySheet
  readonly waitingOf: (holder: HolderId) => Waiting
}

const requestsOf = (wait: Wait, spaces: readonly Space[]): BookingRequest[] => {
  const { date, use, places, start, end, quarters } = wait
  const wanted = spaces.filter(({ id, uses }) => (wait.space === undefined || wait.space === id) && uses.includes(use))
  const starts = Array.from({ length: Math.max(0, end - start - quarters + 1) }, (_, after) =>
    addQuarters(start, after),
  )
  return starts.flatMap((from) =>
    wanted.map(({ id }) => ({ space: id, date, use, places, start: from, end: addQuarters(from, quarters) })),
  )
}

const firstFit = (wait: Wait, { site, spaces, sheetOf, waitingOf, now }: OfferGround): Place | undefined => {
  const { ownSheet: holderSheet, membership, tally } = waitingOf(wait.holder)
  const met = spaces.map((space) => spaceFor(space, publicOn(membership, wait.date)))
  for (const request of requestsOf(wait, met)) {
    const space = met.find(({ id }) => id === request.space)
    const decision = space && decideBooking(request, { site, space, sheetOf, holderSheet, tally, now })
    if (decision?.ok) return decision.value
  }
  return undefined
}

/** In the order of the queue, whoever fits into what is left; who does not is passed over and keeps their rank. */
export const decideOffers = (queue: readonly Wait[], ground: OfferGround, most: number): Offer[] => {
  const offers: Offer[] = []
  const held: Taking[] = []
  const persons = new Set<string>()
  const taken = (space: SpaceId) => held.filter((taking) => taking.space === space)
  for (const wait of queue) {
    if (offers.length >= most) break
    const person = ground.waitingOf(wait.holder).tally?.person ?? wait.holder
    if (persons.has(person)) continue
    const sheetOf = (space: SpaceId) => withTakings(ground.sheetOf(space), taken(space))
    const place = firstFit(wait, { ...ground, sheetOf })
    if (!place) continue
    persons.add(person)
    offers.push({ wait, place })
    held.push(...place.takings)
  }
  return offers
}
