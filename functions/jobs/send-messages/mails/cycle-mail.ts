import type { Booking } from '../../../../shared/domain/booking.ts'
import type { Site } from '../../../../shared/domain/site.ts'
import type { Workshop } from '../../../../shared/domain/workshop.ts'
import type { Mail, Recipient } from '../mail.ts'
import { addressed } from '../words-in.ts'
import { addressLines, whenIn } from './times.ts'

/** A person’s seats and waits in the workshops of a cycle. */
type BookedCycle = {
  readonly workshop: Workshop
  readonly site: Site
  readonly seats: readonly Booking[]
  readonly waiting: readonly Workshop[]
}

/** To somebody who signed up to a whole cycle. */
export const cycleMail = (
  reader: Recipient,
  { workshop, site, seats, waiting }: BookedCycle,
  origin: string,
): Mail => {
  const { envelope, words, pages } = addressed(reader, origin)
  const { cycle, common, bookings } = words
  const listOf = (dated: readonly Pick<Workshop, 'date' | 'start' | 'end'>[]) =>
    dated.map((each) => `- ${whenIn(common, each)}`)
  return {
    ...envelope,
    subject: cycle.subject(seats.length, site.name),
    says: [
      cycle.dates(workshop.title),
      listOf(seats),
      ...(waiting.length > 0 ? [cycle.waiting, listOf(waiting)] : []),
      [
        ...seats.slice(0, 1).flatMap(common.party),
        ...addressLines(site),
        ...(site.phone ? [bookings.facts.phone(site.phone)] : []),
        ...(workshop.bring ? [common.bring(workshop.bring)] : []),
      ],
    ],
    action: { words: cycle.action, address: `${pages}/mes-reservations` },
  }
}
