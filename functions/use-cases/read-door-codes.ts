import type { Authorship } from '../../shared/domain/authorship.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { asOf } from '../../shared/domain/booking-state.ts'
import { type DoorWindow, isSameWindow } from '../../shared/domain/door.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import { isSameKeypad } from '../../shared/domain/keypad.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import { atSite } from '../../shared/domain/rights.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { Door } from '../../shared/domain/space.ts'
import { codeToTypeFor, isStillRight, keypadsByHand } from '../../shared/domain/typed-code.ts'
import type { DoorStore } from '../../shared/store/door-store.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import { typedCodeStore } from '../../shared/store/typed-code-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { mapAtOnce } from './at-once.ts'

type Line = {
  readonly booking: Pick<Booking, 'id' | 'revision'>
  readonly space: string
  readonly door: Door
  readonly code: string
  readonly window: DoorWindow
}

export type DoorCodes = {
  readonly site: Site
  readonly toType: readonly (Line & { readonly booking: Booking; readonly typed: boolean })[]
  readonly toDelete: readonly Line[]
}

type Deps = Pick<Dependencies, 'auditEntries' | 'bookings' | 'doors' | 'series' | 'sites' | 'now'>
const MOST_AT_ONCE = 10

type Facts = LentSite & { readonly now: Instant; readonly doors: DoorStore }

const listToType = async (date: LocalDate, facts: Facts, deps: Deps): Promise<DoorCodes['toType']> => {
  const { site, now, doors } = facts
  const active = await deps.bookings.listSiteBookings(site.id, date, date)
  const all = await mapAtOnce(active, MOST_AT_ONCE, async (each) => {
    const booking = asOf(each, now)
    const wanted = codeToTypeFor(booking, facts)
    if (!wanted) return undefined
    const { door, space, window } = wanted
    const use = { site: site.id, door, booking: booking.id }
    const { code, told } = await retryContended(() => doors.holdCode(use, window.until, now))
    return { booking, space: space.name, door, code, window, typed: isSameWindow(told?.window, window) }
  })
  return all
    .filter((line) => line !== undefined)
    .sort((a, b) => a.booking.start - b.booking.start || a.space.localeCompare(b.space))
}

const listToDelete = async (facts: Facts, deps: Deps): Promise<Line[]> => {
  const { site, spaces, now, doors } = facts
  const lines = keypadsByHand(spaces).map(async (door) => {
    const typed = await typedCodeStore(doors).listTyped(site.id, door)
    const found = await deps.series.findBookings(typed.map(({ booking }) => booking))
    return typed.flatMap(({ booking: id, code, revision, window }, at) => {
      const latest = found[at]
      const booking = latest && asOf(latest, now)
      if (isStillRight(booking, { door, window }, facts)) return []
      const space = spaces.find((each) => each.id === booking?.space)?.name ?? door.id
      return [{ booking: { id, revision: latest?.revision ?? revision }, space, door, code, window }]
    })
  })
  return (await Promise.all(lines)).flat().sort((a, b) => a.window.from - b.window.from)
}

type ReadDoorCodes = { readonly site: SiteId; readonly date: LocalDate; readonly authorship: Authorship }

/** Logs the reading first; codes to delete are those of any day. Undefined when the site does not exist. */
export const readDoorCodes = async (
  { site: id, date, authorship }: ReadDoorCodes,
  deps: Deps,
): Promise<DoorCodes | undefined> => {
  const lent = await deps.sites.findSite(id, { consistent: true })
  if (!lent) return undefined
  const now = deps.now()
  const { doors } = deps
  if (!doors) return { site: lent.site, toType: [], toDelete: [] }
  await deps.auditEntries.noteReading({
    ...authorship,
    scope: atSite(id),
    at: now,
    effect: 'codes-read',
    about: date,
  })
  const facts = { ...lent, now, doors }
  const [toType, toDelete] = await Promise.all([listToType(date, facts, deps), listToDelete(facts, deps)])
  // A code with new hours replaces itself when typed again.
  const isTypedAgain = (line: Line) =>
    toType.some(({ booking, door }) => booking.id === line.booking.id && isSameKeypad(door, line.door))
  return { site: lent.site, toType, toDelete: toDelete.filter((line) => !isTypedAgain(line)) }
}
