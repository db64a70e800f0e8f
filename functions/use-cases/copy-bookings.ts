import type { Authorship } from '../../shared/domain/authorship.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { type CopyRefusal, decideCopying } from '../../shared/domain/copying.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import type { BookingId, HolderId, SiteId } from '../../shared/domain/ids.ts'
import { addDays, type LocalDate } from '../../shared/domain/local-date.ts'
import { refuse } from '../../shared/domain/result.ts'
import type { Dependencies } from '../dependencies.ts'
import { mapAtOnce } from './at-once.ts'
import { type Booked, type BookSpaceRefusal, bookSpace } from './book-space.ts'
import { checkSpace } from './check-spaces.ts'
import { hashOf } from './hash.ts'
import { DATES_AT_ONCE } from './read-series.ts'
import { checkTime, type SeriesRun, startSeriesRun } from './try-dates.ts'

export type CopyBookings = {
  readonly site: SiteId
  readonly bookings: readonly BookingId[]
  readonly weeks: readonly number[]
  readonly by: HolderId
  readonly authorship: Authorship
  /** Undefined for a preview. */
  readonly idempotencyKey: string | undefined
}

/** `source` is absent when the site has no such booking, `booked` when it is refused or previewed. */
export type Copy = {
  readonly of: BookingId
  readonly source?: Booking | undefined
  readonly holder?: Holder | undefined
  readonly date?: LocalDate | undefined
  readonly booked?: Booked | undefined
  readonly refusal?: BookSpaceRefusal | CopyRefusal | undefined
}

const KEPT = 40

type Copying = { readonly command: CopyBookings; readonly run: SeriesRun; readonly deps: Dependencies }

const copyTo = async (source: Booking, date: LocalDate, { command, run, deps }: Copying) => {
  checkTime(run)
  const { by, authorship, idempotencyKey = 'look' } = command
  const key = hashOf('copy', by, idempotencyKey, source.id, date).slice(0, KEPT)
  const { site, space, start, end, use } = source
  const places = use === 'room' ? 1 : source.places
  const { holder, bookedBy } = source
  const whose = { kind: 'absent', holder, bookedBy, authorship } as const
  const wanted = { site, space, date, start, end, use, places, whose, idempotencyKey: key }
  if (command.idempotencyKey !== undefined) return bookSpace(wanted, deps)
  return checkSpace(wanted, deps)
}

const copyOne = async (
  {
    of,
    source,
    week,
  }: { readonly of: BookingId; readonly source: Booking | undefined; readonly week: number },
  copying: Copying,
): Promise<Copy> => {
  const { command } = copying
  const decision =
    source?.site === command.site ? decideCopying(source) : refuse({ kind: 'not-found' as const })
  if (!decision.ok) return { of, refusal: decision.error }
  const date = addDays(decision.value.date, 7 * week)
  const result = await copyTo(decision.value, date, copying)
  const told = { of, source: decision.value, date }
  if (!result.ok) return { ...told, refusal: result.error }
  return { ...told, ...(result.value && { booked: result.value }) }
}

/**
 * Copies staff's bookings some weeks ahead, each date alone and under ordinary rules. The same
 * Idempotency-Key books each once. Throws ContentionError when time runs out: repeating goes on.
 */
export const copyBookings = async (command: CopyBookings, deps: Dependencies): Promise<Copy[]> => {
  const ids = [...new Set(command.bookings)]
  const sources = await deps.series.findBookings(ids)
  const wanted = [...new Set(command.weeks)]
    .sort((a, b) => a - b)
    .flatMap((week) => ids.map((of, at) => ({ of, source: sources[at], week })))
  const copying = { command, run: startSeriesRun(undefined), deps }
  const copies = await mapAtOnce(wanted, DATES_AT_ONCE, (each) => copyOne(each, copying))
  const holders = await deps.identities.findHolders([
    ...new Set(copies.flatMap(({ source }) => source?.holder ?? [])),
  ])
  return copies.map((copy) => ({ ...copy, holder: copy.source && holders.get(copy.source.holder) }))
}
