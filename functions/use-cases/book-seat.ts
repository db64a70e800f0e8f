import { seatTimesOf } from '../../shared/domain/appointments.ts'
import type { BookingDetails } from '../../shared/domain/booking-details.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import type { BookingId, HolderId, WorkshopId } from '../../shared/domain/ids.ts'
import { openToAllFrom } from '../../shared/domain/newcomers.ts'
import type { Party } from '../../shared/domain/party.ts'
import { formatQuarter, type Quarter } from '../../shared/domain/quarter.ts'
import type { QuarterRange } from '../../shared/domain/quarter-range.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { seatsOf, type Workshop } from '../../shared/domain/workshop.ts'
import { isAtAnotherTime } from '../../shared/domain/workshop-edit.ts'
import type { Dependencies } from '../dependencies.ts'
import type { TellingWrite } from './allowances.ts'
import { type BookSpaceRefusal, bookSpace } from './book-space.ts'
import { signedInFor } from './booked-for.ts'
import { offerWhatIsFree } from './commit-and-offer.ts'
import { type NewcomersFirst, waitsForNewcomers } from './newcomers.ts'
import type { PersonActedFor } from './person-acted-for.ts'
import { readAppointment } from './read-appointment.ts'
import { readBooking } from './read-bookings.ts'
import { findSeat } from './read-workshop.ts'
import type { SessionToken } from './session-token.ts'

export type BookSeat = {
  readonly id: WorkshopId
  readonly party: Party
  readonly person?: PersonActedFor | undefined
  /** Of an appointment. */
  readonly start?: Quarter | undefined
  /** Told with the other dates of its cycle. */
  readonly withCycle?: true
  readonly token: SessionToken
  readonly idempotencyKey: string
}

type Queue = { readonly workshop: WorkshopId; readonly waiting: number; readonly rank: number }

/** `placesLeft`: fewer than were asked for. */
export type BookSeatRefusal =
  | Exclude<BookSpaceRefusal, { kind: 'taken' }>
  | ({ readonly kind: 'taken'; readonly placesLeft: number } & Queue)
  | (NewcomersFirst & Queue)
  | SignedUp
  | NoSuchAppointment
  | { readonly kind: 'workshop-cancelled' }

export type BookedSeat = BookingDetails & { readonly holder: Holder }

const details = async (id: BookingId, holder: HolderId, deps: Dependencies): Promise<BookingDetails> => {
  const found = await readBooking({ id, holder }, deps)
  if (!found) throw new Error('a seat that was booked is gone')
  return found
}

type NoSuchAppointment = { readonly kind: 'no-such-appointment'; readonly starts: readonly string[] }

const timeOf = (workshop: Workshop, start: Quarter | undefined): Result<QuarterRange, NoSuchAppointment> => {
  const wanted = workshop.appointments ? start : (start ?? workshop.start)
  const times = seatTimesOf(workshop)
  const found = times.find((each) => each.start === wanted)
  if (found) return ok(found)
  return refuse({ kind: 'no-such-appointment', starts: times.map((each) => formatQuarter(each.start)) })
}

const holderIn = ({ person, token }: BookSeat): HolderId | undefined => {
  if (!person) return token.holder
  return 'holder' in person ? person.holder : undefined
}

type SignedUp = { readonly kind: 'already-signed-up'; readonly booking: BookingId }

/** By oneself, one takes one appointment of a permanence: others need one too. */
const otherAppointment = async (
  { person, token: { holder } }: BookSeat,
  workshop: Workshop,
  deps: Dependencies,
): Promise<{ readonly ownDayChanges?: number; readonly refusal?: SignedUp | undefined }> => {
  if (person || !workshop.appointments) return {}
  const { ownDayChanges, seat } = await readAppointment(holder, workshop, deps)
  return { ownDayChanges, refusal: seat && { kind: 'already-signed-up', booking: seat.id } }
}

/** Decides once the session has been checked: nobody else learns whether somebody came before. */
const unlessRefused =
  (command: BookSeat, workshop: Workshop, deps: Dependencies): TellingWrite<NewcomersFirst | SignedUp> =>
  async (_, write) => {
    const waits = await waitsForNewcomers(holderIn(command), workshop, deps)
    if (waits) return { kind: 'newcomers-first', openToAllFrom: waits.from }
    const { ownDayChanges, refusal } = await otherAppointment(command, workshop, deps)
    if (!refusal) await write(ownDayChanges)
    return refusal
  }

const explained = async (
  error: BookSpaceRefusal | NewcomersFirst | SignedUp,
  { command, workshop }: { readonly command: BookSeat; readonly workshop: Workshop },
  deps: Dependencies,
): Promise<BookSeatRefusal> => {
  const { site, date, id } = workshop
  if (error.kind === 'not-found') {
    const now = await deps.workshops.findWorkshop(id)
    return { kind: now?.workshop.status === 'cancelled' ? 'workshop-cancelled' : 'not-found' }
  }
  if (error.kind === 'taken' || error.kind === 'newcomers-first') {
    const waiting = await deps.waitlist.countWaiting({ site, date, workshop: id })
    return { ...error, workshop: id, waiting, rank: waiting + 1 }
  }
  const holder = holderIn(command)
  const seat = error.kind === 'holder-busy' && holder && (await findSeat(holder, workshop, deps))
  return seat ? { kind: 'already-signed-up', booking: seat.id } : error
}

/**
 * Books one or two seats for the person who is signed in or acted for. Staff book until the end, others until
 * the start. Before the start, freed seats go to the waitlist first while there is time to answer; afterwards to
 * people on site.
 */
export const bookSeat = async (
  command: BookSeat,
  deps: Dependencies,
): Promise<Result<BookedSeat, BookSeatRefusal>> => {
  const { id, party, person, token, idempotencyKey, withCycle } = command
  const found = await deps.workshops.findWorkshop(id)
  if (!found) return refuse({ kind: 'not-found' })
  const { workshop } = found
  const { site, date } = workshop
  const time = timeOf(workshop, command.start)
  if (!time.ok) return time
  // On the day on which it opens to all, who waits comes before anybody else.
  if (openToAllFrom(workshop)) await offerWhatIsFree({ site, date, workshop: id }, deps)
  const place = { site, space: seatsOf(id), date, ...time.value, use: 'desk', ...party } as const
  const whose = signedInFor(token, { person })
  const booking = { ...place, workshop: id, withCycle, whose, idempotencyKey }
  const result = await bookSpace(booking, deps, unlessRefused(command, workshop, deps))
  if (!result.ok) {
    const now = await deps.workshops.findWorkshop(id)
    // It moved since it was read.
    if (now && isAtAnotherTime(workshop, now.workshop)) return bookSeat(command, deps)
    return refuse(await explained(result.error, { command, workshop }, deps))
  }
  const { booking: booked, holder } = result.value
  return ok({ ...(await details(booked.id, holder.id, deps)), holder })
}
