import * as z from 'zod'
import type { HolderId } from '../domain/booking.ts'
import type { Instant } from '../domain/instant.ts'
import type { Actor } from '../domain/rights.ts'

/** Who has no e-mail has no session: an agent acts for somebody, its members for an association. */
export type Holder = {
  readonly id: HolderId
  readonly email?: string
  readonly name?: string
  readonly phone?: string
  readonly kind?: 'association'
}

const HolderItem = z.object({
  id: z.string().transform((id) => id as HolderId),
  email: z.string().exactOptional(),
  name: z.string().exactOptional(),
  phone: z.string().exactOptional(),
  kind: z.literal('association').exactOptional(),
})

const SessionItem = z.object({ expiresAt: z.number(), secondFactor: z.boolean().default(false) })

export type SignedInHolder = Holder & Actor

export const holderOf = (item: unknown): Holder => HolderItem.parse(item)

/** The holder, or undefined when the session is absent, closed or past its time. */
export const signedInHolder = (session: unknown, holder: unknown, now: Instant): SignedInHolder | undefined => {
  if (!session || !holder) return undefined
  const { expiresAt, secondFactor } = SessionItem.parse(session)
  return expiresAt > now ? { ...holderOf(holder), secondFactor } : undefined
}
