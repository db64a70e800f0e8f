import * as z from 'zod'
import type { Instant } from '../../../shared/domain/instant.ts'
import type { Undelivered } from '../../use-cases/note-undelivered.ts'

/** The part that is used of what Amazon SES tells by EventBridge. */
const FeedbackEvent = z.object({
  detail: z.object({
    eventType: z.string(),
    mail: z.object({ timestamp: z.iso.datetime(), destination: z.array(z.string()).default([]) }),
    bounce: z
      .object({
        bounceType: z.string(),
        bouncedRecipients: z.array(z.object({ emailAddress: z.string() })),
      })
      .optional(),
    complaint: z.object({ complainedRecipients: z.array(z.object({ emailAddress: z.string() })) }).optional(),
  }),
})

/** `<camille@example.org>` or `camille@example.org`, in any case. */
const addressIn = (text: string): string =>
  text
    .replace(/^.*<|>.*$/gs, '')
    .trim()
    .toLowerCase()

/** What did not arrive, for each address; what arrived late or was opened is none of it. */
export const undeliveredIn = (event: unknown): Undelivered[] => {
  const { eventType, mail, bounce, complaint } = FeedbackEvent.parse(event).detail
  const sentAt = Date.parse(mail.timestamp) as Instant
  const all = (addresses: readonly string[], isLasting: boolean) =>
    addresses.map((address) => ({ email: addressIn(address), sentAt, isLasting }))
  const of = (recipients: readonly { readonly emailAddress: string }[]) =>
    recipients.map(({ emailAddress }) => emailAddress)
  if (bounce) return all(of(bounce.bouncedRecipients), bounce.bounceType === 'Permanent')
  // Who calls our mails unwanted gets no more of them.
  if (complaint) return all(of(complaint.complainedRecipients), true)
  return eventType === 'Reject' ? all(mail.destination, false) : []
}
