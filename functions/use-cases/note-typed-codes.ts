import type { Authorship } from '../../shared/domain/authorship.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { asOf } from '../../shared/domain/booking-state.ts'
import type { BookingId, SiteId } from '../../shared/domain/ids.ts'
import { isSameKeypad } from '../../shared/domain/keypad.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import { atSite } from '../../shared/domain/rights.ts'
import type { Door } from '../../shared/domain/space.ts'
import { codeToTypeFor, keypadsByHand } from '../../shared/domain/typed-code.ts'
import type { Typed } from '../../shared/store/door-code-item.ts'
import type { DoorStore } from '../../shared/store/door-store.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import { typedCodeStore } from '../../shared/store/typed-code-store.ts'
import type { Dependencies } from '../dependencies.ts'

/** A code of one revision of a booking, typed in or deleted. */
type TypedLine = {
  readonly booking: BookingId
  readonly keypad: Pick<Door, 'id' | 'digits'>
  readonly revision: number
  readonly typed: boolean
}

type NoteTyped = {
  readonly site: SiteId
  readonly date: LocalDate
  readonly lines: readonly TypedLine[]
  readonly authorship: Authorship
}

type Deps = Pick<Dependencies, 'doors' | 'series' | 'sites' | 'now'>

/** Undefined for bookings and doors of other sites. `isAsSeen` means unchanged since it was read. */
const typedOf = async (
  { booking: id, keypad, revision, typed }: TypedLine,
  latest: Booking | undefined,
  { site, spaces, doors, now }: LentSite & { readonly doors: DoorStore } & Pick<Deps, 'now'>,
): Promise<(Typed & { readonly isAsSeen: boolean }) | undefined> => {
  const door = keypadsByHand(spaces).find((each) => isSameKeypad(each, { ...keypad, byHand: true }))
  if (!door || latest?.site !== site.id || latest.revision < revision) return undefined
  const use = { site: site.id, door, booking: id }
  if (!typed) return { use, told: { revision }, isAsSeen: latest.revision === revision }
  const wanted = codeToTypeFor(asOf(latest, now()), { site, spaces, now: now() })
  if (latest.revision === revision && wanted && isSameKeypad(wanted.door, door))
    return { use, told: { revision, window: wanted.window }, isAsSeen: true }
  // A code that opens nothing any longer is still noted, to be deleted.
  const held = await doors.findCode(use)
  return held && { use, told: { revision, window: { from: now(), until: held.until } }, isAsSeen: false }
}

/**
 * Records typed and deleted codes, which holders can then read. Repeating changes nothing. Answers whether
 * anything has changed since it was read; undefined when the site does not exist.
 */
export const noteTypedCodes = async (
  { site: id, date, lines, authorship }: NoteTyped,
  deps: Deps,
): Promise<{ readonly changed: boolean } | undefined> => {
  const lent = await deps.sites.findSite(id, { consistent: true })
  if (!lent) return undefined
  const { doors } = deps
  if (!doors) return { changed: true }
  const auditEntry = { ...authorship, scope: atSite(id), effect: 'codes-typed', about: date } as const
  return retryContended(async () => {
    const latest = await deps.series.findBookings(lines.map(({ booking }) => booking))
    const facts = { ...lent, doors, now: deps.now }
    const found = await Promise.all(lines.map((line, at) => typedOf(line, latest[at], facts)))
    const typed = found.filter((each) => each !== undefined)
    await typedCodeStore(doors).noteTyped(typed, { ...auditEntry, at: deps.now() })
    return { changed: typed.length < lines.length || typed.some(({ isAsSeen }) => !isAsSeen) }
  })
}
