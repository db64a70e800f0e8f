import * as z from 'zod'
import type { Holder, SignedInHolder } from '../domain/holder.ts'
import type { Hash, HolderId, PersonId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { LANGUAGES } from '../domain/language.ts'
import { DEVICES, isOpen, type Session, SIGN_IN_METHODS } from '../domain/session.ts'
import { branded, InstantItem } from './branded.ts'

export const LanguageItem = z.enum(LANGUAGES)

const HolderItem = z.object({
  id: branded<HolderId>(),
  email: z.string().exactOptional(),
  name: z.string().exactOptional(),
  phone: z.string().exactOptional(),
  language: LanguageItem.exactOptional(),
  weeklyHours: z.number().exactOptional(),
  noReminders: z.literal(true).exactOptional(),
  kind: z.literal('association').exactOptional(),
  disabledAt: InstantItem.exactOptional(),
  unreachableSince: InstantItem.exactOptional(),
  identity: branded<Hash>().exactOptional(),
  hasWaited: z.literal(true).exactOptional(),
})

/** What is needed to find the rest while a holder is being forgotten. */
export type Forgetting = { readonly email?: Hash | undefined; readonly person: PersonId }

const ForgettingItem = z.object({
  forgetting: z.object({
    email: branded<Hash>().optional(),
    person: branded<PersonId>(),
  }),
})

export const forgettingOf = (item: unknown): Forgetting | undefined =>
  ForgettingItem.safeParse(item).data?.forgetting

/** Sessions of an earlier version have no beginning, and are over. */
const SessionItem = z.object({
  method: z.enum(SIGN_IN_METHODS).default('code'),
  secondFactor: z.boolean().default(false),
  device: z.enum(DEVICES).default('other'),
  openedAt: InstantItem.default(0 as Instant),
  seenAt: InstantItem.default(0 as Instant),
  closedAt: InstantItem.exactOptional(),
})

export const sessionOf = (item: unknown): Session => SessionItem.parse(item)

export const holderOf = (item: unknown): Holder => HolderItem.parse(item)

/** Undefined when the session is closed or expired, or the holder disabled or being forgotten. */
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
