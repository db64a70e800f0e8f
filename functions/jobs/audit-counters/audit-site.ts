import { type Discrepancy, discrepancies, type ReadSheet } from '../../../shared/domain/audit.ts'
import type { LocalDate } from '../../../shared/domain/local-date.ts'
import type { SiteId } from '../../../shared/domain/site.ts'
import type { BookingStore } from '../../../shared/store/booking-store.ts'
import type { ClosureStore } from '../../../shared/store/closure-store.ts'
import type { SheetStore } from '../../../shared/store/sheet-store.ts'

export type AuditSite = {
  readonly site: SiteId
  readonly from: LocalDate
  readonly to: LocalDate
  readonly mend: boolean
}

/** `unsettled` sheets changed while they were looked at: nothing is said of them. */
export type Audited = {
  readonly sheets: number
  readonly unsettled: number
  readonly found: readonly Discrepancy[]
  readonly mended: number
}

type Deps = {
  readonly bookings: Pick<BookingStore, 'listSiteBookings'>
  readonly closures: Pick<ClosureStore, 'listClosedDays'>
  readonly sheets: SheetStore
}

const nameOf = ({ date, space }: Pick<ReadSheet, 'date' | 'space'>) => `${date} ${space}`

const mendAll = async (site: SiteId, found: readonly Discrepancy[], { sheets }: Deps): Promise<number> => {
  let mended = 0
  for (const [first, ...others] of Map.groupBy(found, nameOf).values()) {
    if (first && (await sheets.mendSheet(site, [first, ...others]))) mended += 1 + others.length
  }
  return mended
}

/**
 * Recomputes the counters of a site from its live bookings and what is closed there. A sheet is judged only if no act changed it between two
 * readings around that of the bookings, and mended only if none did since: the audit may run while people book.
 */
export const auditSite = async ({ site, from, to, mend }: AuditSite, deps: Deps): Promise<Audited> => {
  const before = await deps.sheets.readSheets(site, from, to)
  const standing = await deps.bookings.listSiteBookings(site, from, to)
  const closed = (await deps.closures.listClosedDays(site, from, to)).filter(({ state }) => state === 'closed')
  const takings = [...standing, ...closed].flatMap((each) => each.takings)
  const after = await deps.sheets.readSheets(site, from, to)
  const changesBefore = new Map(before.map((sheet) => [nameOf(sheet), sheet.changes]))
  const settled = after.filter((sheet) => changesBefore.get(nameOf(sheet)) === sheet.changes)
  const names = new Set(after.map(nameOf))
  const unsettledNames = new Set(after.filter((sheet) => !settled.includes(sheet)).map(nameOf))
  const found = discrepancies(
    settled,
    takings.filter((taking) => !unsettledNames.has(nameOf(taking))),
  )
  return {
    sheets: names.size,
    unsettled: unsettledNames.size,
    found,
    mended: mend ? await mendAll(site, found, deps) : 0,
  }
}
