import type { Booking } from '../../shared/domain/booking.ts'
import { hasStarted } from '../../shared/domain/booking-state.ts'
import type { SignedInHolder } from '../../shared/domain/holder.ts'
import type { CycleId } from '../../shared/domain/ids.ts'
import type { Party } from '../../shared/domain/party.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Workshop } from '../../shared/domain/workshop.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { Dependencies } from '../dependencies.ts'
import { type BookSeatRefusal, bookSeat } from './book-seat.ts'
import { type JoinWorkshopWaitlistRefusal, joinWorkshopWaitlist } from './join-workshop-waitlist.ts'
import type { PersonActedFor } from './person-acted-for.ts'
import { listCycle } from './read-cycle.ts'
import type { SessionToken } from './session-token.ts'
import { checkTime, startSeriesRun } from './try-dates.ts'

export type BookCycle = {
  readonly id: CycleId
  readonly party: Party
  readonly person?: PersonActedFor | undefined
  readonly holder: SignedInHolder
  readonly token: SessionToken
  readonly idempotencyKey: string
}

const WHOLE = ['signed-out', 'not-found', 'name-missing', 'key-reused'] as const
type Refusal = BookSeatRefusal | JoinWorkshopWaitlistRefusal
type WholeRefusal = Extract<Refusal, { kind: (typeof WHOLE)[number] }>

const isWhole = (refusal: Refusal): refusal is WholeRefusal => WHOLE.some((kind) => kind === refusal.kind)

/** A date of a cycle: a seat, a rank on its waitlist, or why neither. */
type CycleSeat = {
  readonly workshop: Workshop
  readonly party: Party
  readonly booking?: Booking | undefined
  readonly rank?: number | undefined
  readonly refusal?: Exclude<Refusal, WholeRefusal> | undefined
}

export type BookedCycle = {
  readonly id: CycleId
  readonly title: string
  readonly seats: readonly CycleSeat[]
}

const outcomeOf = (refusal: Refusal): Result<Omit<CycleSeat, 'workshop' | 'party'>, WholeRefusal> =>
  isWhole(refusal) ? refuse(refusal) : ok({ refusal })

const waitIn = async (workshop: Workshop, command: BookCycle, deps: Dependencies) => {
  const { person, holder, party, idempotencyKey } = command
  const acting = person && { person, idempotencyKey }
  const result = await joinWorkshopWaitlist({ id: workshop.id, holder, party, acting, withCycle: true }, deps)
  if (!result.ok) return outcomeOf(result.error)
  const { mine } = result.value
  if (!mine) return ok({})
  return ok('rank' in mine ? { rank: mine.rank } : { booking: mine.seat })
}

/** The same key names the same new person on each date. */
const signUpTo = async (workshop: Workshop, command: BookCycle, deps: Dependencies) => {
  const result = await bookSeat({ ...command, id: workshop.id, withCycle: true }, deps)
  if (result.ok) return ok({ booking: result.value.booking })
  const { error } = result
  if (error.kind === 'taken' || error.kind === 'newcomers-first') return waitIn(workshop, command, deps)
  const booking = error.kind === 'already-signed-up' && (await deps.bookings.findBooking(error.booking))
  return booking ? ok({ booking }) : outcomeOf(error)
}

const datesToCome = async (id: CycleId, deps: Dependencies): Promise<Workshop[]> =>
  (await deps.workshops.readSeated(await listCycle(id, deps)))
    .filter(({ workshop: { status, appointments } }) => status === 'planned' && !appointments)
    .filter(({ workshop, site }) => !hasStarted(workshop, site, deps.now()))
    .map(({ workshop }) => workshop)

/** One of the bookings tells of all of them; what was told before is not told again. */
const tellCycle = async (seats: readonly CycleSeat[], deps: Dependencies): Promise<void> => {
  const ids = seats.flatMap(({ booking }) => (booking?.withCycle ? booking.id : []))
  const tell = async () => {
    const found = (await Promise.all(ids.map((id) => deps.bookings.findBooking(id)))).flatMap(
      (each) => each ?? [],
    )
    const toldAt = Math.max(0, ...found.map(({ cycleToldAt = 0 }) => cycleToldAt))
    const last = found.findLast(({ status, createdAt }) => status === 'confirmed' && createdAt > toldAt)
    if (!last) return
    const to = { ...last, cycleToldAt: deps.now(), revision: last.revision + 1 }
    const conflict = await deps.bookings.change([{ from: last, to }], deps.now())
    if (conflict) throw new ContentionError(conflict)
  }
  // Answered as busy, it is asked again: the seats are taken, and repeating tells of them.
  if (ids.length > 0) await retryContended(tell)
}

/**
 * Signs up to each date of a cycle to come, one by one, soonest first, and waits where it is full. Dates that
 * the person has already stay as they are; the same Idempotency-Key finishes what was stopped. Throws
 * ContentionError when time runs out.
 */
export const bookCycle = async (
  command: BookCycle,
  deps: Dependencies,
): Promise<Result<BookedCycle, WholeRefusal>> => {
  const run = startSeriesRun(undefined)
  const workshops = await datesToCome(command.id, deps)
  const [first] = workshops
  if (!first) return refuse({ kind: 'not-found' })
  const seats: CycleSeat[] = []
  try {
    for (const workshop of workshops) {
      checkTime(run)
      const outcome = await signUpTo(workshop, command, deps)
      if (!outcome.ok) return outcome
      seats.push({ workshop, party: command.party, ...outcome.value })
    }
  } finally {
    await tellCycle(seats, deps)
  }
  return ok({ id: command.id, title: first.title, seats })
}
