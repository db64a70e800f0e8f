import * as z from 'zod'
import { CHANNELS } from '../domain/booking.ts'
import type {
  BookingId,
  Hash,
  HolderId,
  SiteId,
  SpaceId,
  WaitlistEntryId,
  WorkshopId,
} from '../domain/ids.ts'
import { addDays, type LocalDate } from '../domain/local-date.ts'
import { USES } from '../domain/space.ts'
import { WAITLIST_STATUSES, type WaitlistEntry } from '../domain/waitlist.ts'
import { branded, InstantItem, LocalDateItem, QuarterItem } from './branded.ts'
import { EXPIRY } from './keys/key.ts'
import { type WaitlistName, waitlistEntryKey, waitlistKey, waitlistSort } from './keys/waitlist-keys.ts'

const WaitlistItem = z.object({
  id: branded<WaitlistEntryId>(),
  holder: branded<HolderId>(),
  bookedBy: branded<HolderId>().exactOptional(),
  ticket: z.int().min(0),
  sites: z.array(branded<SiteId>()).min(1),
  space: branded<SpaceId>().exactOptional(),
  workshop: branded<WorkshopId>().exactOptional(),
  date: LocalDateItem,
  start: QuarterItem,
  end: QuarterItem,
  quarters: z.int().min(1),
  use: z.enum(USES),
  places: z.int().min(1),
  guest: z.string().exactOptional(),
  sentBy: z.string().exactOptional(),
  notBefore: InstantItem.exactOptional(),
  channel: z.enum(CHANNELS),
  askedAt: InstantItem,
  status: z.enum(WAITLIST_STATUSES),
  booking: branded<BookingId>().exactOptional(),
  withCycle: z.boolean().exactOptional(),
  note: z.string().exactOptional(),
})

const RequestItem = z.object({ requestHash: branded<Hash>() })

export type StoredWaitlistEntry = { readonly wait: WaitlistEntry; readonly requestHash: Hash }

export const waitlistEntryOf = (item: unknown): WaitlistEntry => WaitlistItem.parse(item)

export const storedWaitlistEntryOf = (item: unknown): StoredWaitlistEntry => ({
  wait: waitlistEntryOf(item),
  ...RequestItem.parse(item),
})

const DAYS_KEPT = 30

export const expiryOf = (date: LocalDate) => ({
  [EXPIRY]: Math.floor(Date.parse(`${addDays(date, DAYS_KEPT)}T00:00Z`) / 1000),
})

export const waitlistEntryItem = ({ wait, requestHash }: StoredWaitlistEntry) => ({
  ...waitlistEntryKey(wait.id),
  ...wait,
  requestHash,
  startsLocal: waitlistSort(wait),
  ...expiryOf(wait.date),
})

/** The entry is nested, so that the index by-holder lists it only once. */
export const waitlistPositionItem = (wait: WaitlistEntry, site: SiteId) => ({
  ...waitlistKey(site, wait),
  wait,
  ...expiryOf(wait.date),
})

export const waitlistEntryIn = (item: unknown): WaitlistEntry =>
  z.object({ wait: WaitlistItem }).parse(item).wait

const TicketItem = z.object({ date: z.string() })

/** A ticket is free again once its entry has ended, or its date is past everywhere. */
export const isTicketFree = (item: unknown, pastUntil: LocalDate): boolean =>
  item === undefined || TicketItem.parse(item).date < pastUntil

/** `version` is absent when nobody ever joined. */
export type WaitlistHead = WaitlistName & { readonly version?: number | undefined }

export const waitlistHeadOf = ({ site, date, workshop }: WaitlistName, item: unknown): WaitlistHead => ({
  site,
  date,
  workshop,
  version: z.object({ version: z.int() }).optional().parse(item)?.version,
})
