import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { Booking } from '../domain/booking.ts'
import { isByStaff } from '../domain/booking-state.ts'
import type { BookingId, Hash } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { type News, newsOf } from '../domain/news.ts'
import type { Proposal } from '../domain/proposal.ts'
import type { Series } from '../domain/series.ts'
import type { WaitlistEntry } from '../domain/waitlist.ts'
import { bookingOf } from './booking-item.ts'
import { invitationOf, type StoredInvitation } from './invitation-store.ts'
import { bookingKey, challengeIn } from './keys.ts'
import { proposalOf } from './proposal-item.ts'
import { seriesOf } from './series-item.ts'
import { waitlistEntryOf } from './waitlist-item.ts'

/** What a change in the table means to who tells people of it: the stream is the outbox. */
export type OutboxEvent =
  | {
      readonly kind: 'code-added'
      readonly id: string
      readonly challenge: Hash
      readonly email: string
      readonly expiresAt: Instant
    }
  | {
      readonly kind: `booking-${News}`
      readonly id: string
      readonly booking: Booking
      readonly from: Booking | undefined
    }
  | { readonly kind: 'series-booked'; readonly id: string; readonly series: Series }
  | {
      readonly kind: 'series-extended'
      readonly id: string
      readonly series: Series
      readonly dates: readonly LocalDate[]
    }
  | { readonly kind: 'proposal-made' | 'proposal-answered'; readonly id: string; readonly proposal: Proposal }
  | { readonly kind: 'wait-ended'; readonly id: string; readonly wait: WaitlistEntry }
  | { readonly kind: 'invited'; readonly id: string; readonly invitation: StoredInvitation }

/** A record of the table's stream, as DynamoDB Streams and Lambda write it. */
export type StreamRecord = {
  readonly NewImage?: Record<string, AttributeValue> | undefined
  readonly OldImage?: Record<string, AttributeValue> | undefined
}

const CodeImage = z.object({
  pk: z.string().startsWith('CODE#'),
  email: z.string(),
  expiresAt: z.number().transform((at) => at as Instant),
})

/** A series is told of when its dates are booked, and when more of them are or could not be: once for all of them. */
const seriesEventOf = (id: string, before: Series, series: Series): OutboxEvent | undefined => {
  if (series.state !== 'done') return undefined
  if (before.state === 'booking') return { kind: 'series-booked', id, series }
  if (series.rolling?.pending.length) return undefined
  const dates = (before.rolling?.pending ?? []).filter((date) => series.refusals[date]?.kind !== 'cancelled')
  return dates.length > 0
    ? { kind: 'series-extended', id: `${id}#${series.revision}`, series, dates }
    : undefined
}

/** A series tells of all its dates at once, and of none that its holder changes; what others do to one is told. */
const isOfHolder = (booking: Booking, from: Booking | undefined, news: News): boolean =>
  !isByStaff(booking) &&
  (!from || news === 'moved' || booking.status === 'requested' || booking.cause === 'holder')

const bookingEventOf = (booking: Booking, from: Booking | undefined): OutboxEvent | undefined => {
  const news = newsOf(from, booking)
  if (!news || (booking.series && isOfHolder(booking, from, news))) return undefined
  return { kind: `booking-${news}`, id: `${bookingKey(booking.id).pk}#${booking.revision}`, booking, from }
}

const proposalEventOf = (id: string, proposal: Proposal, isNew: boolean): OutboxEvent | undefined => {
  if (proposal.status === 'asked')
    return isNew ? { kind: 'proposal-made', id: `${id}#made`, proposal } : undefined
  return proposal.status === 'withdrawn' ? undefined : { kind: 'proposal-answered', id, proposal }
}

export type BookingRecord = { readonly booking: Booking; readonly from: Booking | undefined }

/** What a record says of a booking, new or changed in any way; undefined when it is of something else. */
export const bookingRecordOf = ({ NewImage, OldImage }: StreamRecord): BookingRecord | undefined => {
  if (!NewImage?.pk?.S?.startsWith(bookingKey('' as BookingId).pk)) return undefined
  return { booking: bookingOf(unmarshall(NewImage)), from: OldImage && bookingOf(unmarshall(OldImage)) }
}

/** The event of a record, or undefined when nobody needs to be told. */
export const outboxEventOf = (record: StreamRecord): OutboxEvent | undefined => {
  const { NewImage, OldImage } = record
  if (!NewImage) return undefined
  const item = unmarshall(NewImage)
  if (String(item.pk).startsWith('CODE#') && !OldImage) {
    const { pk, email, expiresAt } = CodeImage.parse(item)
    return { kind: 'code-added', id: pk, challenge: challengeIn(pk), email, expiresAt }
  }
  if (String(item.pk).startsWith('INVITATION#') && !OldImage) {
    return { kind: 'invited', id: String(item.pk), invitation: invitationOf(item) }
  }
  if (String(item.pk).startsWith('SERIES#')) {
    return OldImage && seriesEventOf(String(item.pk), seriesOf(unmarshall(OldImage)), seriesOf(item))
  }
  if (String(item.pk).startsWith('PROPOSAL#')) {
    return proposalEventOf(`${item.pk}#${item.sk}`, proposalOf(item), !OldImage)
  }
  if (String(item.pk).startsWith('WAIT#')) {
    const wait = waitlistEntryOf(item)
    return wait.status === 'ended' ? { kind: 'wait-ended', id: `${item.pk}#ended`, wait } : undefined
  }
  const changed = bookingRecordOf(record)
  return changed && bookingEventOf(changed.booking, changed.from)
}
