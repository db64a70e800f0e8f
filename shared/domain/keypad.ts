import type { Booking } from './booking.ts'
import { doorWindowOf, isOpening, keypadIn } from './door.ts'
import type { Instant } from './instant.ts'
import type { LentSpace } from './overlapping-spaces.ts'
import type { Site } from './site.ts'
import type { Door, Space } from './space.ts'

/** Codes of older keypads have expired. */
const MOST_LEFT = 8

export const isSameKeypad = (one: Door | undefined, other: Door | undefined): boolean =>
  one?.id === other?.id && one?.digits === other?.digits && one?.byHand === other?.byHand

export const withSharedKeypad = <S extends LentSpace>(space: S, { access }: Pick<LentSpace, 'access'>): S => {
  const [own, door] = [keypadIn(space.access), keypadIn(access)]
  return door && own?.id === door.id && !isSameKeypad(own, door)
    ? { ...space, access: { ...space.access, kind: 'door-code', door } }
    : space
}

export const withKeypadHistory = (space: Space, before: Space | undefined): Space => {
  const [old, next] = [before && keypadIn(before.access), keypadIn(space.access)]
  if (!before || isSameKeypad(old, next)) return { ...space, keypadHistory: before?.keypadHistory }
  const left = [...(old ? [old] : []), ...(before.keypadHistory?.left ?? [])]
  const once = left.filter(
    (door, at) => !isSameKeypad(door, next) && left.findIndex((each) => isSameKeypad(each, door)) === at,
  )
  return { ...space, keypadHistory: { since: space.revision ?? 1, left: once.slice(0, MOST_LEFT) } }
}

export const keypadsAt = (spaces: readonly Pick<Space, 'access' | 'keypadHistory'>[]): Door[] => {
  const all = spaces.flatMap(({ access, keypadHistory }) =>
    [keypadIn(access) ?? [], keypadHistory?.left ?? []].flat(),
  )
  return all.filter((door, at) => all.findIndex((each) => isSameKeypad(each, door)) === at)
}

/** Whether the booking was last changed under another keypad of its space, or none. */
export const predatesKeypad = (
  booking: Booking,
  {
    space,
    site,
    now,
  }: { readonly space: Space; readonly site: Pick<Site, 'timeZone'>; readonly now: Instant },
): boolean =>
  space.keypadHistory !== undefined &&
  (booking.lentAs ?? 0) < space.keypadHistory.since &&
  isOpening(booking) &&
  doorWindowOf(booking, site).until > now
