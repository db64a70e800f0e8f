import type { DoorWindow } from '../../../shared/domain/door.ts'
import type { BookingId, DoorId, SiteId } from '../../../shared/domain/ids.ts'

/** Locks keep the state of the later revision. */
export type AtDoor = {
  readonly site: SiteId
  readonly door: DoorId
  readonly booking: BookingId
  readonly revision: number
}

/** Both calls may repeat, in any order. They throw when a lock may not have received them. */
export type Locks = {
  readonly grant: (at: AtDoor, code: string, window: DoorWindow) => Promise<void>
  readonly revoke: (at: AtDoor) => Promise<void>
}
