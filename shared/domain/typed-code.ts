import type { Booking } from './booking.ts'
import { type DoorWindow, doorOf, doorWindowOf, isSameWindow } from './door.ts'
import type { Instant } from './instant.ts'
import { isSameKeypad, keypadsAt } from './keypad.ts'
import type { Site } from './site.ts'
import type { Door, Space } from './space.ts'

type Facts = {
  readonly site: Pick<Site, 'timeZone'>
  readonly spaces: readonly Space[]
  readonly now: Instant
}

export const keypadsByHand = (spaces: readonly Space[]): Door[] =>
  keypadsAt(spaces).filter(({ byHand }) => byHand)

export const codeToTypeFor = (
  booking: Booking,
  { site, spaces, now }: Facts,
): { readonly door: Door; readonly space: Space; readonly window: DoorWindow } | undefined => {
  const space = spaces.find(({ id }) => id === booking.space)
  const door = doorOf({ booking, space })
  const window = doorWindowOf(booking, site)
  return space && door?.byHand && now < window.until ? { door, space, window } : undefined
}

export const isStillRight = (
  booking: Booking | undefined,
  typed: { readonly door: Door; readonly window: DoorWindow },
  facts: Facts,
): boolean => {
  const wanted = booking && codeToTypeFor(booking, facts)
  return (
    wanted !== undefined && isSameKeypad(wanted.door, typed.door) && isSameWindow(wanted.window, typed.window)
  )
}
