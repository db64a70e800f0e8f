import * as z from 'zod'
import type { DoorWindow } from '../domain/door.ts'
import type { BookingId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { Door } from '../domain/space.ts'
import { branded, InstantItem } from './branded.ts'
import type { Table } from './client.ts'
import type { DoorUse } from './door-code.ts'
import { type Condition, when } from './expression.ts'
import { EXPIRY, type Key } from './keys/key.ts'
import { update, type Write } from './write.ts'

/** What a door was told of a booking: the revision, and when the code opens, if it does. */
export type ToldState = { readonly revision: number; readonly window?: DoorWindow | undefined }

/**
 * `told` is what reached the door the way codes reach it now; `isTyped` when staff typed it in or deleted
 * it.
 */
export type HeldCode = {
  readonly code: string
  readonly until: Instant
  readonly told?: ToldState | undefined
  readonly isTyped?: boolean
}

export type TypedCode = { readonly booking: BookingId; readonly code: string; readonly revision: number } & {
  readonly window: DoorWindow
}

export type Typed = { readonly use: DoorUse; readonly told: ToldState }

/** Staff still see for a week which codes to delete. */
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

/** A door that changed between lock and keypad was told nothing in its present way. */
export const toldOf = ({ told }: CodeItem, { byHand }: Door): ToldState | undefined =>
  told && told.byHand === byHand
    ? { revision: told.revision, ...(told.window && { window: told.window }) }
    : undefined

const isTheirsSince = (booking: BookingId, revision: number): Condition =>
  when`#booking = ${booking} AND (attribute_not_exists(#told) OR #told.#revision <= ${revision})`

export const toldUpdate = (table: Table, key: Key, { use, told }: Typed): Write =>
  update(table, key, {
    set: { told: { ...told, byHand: use.door.byHand } },
    when: isTheirsSince(use.booking, told.revision),
  })
