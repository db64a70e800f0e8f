import { createHash } from 'node:crypto'
import { marshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { Booking, BookingId } from '../domain/booking.ts'
import type { BookingChange } from '../domain/booking-change.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { canonicalAddress } from '../domain/person.ts'
import { quarter } from '../domain/quarter.ts'
import type { SiteId } from '../domain/site.ts'
import { entryOf, forgettable, listOf, type PersonId, type Tally, type TallyEntry } from '../domain/tally.ts'
import type { Write } from './booking-writes.ts'
import type { Item, Table } from './client.ts'
import type { Holder } from './identity-item.ts'
import { tallyKey } from './keys.ts'

/** Whoever has no address is a person of their own. */
export const personOf = ({ id, email }: Holder): PersonId =>
  (email === undefined
    ? id
    : createHash('sha256').update(canonicalAddress(email)).digest('hex').slice(0, 40)) as string as PersonId

const Quarter = z.int().min(0).max(96).transform(quarter)

const EntryItem = z.object({
  date: z.string().transform((date) => date as LocalDate),
  start: Quarter,
  end: Quarter,
  until: z
    .number()
    .transform((at) => at as Instant)
    .exactOptional(),
})

/** An entry is an attribute of its own, named after its booking: it is removed without being read. */
const PREFIX = { standing: 's', missed: 'm' } as const

/** What a booking is called in its person's tally, whichever list it is in. */
export const tallyNames = (id: BookingId) => ({
  standing: `${PREFIX.standing}-${id}`,
  missed: `${PREFIX.missed}-${id}`,
})

const entriesOf = (item: Item, prefix: string): Tally['standing'] =>
  Object.fromEntries(
    Object.entries(item)
      .filter(([name]) => name.startsWith(`${prefix}-`))
      .map(([name, entry]) => [name.slice(2), EntryItem.parse(entry)]),
  )

export const tallyOf = (item: Item | undefined, site: SiteId, person: PersonId): Tally => ({
  site,
  person,
  revision: item ? z.object({ revision: z.int().min(1) }).parse(item).revision : 0,
  standing: entriesOf(item ?? {}, PREFIX.standing),
  missed: entriesOf(item ?? {}, PREFIX.missed),
})

type Place = { readonly site: SiteId; readonly person: PersonId; readonly name: string; readonly entry: TallyEntry }

const placeOf = (booking: Booking | undefined): Place | undefined => {
  const list = booking?.tally && listOf(booking)
  if (!list) return undefined
  const { site, tally: person, id } = booking as Booking & { readonly tally: PersonId }
  return { site, person, name: `${PREFIX[list]}-${id}`, entry: entryOf(booking) }
}

/** What a transaction makes of one tally; an entry that is undefined goes. */
type Notes = {
  readonly site: SiteId
  readonly person: PersonId
  readonly entries: Map<string, TallyEntry | undefined>
  read?: Tally | undefined
}

const notesOf = (changes: readonly BookingChange[]): Notes[] => {
  const all = new Map<string, Notes>()
  const of = ({ site, person }: Pick<Place, 'site' | 'person'>): Notes => {
    const notes = all.get(`${site} ${person}`) ?? { site, person, entries: new Map() }
    all.set(`${site} ${person}`, notes)
    return notes
  }
  for (const { from, to, tally } of changes) {
    const [before, after] = [placeOf(from), placeOf(to)]
    if (JSON.stringify(before) === JSON.stringify(after)) continue
    if (before) of(before).entries.set(before.name, undefined)
    if (after) of(after).entries.set(after.name, after.entry)
    // Read at different times, one of them is not as it was read: the older one says so.
    if (tally && after) {
      const notes = of(after)
      if (!notes.read || tally.revision < notes.read.revision) notes.read = tally
    }
  }
  return [...all.values()]
}

const forgottenNames = (read: Tally, now: Instant): string[] =>
  (['standing', 'missed'] as const).flatMap((list) =>
    forgettable(read, list, now).map((id: BookingId) => `${PREFIX[list]}-${id}`),
  )

const writeOf = (table: Table, { site, person, entries, read }: Notes, now: Instant): Write => {
  const set = [...entries].filter(([, entry]) => entry !== undefined)
  const gone = [...entries].filter(([, entry]) => entry === undefined).map(([name]) => name)
  const removed = new Set([...gone, ...(read ? forgottenNames(read, now) : [])].filter((name) => !entries.get(name)))
  const names = [...set.map(([name]) => name), ...removed]
  const parts = [
    set.length > 0 && `SET ${set.map((_, at) => `#n${at} = :e${at}`).join(', ')}`,
    removed.size > 0 && `REMOVE ${[...removed].map((_, at) => `#n${set.length + at}`).join(', ')}`,
    'ADD revision :one',
  ]
  const condition = read && (read.revision > 0 ? 'revision = :read' : 'attribute_not_exists(revision)')
  return {
    Update: {
      TableName: table.name,
      Key: marshall(tallyKey(site, person)),
      UpdateExpression: parts.filter(Boolean).join(' '),
      ...(condition && { ConditionExpression: condition }),
      ExpressionAttributeNames: Object.fromEntries(names.map((name, at) => [`#n${at}`, name])),
      ExpressionAttributeValues: marshall({
        ':one': 1,
        ...(read && read.revision > 0 && { ':read': read.revision }),
        ...Object.fromEntries(set.map(([, entry], at) => [`:e${at}`, entry])),
      }),
    },
    ...(read && { conflict: 'changed' as const }),
  }
}

/** One write for each person at each site, whatever the number of their bookings that come and go. */
export const tallyWrites = (table: Table, changes: readonly BookingChange[], now: Instant): Write[] =>
  notesOf(changes).map((notes) => writeOf(table, notes, now))
