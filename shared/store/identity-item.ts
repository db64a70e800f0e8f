import * as z from 'zod'
import type { HolderId } from '../domain/booking.ts'
import type { Instant } from '../domain/instant.ts'
import type { Actor } from '../domain/rights.ts'

/** Somebody without an e-mail has no session: an agent acts for them. */
export type Holder = {
  readonly id: HolderId
  readonly email?: string
  readonly name?: string
  readonly phone?: string
}

const HolderItem = z.object({
  id: z.string().transform((id) => id as HolderId),
  email: z.string().exactOptional(),
  name: z.string().exactOptional(),
  phone: z.string().exactOptional(),
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
