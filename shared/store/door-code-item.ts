import * as z from 'zod'
import type { DoorWindow } from '../domain/door.ts'
import type { BookingId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { Door } from '../domain/space.ts'
import { branded, InstantItem } from './branded.ts'
import type { Table } from './client.ts'
import type { DoorUse } from './door-code.ts'
import { when } from './expression.ts'
import { EXPIRY, type Key } from './keys/key.ts'
import { update, type Write } from './write.ts'

/** What a door knows of a booking since one of its revisions: when its code opens; `window` is absent when it does not. */
export type ToldState = { readonly revision: number; readonly window?: DoorWindow | undefined }

/** `told`: as codes reach that door now; `isTyped`: somebody has typed it in, or deleted it, by hand since. */
export type HeldCode = {
  readonly code: string
  readonly until: Instant
  readonly told?: ToldState | undefined
  readonly isTyped?: boolean
}

export type TypedCode = { readonly booking: BookingId; readonly code: string; readonly revision: number } & {
  readonly window: DoorWindow
}

/** What somebody has typed in, or deleted, by hand. */
export type Typed = { readonly use: DoorUse; readonly told: ToldState }

/** Long enough for whoever types codes in to see which are to be deleted. */
const KEPT_SECONDS = 7 * 86_400

export const CodeItem = z.object({
  booking: branded<BookingId>(),
  until: InstantItem,
  told: z
    .object({
      revision: z.int().min(0),
      window: z.object({ from: InstantItem, until: InstantItem }).exactOptional(),
      byHand: z.literal(true).exactOptional(),
    })
    .exactOptional(),
})
export type CodeItem = z.infer<typeof CodeItem>

export const expiryOf = (until: Instant) => ({ until, [EXPIRY]: Math.ceil(until / 1000) + KEPT_SECONDS })

/** What a door was told in another way than now says nothing of what it knows. */
export const toldOf = ({ told }: CodeItem, { byHand }: Door): ToldState | undefined =>
  told && told.byHand === byHand
    ? { revision: told.revision, ...(told.window && { window: told.window }) }
    : undefined

/** On condition that it was told of no later revision. */
export const toldUpdate = (table: Table, key: Key, { use, told }: Typed): Write =>
  update(table, key, {
    set: { told: { ...told, byHand: use.door.byHand } },
    when: when`#booking = ${use.booking} AND (attribute_not_exists(#told) OR #told.#revision <= ${told.revision})`,
  })
