import type { ExportView } from '../../../shared/contracts/privacy-views.ts'
import type { AuditEntry } from '../../../shared/domain/audit-entry.ts'
import { type Booking, referenceOf } from '../../../shared/domain/booking.ts'
import type { Feed } from '../../../shared/domain/feed.ts'
import type { BookingId, HolderId, SiteId } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import { formatQuarter } from '../../../shared/domain/quarter.ts'
import type { QuarterRange } from '../../../shared/domain/quarter-range.ts'
import { formatScope } from '../../../shared/domain/rights.ts'
import { waitlistOutcomeOf } from '../../../shared/domain/waitlist-outcome.ts'
import type { Exported } from '../../use-cases/export-me.ts'

const textOf = (at: Instant): string => new Date(at).toISOString()

const hours = ({ start, end }: QuarterRange) => ({ start: formatQuarter(start), end: formatQuarter(end) })

const doerOf = ({ by, as }: AuditEntry, me: HolderId) => {
  if (by === 'system') return 'system'
  if (by === 'operator') return 'operator'
  if (by === me) return 'you'
  return as?.scope.kind === 'association' ? 'association' : 'staff'
}

const calendarOf = ({ name, subject, createdAt, usedOn }: Feed) => ({
  ...{ name, of: subject.kind, usedOn },
  createdAt: textOf(createdAt),
})

/** Views strip fields that they do not name. */
export const viewOfExport = ({ holder, nameOf, ...kept }: Exported): ExportView => {
  const at = (site: SiteId) => ({ site, siteName: nameOf(site) })
  const { id, email, name, phone, language, weeklyHours, noReminders } = holder
  const offered = new Map<BookingId | undefined, Booking>(kept.bookings.map((each) => [each.id, each]))
  return {
    exportedAt: textOf(kept.at),
    me: { id, email, name, phone, language, weeklyHours, noReminders },
    bookings: kept.bookings.map((each) => ({
      ...{ ...each, ...at(each.site), ...hours(each) },
      reference: referenceOf(each.id),
      markedAt: each.markedAt === undefined ? undefined : textOf(each.markedAt),
      createdAt: textOf(each.createdAt),
    })),
    series: kept.series.map((each) => ({
      ...{ ...each, ...at(each.site), ...hours(each) },
      dates: [...each.dates],
      createdAt: textOf(each.createdAt),
    })),
    waits: kept.waits.map((each) => ({
      ...{ ...each, ...hours(each) },
      status: waitlistOutcomeOf(each, offered.get(each.booking), kept.at),
      sites: [...each.sites],
      askedAt: textOf(each.askedAt),
    })),
    memberships: kept.memberships.map(({ site, ...each }) => ({ ...at(site), ...each })),
    rights: kept.grants.map(({ role, scope }) => ({ role, scope: formatScope(scope) })),
    sessions: kept.sessions.map((each) => ({
      openedAt: textOf(each.openedAt),
      seenAt: textOf(each.seenAt),
      device: each.device,
      secondFactor: each.secondFactor,
    })),
    proposals: kept.proposals.map(({ site, createdAt, ...each }) => ({
      ...each,
      ...at(site),
      createdAt: textOf(createdAt),
    })),
    acceptances: kept.acceptances.map(({ site, version, insuredUntil, acceptedAt }) => ({
      ...{ ...at(site), version, insuredUntil },
      acceptedAt: textOf(acceptedAt),
    })),
    calendars: kept.feeds.map(calendarOf),
    acts: kept.auditEntries.map((auditEntry) => ({
      ...(auditEntry.scope.kind === 'site' && at(auditEntry.scope.site)),
      ...{ scope: formatScope(auditEntry.scope), effect: auditEntry.effect, about: auditEntry.about },
      at: textOf(auditEntry.at),
      by: doerOf(auditEntry, id),
    })),
  }
}
