import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { Booking, BookingStatus } from '../domain/booking.ts'
import type { Instant } from '../domain/instant.ts'
import type { Series } from '../domain/series.ts'
import type { Wait } from '../domain/wait.ts'
import { bookingOf } from './booking-item.ts'
import { seriesOf } from './series-item.ts'
import { waitOf } from './wait-item.ts'

/** What a change in the table means to who tells people of it: the stream is the outbox. */
export type OutboxEvent =
  | {
      readonly kind: 'code-added'
      readonly id: string
      readonly email: string
      readonly code: string
      readonly expiresAt: Instant
    }
  | { readonly kind: `booking-${BookingStatus}`; readonly id: string; readonly booking: Booking }
  | { readonly kind: 'series-booked'; readonly id: string; readonly series: Series }
  | { readonly kind: 'wait-ended'; readonly id: string; readonly wait: Wait }

/** A record of the table's stream, as DynamoDB Streams and Lambda write it. */
export type StreamRecord = {
  readonly NewImage?: Record<string, AttributeValue> | undefined
  readonly OldImage?: Record<string, AttributeValue> | undefined
}

const CodeImage = z.object({
  pk: z.string().startsWith('CODE#'),
  email: z.string(),
  code: z.string(),
  expiresAt: z.number().transform((at) => at as Instant),
})

/** The event of a record, or undefined when nobody needs to be told. */
export const outboxEventOf = ({ NewImage, OldImage }: StreamRecord): OutboxEvent | undefined => {
  if (!NewImage) return undefined
  const item = unmarshall(NewImage)
  if (String(item.pk).startsWith('CODE#') && !OldImage) {
    const { pk, email, code, expiresAt } = CodeImage.parse(item)
    return { kind: 'code-added', id: pk, email, code, expiresAt }
  }
  if (String(item.pk).startsWith('SERIES#')) {
    const series = seriesOf(item)
    const isNews = series.state === 'done' && OldImage && seriesOf(unmarshall(OldImage)).state === 'booking'
    return isNews ? { kind: 'series-booked', id: String(item.pk), series } : undefined
  }
  if (String(item.pk).startsWith('WAIT#')) {
    const wait = waitOf(item)
    return wait.status === 'ended' ? { kind: 'wait-ended', id: `${item.pk}#ended`, wait } : undefined
  }
  if (!String(item.pk).startsWith('BOOKING#')) return undefined
  const booking = bookingOf(item)
  // A series tells of all its dates at once; what others do to one of them is told like any other.
  if (booking.series && (booking.status !== 'cancelled' || booking.cause === 'holder')) return undefined
  if (OldImage && bookingOf(unmarshall(OldImage)).status === booking.status) return undefined
  return { kind: `booking-${booking.status}`, id: `${item.pk}#${booking.status}`, booking }
}
