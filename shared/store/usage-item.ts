import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Booking } from '../domain/booking.ts'
import type { BookingChange } from '../domain/booking-change.ts'
import type { Holder } from '../domain/holder.ts'
import type { BookingId, PersonId, SiteId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { canonicalAddress } from '../domain/person.ts'
import {
  forgettableEntries,
  type UsageEntry,
  type UsageRecord,
  usageEntryOf,
  usageListOf,
} from '../domain/usage.ts'
import { InstantItem, LocalDateItem, QuarterItem } from './branded.ts'
import type { Item, Table } from './client.ts'
import { when } from './expression.ts'
import { usageKey } from './keys/site-keys.ts'
import { update, type Write } from './write.ts'

/** A holder without an address is a person of their own. */
export const personOf = ({ id, email }: Holder): PersonId =>
  (email === undefined
    ? id
    : createHash('sha256').update(canonicalAddress(email)).digest('hex').slice(0, 40)) as string as PersonId

const EntryItem = z.object({
  date: LocalDateItem,
  start: QuarterItem,
  end: QuarterItem,
  until: InstantItem.exactOptional(),
})

/** An entry is an attribute of its own, named after its booking: it is removed without being read. */
const PREFIX = { active: 's', missed: 'm' } as const

export const usageNames = (id: BookingId) => [`${PREFIX.active}-${id}`, `${PREFIX.missed}-${id}`]

const entriesOf = (item: Item, prefix: string): UsageRecord['active'] =>
  Object.fromEntries(
    Object.entries(item)
      .filter(([name]) => name.startsWith(`${prefix}-`))
      .map(([name, entry]) => [name.slice(2), EntryItem.parse(entry)]),
  )

export const usageOf = (item: Item | undefined, site: SiteId, person: PersonId): UsageRecord => ({
  site,
  person,
  revision: item ? z.object({ revision: z.int().min(1) }).parse(item).revision : 0,
  active: entriesOf(item ?? {}, PREFIX.active),
  missed: entriesOf(item ?? {}, PREFIX.missed),
})

type CountedEntry = {
  readonly site: SiteId
  readonly person: PersonId
  readonly name: string
  readonly entry: UsageEntry
}

const countedEntryOf = (booking: Booking | undefined): CountedEntry | undefined => {
  const list = booking && usageListOf(booking)
  if (!list || !booking.countsFor) return undefined
  const { site, countsFor: person, id } = booking
  return { site, person, name: `${PREFIX[list]}-${id}`, entry: usageEntryOf(booking) }
}

const isSameEntry = (before: CountedEntry | undefined, after: CountedEntry | undefined): boolean => {
  const textOf = ({ site, person, name, entry }: CountedEntry) =>
    [site, person, name, entry.date, entry.start, entry.end, entry.until].join(' ')
  return before && after ? textOf(before) === textOf(after) : before === after
}

/** An entry that is undefined is removed. */
type Notes = {
  readonly site: SiteId
  readonly person: PersonId
  readonly entries: Map<string, UsageEntry | undefined>
  read?: UsageRecord | undefined
}

const notesOf = (changes: readonly BookingChange[]): Notes[] => {
  const all = new Map<string, Notes>()
  const of = ({ site, person }: Pick<CountedEntry, 'site' | 'person'>): Notes => {
    const notes = all.get(`${site} ${person}`) ?? { site, person, entries: new Map() }
    all.set(`${site} ${person}`, notes)
    return notes
  }
  for (const { from, to, usage } of changes) {
    const [before, after] = [countedEntryOf(from), countedEntryOf(to)]
    if (isSameEntry(before, after)) continue
    if (before) of(before).entries.set(before.name, undefined)
    if (after) of(after).entries.set(after.name, after.entry)
    // Two reads may differ: the older one makes the condition fail.
    if (usage && after) {
      const notes = of(after)
      if (!notes.read || usage.revision < notes.read.revision) notes.read = usage
    }
  }
  return [...all.values()]
}

const forgottenNames = (read: UsageRecord, now: Instant): string[] =>
  (['active', 'missed'] as const).flatMap((list) =>
    forgettableEntries(read, list, now).map((id: BookingId) => `${PREFIX[list]}-${id}`),
  )

const writeOf = (table: Table, { site, person, entries, read }: Notes, now: Instant): Write => {
  const forgotten = read ? forgottenNames(read, now).filter((name) => !entries.has(name)) : []
  return update(table, usageKey(site, person), {
    set: Object.fromEntries(entries),
    remove: forgotten,
    add: { revision: 1 },
    when:
      read &&
      (read.revision > 0 ? when`#revision = ${read.revision}` : when`attribute_not_exists(#revision)`),
  })
}

/** One write per person and site: a transaction may touch an item only once. */
export const usageWrites = (table: Table, changes: readonly BookingChange[], now: Instant): Write[] =>
  notesOf(changes).map((notes) => writeOf(table, notes, now))
