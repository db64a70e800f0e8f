import * as z from 'zod'
import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Authorship } from '../domain/authorship.ts'
import type { Booking } from '../domain/booking.ts'
import type { BookingId, SiteId, SpaceId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { KeyLoan } from '../domain/key-loan.ts'
import { atSite } from '../domain/rights.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { branded, LocalDateItem } from './branded.ts'
import { type Item, queryRange, readItems, type Table } from './client.ts'
import { IS_PRESENT } from './expression.ts'
import { keyLoanKey, keyLoans } from './keys/site-keys.ts'
import { storeOf } from './store-of.ts'
import { type Conflict, putNew, remove, write } from './write.ts'

/*
 | access              | how                                           | read   |
 | keys that are out   | query of the site's partition                 | strong |
 | the key of one      | get                                           | strong |
 | hand out, take back | transaction: the loan (absent, present), entry |        |
*/

const KeyLoanItem = z.object({
  booking: branded<BookingId>(),
  space: branded<SpaceId>(),
  date: LocalDateItem,
  outAt: z.number(),
  dueBack: z.number(),
})

const keyLoanOf = (item: Item): KeyLoan => {
  const { outAt, dueBack, ...loan } = KeyLoanItem.parse(item)
  return { ...loan, outAt: outAt as Instant, dueBack: dueBack as Instant }
}

type Done = Authorship & Pick<AuditEntry, 'at'>
type Of = Pick<Booking, 'id' | 'site' | 'holder'>

const auditEntryOn = (
  { id: about, site, holder }: Of,
  done: Done & Pick<AuditEntry, 'effect'>,
): AuditEntry => ({
  ...done,
  scope: atSite(site),
  about,
  holder,
})

const listKeyLoans = async (table: Table, site: SiteId): Promise<KeyLoan[]> =>
  (await queryRange(table, keyLoans(site), { consistent: true })).map(keyLoanOf)

const findKeyLoan = async (table: Table, site: SiteId, booking: BookingId): Promise<KeyLoan | undefined> => {
  const [item] = await readItems(table, [keyLoanKey(site, booking)])
  return item && keyLoanOf(item)
}

/** Answers `changed` when the key is out already. */
const handOut = (table: Table, of: Of, loan: KeyLoan, done: Done): Promise<Conflict | undefined> =>
  write(table, [
    putNew(table, { ...keyLoanKey(of.site, of.id), ...loan }),
    ...auditEntryWrites(table, [auditEntryOn(of, { ...done, effect: 'key-out' })]),
  ])

/** Answers `changed` when the key is back already. */
const takeBack = (table: Table, of: Of, done: Done): Promise<Conflict | undefined> =>
  write(table, [
    remove(table, keyLoanKey(of.site, of.id), IS_PRESENT),
    ...auditEntryWrites(table, [auditEntryOn(of, { ...done, effect: 'key-back' })]),
  ])

export const keyStore = (table: Table) => storeOf(table, { listKeyLoans, findKeyLoan, handOut, takeBack })
