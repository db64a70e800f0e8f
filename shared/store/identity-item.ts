import * as z from 'zod'
import type { HolderId } from '../domain/booking.ts'
import type { Instant } from '../domain/instant.ts'

export type Holder = { readonly id: HolderId; readonly email: string; readonly name?: string }

const HolderItem = z.object({
  id: z.string().transform((id) => id as HolderId),
  email: z.string(),
  name: z.string().exactOptional(),
})

const SessionItem = z.object({ expiresAt: z.number() })

export const holderOf = (item: unknown): Holder => HolderItem.parse(item)

/** The holder, or undefined when the session is absent, closed or past its time. */
export const signedInHolder = (session: unknown, holder: unknown, now: Instant): Holder | undefined =>
  session && holder && SessionItem.parse(session).expiresAt > now ? holderOf(holder) : undefined
