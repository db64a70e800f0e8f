import * as z from 'zod'
import type { Allocation } from '../domain/allocation.ts'
import {
  BOOKING_STATUSES,
  type Booking,
  type BookingStatus,
  CANCELLATION_CAUSES,
  CHANNELS,
} from '../domain/booking.ts'
import { isHeld } from '../domain/booking-state.ts'
import type {
  BookingId,
  Hash,
  HolderId,
  PersonId,
  SeriesId,
  SiteId,
  SpaceId,
  WaitlistEntryId,
  WorkshopId,
} from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { formatQuarter, quarter } from '../domain/quarter.ts'
import { USES } from '../domain/space.ts'
import { seatIn } from '../domain/workshop.ts'
import type { Item } from './client.ts'
import { bookingKey } from './keys/booking-keys.ts'
import { keyOf } from './keys/key.ts'
import { dateInKey, holdKey, siteBookingKey } from './keys/site-keys.ts'

const Quarter = z.int().min(0).max(96).transform(quarter)

const InstantItem = z.number().transform((at) => at as Instant)

export const AllocationItem = z.object({
  space: z.string().transform((id) => id as SpaceId),
  date: z.string().transform((date) => date as LocalDate),
  start: Quarter,
  end: Quarter,
  places: z.int().min(1),
  capacity: z.int().min(1),
})

const TermsItem = z.object({
  id: z.string().transform((id) => id as BookingId),
  holder: z.string().transform((id) => id as HolderId),
  bookedBy: z
    .string()
    .transform((id) => id as HolderId)
    .exactOptional(),
  bookedWith: z
    .string()
    .transform((id) => id as HolderId)
    .exactOptional(),
  site: z.string().transform((id) => id as SiteId),
  space: z.string().transform((id) => id as SpaceId),
  date: z.string().transform((date) => date as LocalDate),
  start: Quarter,
  end: Quarter,
  places: z.int().min(1),
  allocations: z.array(AllocationItem),
  lentAs: z.int().min(1).exactOptional(),
  kept: z.literal(true).exactOptional(),
  revision: z.int().min(0),
  series: z
    .string()
    .transform((id) => id as SeriesId)
    .exactOptional(),
  note: z.string().exactOptional(),
  late: z.literal(true).exactOptional(),
  byStaff: z.int().min(1).exactOptional(),
  withSeries: z.int().min(1).exactOptional(),
  cancelBefore: InstantItem.exactOptional(),
  withCycle: z.literal(true).exactOptional(),
  cycleToldAt: InstantItem.exactOptional(),
  countsFor: z
    .string()
    .transform((person) => person as PersonId)
    .exactOptional(),
  workshop: z
    .string()
    .transform((id) => id as WorkshopId)
    .exactOptional(),
  wait: z
    .string()
    .transform((id) => id as WaitlistEntryId)
    .exactOptional(),
  replaces: z
    .string()
    .transform((id) => id as BookingId)
    .exactOptional(),
  distanceKm: z.number().min(0).exactOptional(),
  use: z.enum(USES),
  guest: z.string().exactOptional(),
  sentBy: z.string().exactOptional(),
  channel: z.enum(CHANNELS),
  createdAt: InstantItem,
})

const ClaimBy = InstantItem.exactOptional()
const MarkedAt = InstantItem.exactOptional()

const BookingItem = z.discriminatedUnion('status', [
  TermsItem.extend({ status: z.literal(['requested', 'offered']), until: InstantItem, claimBy: ClaimBy }),
  TermsItem.extend({ status: z.literal('confirmed'), claimBy: ClaimBy }),
  TermsItem.extend({ status: z.literal('attended'), markedAt: MarkedAt }),
  TermsItem.extend({
    status: z.literal('no-show'),
    markedAt: MarkedAt,
    excused: z.literal(true).exactOptional(),
  }),
  TermsItem.extend({
    status: z.literal('cancelled'),
    cause: z.enum(CANCELLATION_CAUSES),
    replacedBy: TermsItem.shape.id.exactOptional(),
  }),
])

const RequestItem = z.object({ requestHash: z.string().transform((hash) => hash as Hash) })

export const bookingOf = (item: unknown): Booking => BookingItem.parse(item)

export const requestHashOf = (item: unknown): Hash => RequestItem.parse(item).requestHash

export const startsLocalOf = ({ date, start }: Booking): string => `${date}T${formatQuarter(start)}`

export const bookingItem = (booking: Booking, requestHash: Hash) => ({
  ...bookingKey(booking.id),
  ...booking,
  requestHash,
  startsLocal: startsLocalOf(booking),
})

/**
 * The site index entry of an active booking: holder and workshop are known without reading the booking; a
 * hold also says until when, and its allocations.
 */
export const siteIndexEntryItem = (booking: Booking) => {
  const { site, date, id, allocations, holder, workshop } = booking
  const whose = { id, holder, workshop, isSeat: seatIn(booking) !== undefined }
  return isHeld(booking)
    ? { ...holdKey(site, date, id), ...whose, status: booking.status, until: booking.until, allocations }
    : { ...siteBookingKey(site, date, id), ...whose }
}

const SiteIndexEntryItem = z.object({
  id: TermsItem.shape.id,
  holder: TermsItem.shape.holder,
  workshop: TermsItem.shape.workshop,
  isSeat: z.boolean(),
  status: z.enum(BOOKING_STATUSES).exactOptional(),
  until: InstantItem.exactOptional(),
})

/** Only holds have `status` and `until`. */
export type SiteIndexEntry = {
  readonly id: BookingId
  readonly holder: HolderId
  readonly workshop?: WorkshopId
  readonly isSeat: boolean
  readonly status?: BookingStatus
  readonly until?: Instant
}

const siteIndexEntryOf = (item: unknown): SiteIndexEntry => SiteIndexEntryItem.parse(item)

export type DatedSiteIndexEntry = SiteIndexEntry & { readonly date: LocalDate }

export const datedSiteIndexEntryOf = (item: Item): DatedSiteIndexEntry => ({
  ...siteIndexEntryOf(item),
  date: dateInKey(keyOf(item)),
})

const HoldItem = z.object({
  id: TermsItem.shape.id,
  until: InstantItem,
  allocations: z.array(AllocationItem),
})

/** A booking that holds its places for a limited time. */
export type Hold = {
  readonly id: BookingId
  readonly until: Instant
  readonly allocations: readonly Allocation[]
}

export const holdOf = (item: unknown): Hold => HoldItem.parse(item)
