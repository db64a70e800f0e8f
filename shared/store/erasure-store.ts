import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Booking } from '../domain/booking.ts'
import { type Hash, type HolderId, NOBODY, type WorkshopId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { Scope } from '../domain/rights.ts'
import { seatIn } from '../domain/workshop.ts'
import { auditEntryItem } from './audit-entry-item.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { ContentionError } from './contention.ts'
import { dropAll } from './drop-all.ts'
import { IS_PRESENT, when } from './expression.ts'
import { hashOf } from './hash.ts'
import { queryHolder } from './holder-index.ts'
import { type Forgetting, forgettingOf, holderOf } from './identity-item.ts'
import { auditEntries, auditEntryKey } from './keys/audit-keys.ts'
import { bookingKey } from './keys/booking-keys.ts'
import { listedOfHolder } from './keys/erasure-keys.ts'
import { holderItems, holderKey } from './keys/holder-keys.ts'
import { BY_LOOKUP, EVERYTHING, keyOf } from './keys/key.ts'
import { emailItems, emailKey } from './keys/sign-in-keys.ts'
import { siteBookingKey, usageKey } from './keys/site-keys.ts'
import { seatKey, workshopKey } from './keys/workshop-keys.ts'
import { otherKeysOf, otherWaysTo } from './linked-keys.ts'
import { retryContended } from './retry.ts'
import { changeItem, removeItem } from './single-item.ts'
import { storeOf } from './store-of.ts'
import { personOf, usageNames, usageOf } from './usage-item.ts'
import { workshopOf } from './workshop-item.ts'
import { put, remove, update, write } from './write.ts'

/*
 | access                      | how                                                             | read   |
 | begin to forget a holder    | transaction: the holder without personal fields, its other keys |        |
 | how far it is               | get                                                             | strong |
 | anonymise an item           | update, on condition that it is still theirs                    |        |
 | the trail of a scope        | query of its partition, then deletes, 100 at once               | strong |
 | leave a usage record        | update, then delete when it is empty (same revision)            |        |
 | all of a holder, an address | queries of partitions and index, then deletes, 100 at once      | strong |
*/

const LAST = (10 ** 15 - 1) as Instant

/** Space, time and status stay, since they are counted. */
const PERSONAL = [
  'bookedBy',
  'note',
  'guest',
  'sentBy',
  'countsFor',
  'series',
  'wait',
  'replaces',
  'replacedBy',
  'startsLocal',
  BY_LOOKUP.partitionKey,
] as const

/**
 * From here on the holder cannot sign in and is found by nothing. Answers what is needed to find the rest;
 * undefined for an unknown holder.
 */
const begin = (table: Table, holder: HolderId): Promise<Forgetting | undefined> =>
  retryContended(async () => {
    const [item] = await readItems(table, [holderKey(holder)])
    if (!item) return undefined
    const begun = forgettingOf(item)
    if (begun) return begun
    const known = holderOf(item)
    const email = known.email === undefined ? undefined : hashOf('email', known.email)
    const forgetting = { person: personOf(known), ...(email && { email }) }
    const address = email && (await readItems(table, [emailKey(email)]))[0]
    const ways = [...(email && address?.holder === holder ? [emailKey(email)] : []), ...otherWaysTo(item)]
    await write(table, [
      update(table, holderKey(holder), {
        set: { forgetting },
        remove: ['name', 'email', 'phone', 'language', 'identity', 'register'],
        when: IS_PRESENT,
      }),
      ...ways.map((key) => remove(table, key)),
    ])
    return forgetting
  })

/** The booking still takes its places, but no longer has a holder who could change it. */
const anonymise = async (table: Table, booking: Booking): Promise<void> => {
  const { id, holder, site, date } = booking
  const workshop = seatIn(booking)
  const isTheirs = when`#holder = ${holder}`
  const others = [siteBookingKey(site, date, id), ...(workshop ? [seatKey(workshop, id)] : [])]
  for (const key of others) await changeItem(table, key, { set: { holder: NOBODY }, when: isTheirs })
  await changeItem(table, bookingKey(id), {
    set: { holder: NOBODY, requestHash: '-' },
    remove: PERSONAL,
    add: { revision: 1 },
    when: isTheirs,
  })
}

const leaveUsage = async (table: Table, { id, site, countsFor: person }: Booking): Promise<void> => {
  if (!person) return
  const key = usageKey(site, person)
  const item = await changeItem(table, key, {
    remove: usageNames(id),
    add: { revision: 1 },
    when: IS_PRESENT,
  })
  if (!item) return
  const { active, missed, revision } = usageOf(item, site, person)
  if (Object.keys({ ...active, ...missed }).length > 0) return
  await removeItem(table, key, when`#revision = ${revision}`)
}

const anonymiseAuditEntry = async (
  table: Table,
  { holder, as, ...auditEntry }: AuditEntry,
): Promise<void> => {
  const about = auditEntry.about === holder ? NOBODY : auditEntry.about
  const by = auditEntry.by === holder ? NOBODY : auditEntry.by
  const isForThem = as?.scope.kind === 'association' && as.scope.association === holder
  await write(table, [
    ...(about === auditEntry.about ? [] : [remove(table, auditEntryKey(auditEntry))]),
    put(table, auditEntryItem({ ...auditEntry, about, by, ...(as && !isForThem && { as }) })),
  ])
}

const dropTrail = async (table: Table, scope: Scope): Promise<void> => {
  const items = await queryRange(table, auditEntries(scope, 0 as Instant, LAST), { consistent: true })
  await dropAll(table, items.map(keyOf))
}

/** Also a workshop that they led beside somebody else. */
const anonymiseWorkshop = async (table: Table, id: WorkshopId, mediator: HolderId): Promise<void> => {
  await retryContended(async () => {
    const [item] = await readItems(table, [workshopKey(id)])
    const { coMediators } = item ? workshopOf(item) : { coMediators: undefined }
    const others = coMediators?.filter((each) => each.id !== mediator)
    if (others?.length === coMediators?.length) return
    const set = { coMediators: others?.length ? others : undefined }
    const isAsRead = when`#coMediators = ${coMediators}`
    if (!(await changeItem(table, workshopKey(id), { set, when: isAsRead })))
      throw new ContentionError('changed')
  })
  await changeItem(table, workshopKey(id), {
    set: { mediator: NOBODY, mediatorName: '', requestHash: '-' },
    remove: ['note'],
    when: when`#mediator = ${mediator}`,
  })
}

/** Codes and invitations. No-op when somebody has signed in with the address since. */
const dropAddress = async (table: Table, email: Hash): Promise<void> => {
  const [own, listed] = await Promise.all([
    queryRange(table, emailItems(email), { consistent: true }),
    queryHolder(table, email, EVERYTHING),
  ])
  if (own.some(({ sk }) => sk === emailKey(email).sk)) return
  await dropAll(
    table,
    [...own, ...listed].flatMap((item) => [keyOf(item), ...otherKeysOf(item)]),
  )
}

/** The holder goes last, so that an interrupted run is found again. */
const dropHolder = async (table: Table, holder: HolderId): Promise<void> => {
  const items = await queryRange(table, holderItems(holder), { consistent: true })
  for (const range of listedOfHolder)
    await dropAll(table, (await queryHolder(table, holder, range)).map(keyOf))
  const { sk: last } = holderKey(holder)
  await dropAll(
    table,
    items.map(keyOf).filter(({ sk }) => sk !== last),
  )
  await dropAll(table, [holderKey(holder)])
}

export const erasureStore = (table: Table) =>
  storeOf(table, {
    begin,
    anonymise,
    leaveUsage,
    anonymiseAuditEntry,
    dropTrail,
    anonymiseWorkshop,
    dropAddress,
    dropHolder,
  })
