import type { Booking } from '../domain/booking.ts'
import type { BookingChange } from '../domain/booking-change.ts'
import { isActive } from '../domain/booking-state.ts'
import type { WorkshopId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { QuarterRange } from '../domain/quarter-range.ts'
import { seatIn } from '../domain/workshop.ts'
import type { Table } from './client.ts'
import { both, type Condition, when } from './expression.ts'
import { workshopKey } from './keys/workshop-keys.ts'
import { check, type Write } from './write.ts'

type Sitting = QuarterRange & { readonly date: LocalDate }

/** A permanence that is cut into appointments as long as this one, and has it. */
const hasAppointment = ({ start, end }: QuarterRange): Condition => {
  const first = Array.from(
    { length: Math.floor(start / (end - start)) + 1 },
    (_, at) => start - at * (end - start),
  )
  const isCutThere: Condition = (placeholderOf) => `#start IN (${first.map(placeholderOf).join(', ')})`
  return both(when`attribute_exists(appointments) AND #end >= ${end}`, isCutThere)
}

/** The time of the whole, or of one of its appointments. */
const isThen = ({ date, ...range }: Sitting): Condition => {
  const isWhole = when`(#start = ${range.start} AND #end = ${range.end})`
  const isPart = hasAppointment(range)
  return both(
    when`#date = ${date}`,
    (placeholderOf) => `(${isWhole(placeholderOf)} OR (${isPart(placeholderOf)}))`,
  )
}

/**
 * No seat is taken or waited for in a workshop that is cancelled, or at another time, even when that happens at
 * the same moment.
 */
export const stillPlanned = (table: Table, id: WorkshopId, sitting: Sitting): Write =>
  check(table, workshopKey(id), both(when`#status = ${'planned'}`, isThen(sitting)))

/** `withWorkshop`: its workshop is written with it. */
type Seating = BookingChange & { readonly withWorkshop?: object | undefined }

/** A seat that is taken anew was decided on all seats that the workshop has now; who came has come. */
export const seatChecks = (table: Table, changes: readonly Seating[]): Write[] => {
  const seats = new Map<WorkshopId, { readonly seat: Booking; readonly count: number | undefined }>()
  for (const { from, to: seat, withWorkshop } of changes) {
    const isChecked = isActive(seat) && seat.status !== 'attended' && !withWorkshop
    const id = isChecked ? seatIn(seat) : undefined
    const count = from ? undefined : seat.allocations[0]?.capacity
    if (id !== undefined) seats.set(id, { seat, count: count ?? seats.get(id)?.count })
  }
  return [...seats].map(([id, { seat, count }]) => {
    if (count === undefined) return stillPlanned(table, id, seat)
    const isAsRead = both(when`#status = ${'planned'} AND #seats = ${count}`, isThen(seat))
    return check(table, workshopKey(id), isAsRead)
  })
}
