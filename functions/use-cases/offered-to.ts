import type { Booking, Slot } from '../../shared/domain/booking.ts'
import { claimByOf } from '../../shared/domain/hold-terms.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import { instantAt } from '../../shared/domain/instant.ts'
import type { OfferFacts } from '../../shared/domain/offer.ts'
import { wordsOfParty } from '../../shared/domain/party.ts'
import { heldUntil, type WaitlistEntry } from '../../shared/domain/waitlist.ts'
import { idOf } from './hash.ts'

const claimByFor = (slot: Slot, { site, lent }: OfferFacts): Booking['claimBy'] => {
  const space = lent.find((each) => each.space.id === slot.space)?.space
  return space && claimByOf(slot, space, site)
}

/** The booking that holds a slot for who waits. */
export const offeredTo = (wait: WaitlistEntry, slot: Slot, facts: OfferFacts): Booking => ({
  ...slot,
  id: idOf('offer', wait.id) as BookingId,
  site: facts.site.id,
  revision: 0,
  wait: wait.id,
  ...(wait.workshop && { workshop: wait.workshop }),
  holder: wait.holder,
  ...(wait.bookedBy && { bookedBy: wait.bookedBy }),
  ...wordsOfParty(wait),
  use: wait.use,
  channel: wait.channel,
  status: 'offered',
  until: heldUntil(instantAt(slot.date, slot.start, facts.site.timeZone), facts.now),
  claimBy: claimByFor(slot, facts),
  createdAt: facts.now,
})
