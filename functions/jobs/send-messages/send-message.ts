import type { Booking } from '../../../shared/domain/booking.ts'
import { hasLapsed } from '../../../shared/domain/booking-change.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import type { Series } from '../../../shared/domain/series.ts'
import type { Wait } from '../../../shared/domain/wait.ts'
import type { BookingStore } from '../../../shared/store/booking-store.ts'
import type { IdentityStore } from '../../../shared/store/identity-store.ts'
import type { StoredInvitation } from '../../../shared/store/invitation-store.ts'
import type { MessageStore } from '../../../shared/store/message-store.ts'
import type { OutboxEvent } from '../../../shared/store/outbox.ts'
import type { SiteStore } from '../../../shared/store/site-store.ts'
import type { WorkshopStore } from '../../../shared/store/workshop-store.ts'
import { bookingMessage } from './booking-messages.ts'
import { invitationMessage } from './invitation-message.ts'
import { codeMessage, extendedMessage, type Message, seriesMessage, waitEndedMessage } from './messages.ts'

export type SendDependencies = {
  readonly now: () => Instant
  readonly origin: string
  readonly bookings: Pick<BookingStore, 'findBooking'>
  readonly sites: Pick<SiteStore, 'findSite'>
  readonly workshops: Pick<WorkshopStore, 'findWorkshops'>
  readonly identities: Pick<IdentityStore, 'findHolder'>
  readonly marks: MessageStore
  readonly send: (message: Message) => Promise<void>
}

const MINUTE_MS = 60_000

type SeriesEvent = Extract<OutboxEvent, { readonly series: Series }>

const seriesMessageFor = async (event: SeriesEvent, deps: SendDependencies): Promise<Message | undefined> => {
  const { series } = event
  const [lent, holder] = await Promise.all([
    deps.sites.findSite(series.site),
    deps.identities.findHolder(series.holder),
  ])
  if (!lent || !holder?.email) return undefined
  const space = lent.spaces.find(({ id }) => id === series.space)
  const placed = { series, site: lent.site, space }
  return event.kind === 'series-booked'
    ? seriesMessage(holder.email, placed, deps.origin)
    : extendedMessage(holder.email, { ...placed, dates: event.dates }, deps.origin)
}

const bookingMessageFor = async (
  { kind, booking, from }: Extract<OutboxEvent, { readonly booking: Booking }>,
  deps: SendDependencies,
): Promise<Message | undefined> => {
  const [latest, lent, holder, replaced, [workshop]] = await Promise.all([
    deps.bookings.findBooking(booking.id),
    deps.sites.findSite(booking.site),
    deps.identities.findHolder(booking.holder),
    booking.replaces && booking.status === 'offered' ? deps.bookings.findBooking(booking.replaces) : undefined,
    deps.workshops.findWorkshops(booking.workshop ? [booking.workshop] : []),
  ])
  // A message that left late says nothing that is no longer so.
  const isPast = latest?.revision !== booking.revision || hasLapsed(booking, deps.now())
  if (!lent || !holder?.email || isPast) return undefined
  const space = lent.spaces.find(({ id }) => id === (workshop ?? booking).space)
  const placed = { booking, site: lent.site, space, workshop }
  return bookingMessage(holder.email, { ...placed, kind, from, replaced }, deps.origin)
}

const waitMessageFor = async (wait: Wait, deps: SendDependencies): Promise<Message | undefined> => {
  const {
    sites: [site],
    workshop,
    holder: id,
  } = wait
  const [lent, found, holder] = await Promise.all([
    site && deps.sites.findSite(site),
    deps.workshops.findWorkshops(workshop ? [workshop] : []),
    deps.identities.findHolder(id),
  ])
  return lent && found[0] && holder?.email
    ? waitEndedMessage(holder.email, { workshop: found[0], site: lent.site }, deps.origin)
    : undefined
}

const invitationMessageFor = async (
  { id, grant, email, secret, expiresAt }: StoredInvitation,
  deps: SendDependencies,
): Promise<Message | undefined> => {
  if (expiresAt <= deps.now()) return undefined
  const { role, scope } = grant
  const lent = scope.kind === 'site' ? await deps.sites.findSite(scope.site) : undefined
  const association = scope.kind === 'association' ? await deps.identities.findHolder(scope.association) : undefined
  const place = lent?.site.name ?? association?.name
  return invitationMessage(email, { role, scope, place }, `${deps.origin}/invitation#${id}.${secret}`)
}

const messageFor = async (event: OutboxEvent, deps: SendDependencies): Promise<Message | undefined> => {
  if (event.kind === 'code-added') {
    const minutes = Math.ceil((event.expiresAt - deps.now()) / MINUTE_MS)
    return minutes > 0 ? codeMessage(event.email, event.code, minutes) : undefined
  }
  if (event.kind === 'invited') return invitationMessageFor(event.invitation, deps)
  if (event.kind === 'wait-ended') return waitMessageFor(event.wait, deps)
  return 'series' in event ? seriesMessageFor(event, deps) : bookingMessageFor(event, deps)
}

/**
 * Tells who is concerned by an event, once in the ordinary run of things, however often the event arrives. Throws when
 * the message did not leave, or when somebody else is at it: then it is delivered again.
 */
export const sendMessage = async (event: OutboxEvent, deps: SendDependencies): Promise<void> => {
  const message = await messageFor(event, deps)
  if (!message) return
  const begun = await deps.marks.begin(event.id, deps.now())
  if (begun === 'told') return
  if (begun === 'held') throw new Error('somebody else is telling of it')
  try {
    await deps.send(message)
  } catch (error) {
    await deps.marks.giveUp(event.id)
    throw error
  }
  await deps.marks.told(event.id, deps.now())
}
