import * as z from 'zod'
import type { HolderId } from '../domain/booking.ts'
import type { Instant } from '../domain/instant.ts'
import type { Actor } from '../domain/rights.ts'
import type { PersonId } from '../domain/tally.ts'
import type { Hash } from './keys.ts'

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

/** What is left of an address while all that it led to is being forgotten. */
export type Forgetting = { readonly email?: Hash | undefined; readonly person: PersonId }

const ForgettingItem = z.object({
  forgetting: z.object({
    email: z
      .string()
      .transform((hash) => hash as Hash)
      .optional(),
    person: z.string().transform((id) => id as PersonId),
  }),
})

/** Undefined for somebody who stays. */
export const forgettingOf = (item: unknown): Forgetting | undefined => ForgettingItem.safeParse(item).data?.forgetting

const SessionItem = z.object({ expiresAt: z.number(), secondFactor: z.boolean().default(false) })

export type Session = { readonly expiresAt: Instant; readonly secondFactor: boolean }

export const sessionOf = (item: unknown): Session => {
  const { expiresAt, secondFactor } = SessionItem.parse(item)
  return { expiresAt: expiresAt as Instant, secondFactor }
}

export type SignedInHolder = Holder & Actor

export const holderOf = (item: unknown): Holder => HolderItem.parse(item)

/** The holder, or undefined when the session is absent, closed or past its time, or its holder is being forgotten. */
export const signedInHolder = (session: unknown, holder: unknown, now: Instant): SignedInHolder | undefined => {
  if (!session || !holder || forgettingOf(holder)) return undefined
  const { expiresAt, secondFactor } = SessionItem.parse(session)
  return expiresAt > now ? { ...holderOf(holder), secondFactor } : undefined
}
