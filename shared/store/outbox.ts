import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { Booking } from '../domain/booking.ts'
import { isByStaff, isWithSeries } from '../domain/booking-state.ts'
import type { Hash } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { Language } from '../domain/language.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { type News, newsOf } from '../domain/news.ts'
import type { Proposal } from '../domain/proposal.ts'
import type { EndedAct, Series } from '../domain/series.ts'
import { openActOf } from '../domain/series-act.ts'
import type { Workshop } from '../domain/workshop.ts'
import { isNewToMediators, isNewToPeople } from '../domain/workshop-edit.ts'
import { bookingOf } from './booking-item.ts'
import { InstantItem } from './branded.ts'
import { type HookPausedEvent, hookPausedEventOf } from './hook-paused.ts'
import { LanguageItem } from './identity-item.ts'
import { invitationOf, type StoredInvitation } from './invitation-store.ts'
import { BOOKINGS, bookingKey } from './keys/booking-keys.ts'
import { MEMBERSHIPS } from './keys/holder-keys.ts'
import { isHookKey } from './keys/hook-keys.ts'
import { keyOf } from './keys/key.ts'
import { PROPOSALS } from './keys/proposal-keys.ts'
import { INVITATIONS } from './keys/right-keys.ts'
import { ALL_SERIES } from './keys/series-keys.ts'
import { CODES, challengeIn } from './keys/sign-in-keys.ts'
import { SPACES } from './keys/site-keys.ts'
import { WAITLIST_ENTRIES } from './keys/waitlist-keys.ts'
import { WORKSHOP, WORKSHOPS } from './keys/workshop-keys.ts'
import { type MembershipEvent, membershipEventOf } from './membership-event.ts'
import { isOutside, type OutsideEvent, outsideEventOf } from './outside-event.ts'
import { proposalOf } from './proposal-item.ts'
import { seriesOf } from './series-item.ts'
import { type SpaceEvent, spaceEventOf } from './space-event.ts'
import { type WaitEvent, waitEventOf } from './wait-event.ts'
import { workshopOf } from './workshop-item.ts'

/** The stream is the outbox: an event is what a change means to those who are told of it. */
export type OutboxEvent =
  | {
      readonly kind: 'code-added'
      readonly id: string
      readonly challenge: Hash
      readonly email: string
      readonly language?: Language | undefined
      readonly expiresAt: Instant
    }
  | {
      readonly kind: `booking-${News}`
      readonly id: string
      readonly booking: Booking
      readonly from: Booking | undefined
    }
  | { readonly kind: 'cycle-booked'; readonly id: string; readonly seat: Booking }
  | { readonly kind: 'series-booked'; readonly id: string; readonly series: Series }
  | {
      readonly kind: 'series-extended'
      readonly id: string
      readonly series: Series
      readonly dates: readonly LocalDate[]
    }
  | { readonly kind: 'series-changed'; readonly id: string; readonly series: Series; readonly act: EndedAct }
  | { readonly kind: 'proposal-made' | 'proposal-answered'; readonly id: string; readonly proposal: Proposal }
  | WaitEvent
  | {
      readonly kind: 'workshop-changed'
      readonly id: string
      readonly workshop: Workshop
      readonly before: Workshop
    }
  | MembershipEvent
  | SpaceEvent
  | HookPausedEvent
  | OutsideEvent
  | { readonly kind: 'invited'; readonly id: string; readonly invitation: StoredInvitation }

export type StreamRecord = {
  readonly NewImage?: Record<string, AttributeValue> | undefined
  readonly OldImage?: Record<string, AttributeValue> | undefined
}

const CodeImage = z.object({
  email: z.string(),
  language: LanguageItem.optional(),
  expiresAt: InstantItem,
})

/** Told once, when the act of one person has ended. */
const actEventOf = (id: string, before: Series, series: Series): OutboxEvent | undefined => {
  const { told: act, revision } = series
  const isOver = act && openActOf(before, act) && !openActOf(series, act)
  return isOver ? { kind: 'series-changed', id: `${id}#${revision}`, series, act } : undefined
}

/** A series is announced once when its dates are booked, and once when more are added. */
const seriesEventOf = (id: string, before: Series, series: Series): OutboxEvent | undefined => {
  const acted = actEventOf(id, before, series)
  if (acted || series.state !== 'done') return acted
  if (before.state === 'booking') return { kind: 'series-booked', id, series }
  if (series.rolling?.pending.length) return undefined
  const dates = (before.rolling?.pending ?? []).filter((date) => series.refusals[date]?.kind !== 'cancelled')
  return dates.length > 0
    ? { kind: 'series-extended', id: `${id}#${series.revision}`, series, dates }
    : undefined
}

