import { asOf } from '../../shared/domain/booking-state.ts'
import {
  type DoorCodeState,
  type DoorWindow,
  doorCodeStateOf,
  doorOf,
  doorWindowOf,
} from '../../shared/domain/door.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { Dependencies } from '../dependencies.ts'
import { may } from './authorize.ts'
import type { FoundBooking } from './find-booking.ts'

export type DoorCode = {
  readonly state: DoorCodeState
  readonly window: DoorWindow
  readonly code?: string | undefined
  readonly byHand?: true | undefined
}

export type DoorDeps = Pick<Dependencies, 'doors' | 'grants' | 'sites' | 'now'>

/** Holders know the code; agents know it for people who read it nowhere. */
const mayKnow = async ({ booking, holder }: FoundBooking, by: Actor, deps: DoorDeps): Promise<boolean> => {
  const { holder: owner, site, channel } = booking
  if (await may(by, 'read-door-code', { owner }, deps)) return true
  const isActedFor = holder.email === undefined && channel !== 'web'
  return isActedFor && may(by, 'tell-door-code', { site }, deps)
}

/** Undefined where no keypad opens the space. */
export const readDoorCode = async (
  found: FoundBooking,
  by: Actor,
  deps: DoorDeps,
): Promise<DoorCode | undefined> => {
  const [now, { site, space }] = [deps.now(), found]
  const booking = asOf(found.booking, now)
  const door = doorOf({ booking, space })
  if (!door || !deps.doors) return undefined
  const seen = { booking, site, mayKnow: await mayKnow(found, by, deps), now }
  const window = doorWindowOf(booking, site)
  const { byHand } = door
  const before = doorCodeStateOf(seen, undefined)
  if (before !== 'awaited') return before && { state: before, window, byHand }
  const held = await deps.doors.findCode({ site: site.id, door, booking: booking.id })
  return doorCodeStateOf(seen, held?.told?.window) === 'shown'
    ? { state: 'shown', window, byHand, code: held?.code }
    : { state: before, window, byHand }
}
