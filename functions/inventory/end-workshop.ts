import type { Booking, CancellationCause } from '../../shared/domain/booking.ts'
import { cancelled } from '../../shared/domain/booking-change.ts'
import type { InventoryDependencies } from './inventory-dependencies.ts'
import { settle } from './settle.ts'

export type Reason = { readonly cause: CancellationCause; readonly note?: string | undefined }

/** Ends a workshop that has lost its room. Throws ContentionError when the room was not as it was read. */
export const endWorkshop = (room: Booking, { cause, note }: Reason, deps: InventoryDependencies): Promise<void> =>
  settle([{ from: room, to: cancelled(room, cause, note) }], deps)