/** The series announces its own dates; what is changed alone, or by others, is told alone. */
const isOfHolder = (booking: Booking, from: Booking | undefined, news: News): boolean => {
  if (isByStaff(booking)) return false
  if (!from || booking.status === 'requested') return true
  return (news === 'moved' || booking.cause === 'holder') && isWithSeries(booking)
}

const bookingEventOf = (booking: Booking, from: Booking | undefined): OutboxEvent | undefined => {
  const id = `${bookingKey(booking.id).sk}#${booking.revision}`
  if (booking.cycleToldAt !== from?.cycleToldAt) return { kind: 'cycle-booked', id, seat: booking }
  const news = newsOf(from, booking)
  if (booking.withCycle && !from) return undefined
  // A workshop tells of its own move, offered seats included, and of who leads it from now on.
  const isStill = from?.status === booking.status && news !== 'seat-returned'
  if ((isStill && booking.workshop) || booking.cause === 'handed-over') return undefined
  if (!news || (booking.series && isOfHolder(booking, from, news))) return undefined
  return { kind: `booking-${news}`, id, booking, from }
}

const proposalEventOf = (id: string, proposal: Proposal, isNew: boolean): OutboxEvent | undefined => {
  if (proposal.status === 'asked')
    return isNew ? { kind: 'proposal-made', id: `${id}#made`, proposal } : undefined
  return proposal.status === 'withdrawn' ? undefined : { kind: 'proposal-answered', id, proposal }
}

/** An edit, but not a mediator who is forgotten. Cancelling is told by the seats that end. */
const workshopEventOf = (id: string, before: Workshop, workshop: Workshop): OutboxEvent | undefined =>
  workshop.status === 'planned' &&
  workshop.revision !== before.revision &&
  (isNewToPeople(before, workshop) || isNewToMediators(before, workshop))
    ? { kind: 'workshop-changed', id: `${id}#${workshop.revision}`, workshop, before }
    : undefined

export type BookingRecord = { readonly booking: Booking; readonly from: Booking | undefined }

export const bookingRecordOf = ({ NewImage, OldImage }: StreamRecord): BookingRecord | undefined => {
  if (!NewImage?.pk?.S?.startsWith(BOOKINGS)) return undefined
  return { booking: bookingOf(unmarshall(NewImage)), from: OldImage && bookingOf(unmarshall(OldImage)) }
}

export const outboxEventOf = (record: StreamRecord): OutboxEvent | undefined => {
  const { NewImage, OldImage } = record
  if ((NewImage ?? OldImage)?.sk?.S?.startsWith(MEMBERSHIPS))
    return membershipEventOf(OldImage && unmarshall(OldImage), NewImage && unmarshall(NewImage))
  if (!NewImage) return undefined
  const item = unmarshall(NewImage)
  const pk = String(item.pk)
  if (pk.startsWith(CODES) && !OldImage) {
    return { kind: 'code-added', id: pk, challenge: challengeIn(pk), ...CodeImage.parse(item) }
  }
  if (pk.startsWith(INVITATIONS) && !OldImage) {
    return { kind: 'invited', id: pk, invitation: invitationOf(item) }
  }
  if (pk.startsWith(ALL_SERIES)) {
    return OldImage && seriesEventOf(pk, seriesOf(unmarshall(OldImage)), seriesOf(item))
  }
  if (pk.startsWith(WORKSHOPS) && item.sk === WORKSHOP) {
    return OldImage && workshopEventOf(pk, workshopOf(unmarshall(OldImage)), workshopOf(item))
  }
  if (isOutside(item)) return outsideEventOf(OldImage && unmarshall(OldImage), item)
  if (String(item.sk).startsWith(SPACES)) return spaceEventOf(OldImage && unmarshall(OldImage), item)
  if (pk.startsWith(PROPOSALS)) {
    return proposalEventOf(`${pk}#${item.sk}`, proposalOf(item), !OldImage)
  }
  if (pk.startsWith(WAITLIST_ENTRIES)) {
    return waitEventOf(pk, OldImage && unmarshall(OldImage), item)
  }
  if (isHookKey(keyOf(item))) return hookPausedEventOf(OldImage && unmarshall(OldImage), item)
  const changed = bookingRecordOf(record)
  return changed && bookingEventOf(changed.booking, changed.from)
}
