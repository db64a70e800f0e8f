import { addMinutes, type Instant } from '../../../shared/domain/instant.ts'
import { remindersOf } from '../../../shared/domain/reminder.ts'
import type { BookingRecord } from '../../../shared/store/outbox.ts'
import type { ReminderStore } from '../../../shared/store/reminder-store.ts'
import type { SiteStore } from '../../../shared/store/site-store.ts'

export type SetReminderDeps = {
  readonly now: () => Instant
  readonly sites: Pick<SiteStore, 'findSite'>
  readonly reminders: Pick<ReminderStore, 'setReminder'>
}

/** A record that comes late sets nothing that may have been sent, whichever clock is ahead. */
const LEAST_MINUTES_AHEAD = 1

const WHEN = ['site', 'date', 'start'] as const

const isNews = ({ booking, from }: BookingRecord): boolean =>
  booking.status === 'confirmed' &&
  (from?.status !== 'confirmed' || WHEN.some((part) => booking[part] !== from[part]))

/** Setting them again changes nothing. Those of a booking before it moved are found out of date when they are due. */
export const setReminders = async (
  record: BookingRecord,
  { now, sites, reminders }: SetReminderDeps,
): Promise<void> => {
  const { booking } = record
  const lent = isNews(record) ? await sites.findSite(booking.site) : undefined
  if (!lent) return
  const soon = addMinutes(now(), LEAST_MINUTES_AHEAD)
  const ahead = remindersOf(booking, lent.site.timeZone).filter(({ at }) => at > soon)
  await Promise.all(ahead.map((each) => reminders.setReminder({ ...each, id: booking.id })))
}
