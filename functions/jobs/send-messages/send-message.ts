import type { Reader } from '../../../shared/domain/language.ts'
import type { StoredInvitation } from '../../../shared/store/invitation-store.ts'
import { invitationSecretOf } from '../../../shared/store/mail-secrets.ts'
import type { OutboxEvent } from '../../../shared/store/outbox.ts'
import type { Owned } from '../../../shared/store/reach.ts'
import { isLasting, UndeliverableError } from '../../invocation/each-record.ts'
import { log } from '../../invocation/log.ts'
import { hashOf } from '../../use-cases/hash.ts'
import { noteUndelivered } from '../../use-cases/note-undelivered.ts'
import { bookingMailsFor } from './booking-messages.ts'
import { consentMailsFor } from './consent-messages.ts'
import { cycleMailsFor } from './cycle-messages.ts'
import { hookMailsFor } from './hook-messages.ts'
import type { Mail } from './mail.ts'
import { codeMail, invitationMail } from './mails/other-mails.ts'
import { membershipMailsFor } from './membership-messages.ts'
import { messageOf } from './message.ts'
import { outsideMailsFor } from './outside-messages.ts'
import { proposalMailsFor } from './proposal-messages.ts'
import type { SendDependencies } from './send-dependencies.ts'
import { ownedBySeries, seriesMailsFor } from './series-messages.ts'
import { RecipientRefusedError } from './transports/refusals.ts'
import { waitMailsFor } from './wait-messages.ts'
import { workshopMailsFor } from './workshop-messages.ts'

const MINUTE_MS = 60_000

/** The person with this address, if they are known. */
const readerAt = async (email: string, { identities }: SendDependencies): Promise<Reader> => {
  const id = await identities.findByEmail(hashOf('email', email))
  return (id && (await identities.findHolder(id))) ?? {}
}

const invitationMailsFor = async (
  { id, grant, email, expiresAt, ...invitation }: StoredInvitation,
  deps: SendDependencies,
): Promise<Mail[]> => {
  if (expiresAt <= deps.now()) return []
  const { role, scope } = grant
  const lent = scope.kind === 'site' ? await deps.sites.findSite(scope.site) : undefined
  const association =
    scope.kind === 'association' ? await deps.identities.findHolder(scope.association) : undefined
  const secret = invitation.secret ?? invitationSecretOf(deps.seal, id)
  const place = lent?.site.name ?? association?.name
  const reader = { ...(await readerAt(email, deps)), email }
  return [invitationMail(reader, { role, scope, place, fragment: `${id}.${secret}` }, deps.origin)]
}

const mailsFor = async (event: OutboxEvent, deps: SendDependencies): Promise<Mail[]> => {
  if (event.kind === 'code-added') {
    const minutes = Math.ceil((event.expiresAt - deps.now()) / MINUTE_MS)
    const digits = deps.code(event.challenge)
    return minutes > 0 ? [codeMail(event, { digits, minutes }, deps.origin)] : []
  }
  if (event.kind === 'invited') return invitationMailsFor(event.invitation, deps)
  if ('proposal' in event) return proposalMailsFor(event, deps)
  if (event.kind === 'membership-changed') return membershipMailsFor(event, deps)
  if (event.kind === 'workshop-changed') return workshopMailsFor(event, deps)
  if (event.kind === 'cycle-booked') return cycleMailsFor(event.seat, deps)
  if (event.kind === 'hook-paused') return hookMailsFor(event.hook, deps)
  if (event.kind === 'outside-unread') return outsideMailsFor(event, deps)
  if ('space' in event) return consentMailsFor(event, deps)
  if ('wait' in event) return waitMailsFor(event, deps)
  return 'series' in event ? seriesMailsFor(event, deps) : bookingMailsFor(event, deps)
}

/** Another run is sending it. */
export class UnderWayError extends Error {
  override readonly name = 'UnderWayError'
}

/** Staff calls who refuses our mails, and who cannot be sent this one; the log tells operators of the latter. */
const sendOrTellStaff = async (id: string, mail: Mail, deps: SendDependencies): Promise<void> => {
  const sentAt = deps.now()
  try {
    await deps.send(messageOf(mail, id, sentAt))
  } catch (error) {
    const isRefused = error instanceof RecipientRefusedError
    if (!isRefused && !(error instanceof UndeliverableError)) throw error
    const outcome = await noteUndelivered({ email: mail.to, sentAt, isLasting: isRefused }, deps)
    if (!isRefused) throw error
    log('warn', 'recipient refused', { code: error.message, outcome })
  }
}

export const sendOnce = async (id: string, mail: Mail, deps: SendDependencies): Promise<void> => {
  const begun = await deps.marks.begin(id, deps.now())
  if (begun === 'told') return
  if (begun === 'held') throw new UnderWayError('somebody else is telling of it')
  try {
    await sendOrTellStaff(id, mail, deps)
  } catch (error) {
    await deps.marks.giveUp(id)
    throw error
  }
  await deps.marks.told(id, deps.now())
}

/** None stops another. While one may still be sent, the fault is one after which they come again. */
export const allSent = async (sending: readonly Promise<void>[]): Promise<void> => {
  const ended = await Promise.allSettled(sending)
  const faults = ended.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  const fault = faults.find((each) => !isLasting(each)) ?? faults[0]
  if (fault !== undefined) throw fault
}

const ownedIn = (event: OutboxEvent): Owned | undefined => {
  if ('booking' in event) return event.booking
  if ('series' in event) return ownedBySeries(event)
  return 'wait' in event ? event.wait : undefined
}

const FOR_SEVERAL: ReadonlySet<OutboxEvent['kind']> = new Set([
  'proposal-made',
  'workshop-changed',
  'membership-changed',
  'space-lent',
  'consent-changed',
  'hook-paused',
  'outside-unread',
])

/** Associations, proposals and workshops have several recipients, each told once. */
const markOf = (event: OutboxEvent, mail: Mail): string => {
  if (mail.once !== undefined) return `${mail.once}#${hashOf('told', mail.to)}`
  const owned = ownedIn(event)
  const isForOne = !FOR_SEVERAL.has(event.kind) && owned?.bookedBy === undefined
  return isForOne ? event.id : `${event.id}#${hashOf('told', mail.to)}`
}

/** The mails that are being sent, by their marks. */
export type UnderWay = Map<string, Promise<void>>

/** Records of one batch may tell somebody the same: the second waits for the first. */
const sendTogether = (id: string, mail: Mail, underWay: UnderWay, deps: SendDependencies) => {
  const sending = underWay.get(id) ?? sendOnce(id, mail, deps).finally(() => underWay.delete(id))
  underWay.set(id, sending)
  return sending
}

/**
 * Sends an event's messages, normally once however often the event arrives. Throws if a message failed or
 * another run is sending it, so that the event comes again.
 */
export const sendMessage = async (
  event: OutboxEvent,
  deps: SendDependencies,
  underWay: UnderWay = new Map(),
): Promise<void> => {
  const mails = await mailsFor(event, deps)
  await allSent(mails.map((mail) => sendTogether(markOf(event, mail), mail, underWay, deps)))
}
