import type { Booking } from './booking.ts'
import type { BookingDetails } from './booking-details.ts'
import { isOpening } from './door.ts'
import type { BookingId, SpaceId } from './ids.ts'
import { type Instant, instantAt, instantOf, type TimeZone } from './instant.ts'
import { keeperHoursOn } from './key-pickup.ts'
import { addDays, type LocalDate } from './local-date.ts'
import { MINUTES_A_QUARTER, type Quarter } from './quarter.ts'
import { ok, type Result, refuse } from './result.ts'
import type { KeyKeeper } from './space.ts'
import { seatIn } from './workshop.ts'

/** A key that was handed out for a booking and is not back yet. */
export type KeyLoan = {
  readonly booking: BookingId
  readonly space: SpaceId
  readonly date: LocalDate
  readonly outAt: Instant
  readonly dueBack: Instant
}

export type KeyRefusal = { readonly kind: 'key-not-needed' | 'other-key-out' }

type Booked = { readonly date: LocalDate; readonly end: Quarter }
type Where = { readonly departement: string; readonly timeZone: TimeZone }

/** Minutes that people have at least to bring a key back before its keeper closes. */
const WAY_BACK_MINUTES = 15
const MOST_DAYS = 31

/** When the keeper closes for the first time after the booking, with time to get there. */
export const keyDueBack = (
  { date, end }: Booked,
  keeper: Pick<KeyKeeper, 'hours'>,
  where: Where,
): Instant => {
  const earliest = end * MINUTES_A_QUARTER + WAY_BACK_MINUTES
  for (let on = 0; on <= MOST_DAYS; on++) {
    const day = addDays(date, on)
    const open = keeperHoursOn(keeper, day, where).find(([, to]) => on > 0 || to >= earliest)
    if (open) return instantOf({ date: day, minute: open[1] }, where.timeZone)
  }
  return instantAt(addDays(date, 1), end, where.timeZone)
}

export const isOverdue = ({ dueBack }: Pick<KeyLoan, 'dueBack'>, now: Instant): boolean => dueBack < now

/** Whose booking is opened by a key that somebody keeps: the keeper; undefined for all others. */
export const keeperFor = ({
  booking,
  space,
}: Pick<BookingDetails, 'booking' | 'space'>): KeyKeeper | undefined =>
  space?.access.kind === 'key-holder' && isOpening(booking) && !seatIn(booking)
    ? space.access.keeper
    : undefined

/** A booking that has moved since the key went out moves when it is due. */
export const asDue = (
  loan: KeyLoan,
  { booking, space, site }: Pick<BookingDetails, 'booking' | 'space' | 'site'>,
): KeyLoan => {
  const keeper = booking.space === loan.space ? keeperFor({ booking, space }) : undefined
  return keeper ? { ...loan, date: booking.date, dueBack: keyDueBack(booking, keeper, site) } : loan
}

/** Whether the key that is out opens another space than the booking is in now. */
export const isOfOtherSpace = ({ space }: Pick<KeyLoan, 'space'>, booking: Pick<Booking, 'space'>): boolean =>
  space !== booking.space

/** The key can be handed out from the moment of booking until the booking ends. */
export const decideKeyLoan = (
  { booking, space, site }: Pick<BookingDetails, 'booking' | 'space' | 'site'>,
  now: Instant,
): Result<KeyLoan, KeyRefusal> => {
  const keeper = keeperFor({ booking, space })
  if (!keeper || !space || now >= instantAt(booking.date, booking.end, site.timeZone))
    return refuse({ kind: 'key-not-needed' })
  const dueBack = keyDueBack(booking, keeper, site)
  return ok({ booking: booking.id, space: space.id, date: booking.date, outAt: now, dueBack })
}
