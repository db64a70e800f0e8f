import { type HolderId, NOBODY, type SiteId } from '../../../shared/domain/ids.ts'
import { type Instant, instantAt, localTimeAt, type TimeZone, UTC } from '../../../shared/domain/instant.ts'
import { addDays, type LocalDate } from '../../../shared/domain/local-date.ts'
import { QUARTERS_A_DAY, type Quarter, quarter } from '../../../shared/domain/quarter.ts'
import type { BookingStore } from '../../../shared/store/booking-store.ts'
import { isKeyInUse } from '../../../shared/store/keys/retained-keys.ts'
import type { PurgeStore, Retained, RetainedItem } from '../../../shared/store/purge-store.ts'
import type { Dependencies } from '../../dependencies.ts'

export type RetentionAction = 'keep' | 'drop' | 'anonymise' | 'forget'

/** Anything that ended at `cutoff` or before goes. */
export type Judge = {
  readonly now: Instant
  readonly cutoff: Instant
  readonly zoneOf: (site: SiteId) => Promise<TimeZone>
  readonly purges: Pick<PurgeStore, 'listOfHolder' | 'listDatesToCall'>
  readonly bookings: Pick<BookingStore, 'listAll'>
}

/** Reads each zone once; a removed site needs none. */
export const zonesOf = ({ sites }: Pick<Dependencies, 'sites'>): Judge['zoneOf'] => {
  const known = new Map<SiteId, Promise<TimeZone>>()
  return (site) => {
    const zone = known.get(site) ?? sites.findSite(site).then((lent) => lent?.site.timeZone ?? UTC)
    known.set(site, zone)
    return zone
  }
}

type Timed = { readonly site?: SiteId | undefined; readonly date: LocalDate; readonly end?: Quarter }

const isPastRetention = async (
  { site, date, end = quarter(QUARTERS_A_DAY) }: Timed,
  judge: Judge,
): Promise<boolean> => {
  // Most stored items need no zone: one day more covers every zone.
  if (date > addDays(localTimeAt(judge.cutoff, UTC).date, 1)) return false
  return instantAt(date, end, site ? await judge.zoneOf(site) : UTC) <= judge.cutoff
}

/**
 * No rights, waits, proposals, sessions or recent bookings, and nothing left to be told. A new booking shows
 * first in own days.
 */
const isIdle = async (holder: HolderId, judge: Judge): Promise<boolean> => {
  const { now, cutoff, purges, bookings } = judge
  const soonAfter = addDays(localTimeAt(cutoff, UTC).date, 2)
  const isLeft = ({ key, kept }: RetainedItem): boolean => {
    if (kept?.kind === 'own-day') return kept.date < soonAfter
    if (kept?.kind === 'session') return kept.expiresAt <= now
    return !isKeyInUse(key)
  }
  if (!(await purges.listOfHolder(holder)).every(isLeft)) return false
  const [booked, toCall] = await Promise.all([bookings.listAll(holder), purges.listDatesToCall(holder)])
  const timed = [...booked, ...toCall.map((date) => ({ date }))]
  const over = await Promise.all(timed.map((each) => isPastRetention(each, judge)))
  return over.every(Boolean)
}

export const retentionActionOn = async (kept: Retained, judge: Judge): Promise<RetentionAction> => {
  switch (kept.kind) {
    case 'booking':
      return kept.booking.holder !== NOBODY && (await isPastRetention(kept.booking, judge))
        ? 'anonymise'
        : 'keep'
    case 'workshop':
      return kept.workshop.mediator !== NOBODY && (await isPastRetention(kept.workshop, judge))
        ? 'anonymise'
        : 'keep'
    case 'audit-entry':
      return kept.auditEntry.at <= judge.cutoff ? 'drop' : 'keep'
    case 'wait':
      return (await isPastRetention({ ...kept.wait, site: kept.wait.sites[0] }, judge)) ? 'drop' : 'keep'
    case 'call':
      return (await isPastRetention(kept.call, judge)) ? 'drop' : 'keep'
    case 'series': {
      const last = kept.series.dates.toSorted().at(-1)
      return last && !kept.series.rolling && (await isPastRetention({ ...kept.series, date: last }, judge))
        ? 'forget'
        : 'keep'
    }
    case 'own-day':
      return (await isPastRetention(kept, judge)) ? 'drop' : 'keep'
    case 'session':
      return kept.expiresAt <= judge.now ? 'drop' : 'keep'
    case 'holder':
      return !kept.stays && (await isIdle(kept.holder, judge)) ? 'forget' : 'keep'
  }
}
