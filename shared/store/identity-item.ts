import * as z from 'zod'
import type { Holder, SignedInHolder } from '../domain/holder.ts'
import type { Hash, HolderId, PersonId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { DEVICES, isOpen, type Session, SIGN_IN_METHODS } from '../domain/session.ts'

const InstantValue = z.number().transform((at) => at as Instant)

const HolderItem = z.object({
  id: z.string().transform((id) => id as HolderId),
  email: z.string().exactOptional(),
  name: z.string().exactOptional(),
  phone: z.string().exactOptional(),
  kind: z.literal('association').exactOptional(),
  disabledAt: InstantValue.exactOptional(),
  identity: z
    .string()
    .transform((hash) => hash as Hash)
    .exactOptional(),
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
export const forgettingOf = (item: unknown): Forgetting | undefined =>
  ForgettingItem.safeParse(item).data?.forgetting

/** One that an earlier version wrote has no beginning: it is over. */
const SessionItem = z.object({
  method: z.enum(SIGN_IN_METHODS).default('code'),
  secondFactor: z.boolean().default(false),
  device: z.enum(DEVICES).default('other'),
  openedAt: InstantValue.default(0 as Instant),
  seenAt: InstantValue.default(0 as Instant),
  closedAt: InstantValue.exactOptional(),
})

export const sessionOf = (item: unknown): Session => SessionItem.parse(item)

export const holderOf = (item: unknown): Holder => HolderItem.parse(item)

/** The holder, or undefined when the session is absent, closed or past its time, or the holder disabled or being forgotten. */
export const signedInHolder = (
  session: unknown,
  holder: unknown,
  now: Instant,
): SignedInHolder | undefined => {
  if (!session || !holder || forgettingOf(holder)) return undefined
  const [opened, whose] = [sessionOf(session), holderOf(holder)]
  return isOpen(opened, now) && whose.disabledAt === undefined
    ? { ...whose, secondFactor: opened.secondFactor }
    : undefined
}
