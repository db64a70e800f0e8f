import type { DoorWindow } from '../../../shared/domain/door.ts'
import type { BookingId, DoorId, SiteId } from '../../../shared/domain/ids.ts'

/** What a door is told of; of two words about a booking, the one of the later revision holds. */
export type AtDoor = {
  readonly site: SiteId
  readonly door: DoorId
  readonly booking: BookingId
  readonly revision: number
}

/** The keypads. Both may be told again, and in any order. They throw when the door cannot know. */
export type Locks = {
  readonly grant: (at: AtDoor, code: string, window: DoorWindow) => Promise<void>
  readonly revoke: (at: AtDoor) => Promise<void>
}
