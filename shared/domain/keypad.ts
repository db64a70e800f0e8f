import type { Booking } from './booking.ts'
import { doorWindowOf, isOpening } from './door.ts'
import type { Instant } from './instant.ts'
import type { LentSpace } from './overlapping-spaces.ts'
import type { Site } from './site.ts'
import type { Access, Door, Space } from './space.ts'

/** Codes of keypads that a space had long ago have ended. */
const MOST_LEFT = 8

/** Whether codes are those of one keypad, and reach it the same way. */
export const isSameKeypad = (one: Door | undefined, other: Door | undefined): boolean =>
  one?.id === other?.id && one?.digits === other?.digits && one?.byHand === other?.byHand

const keypadIn = ({ kind, door }: Access): Door | undefined => (kind === 'door-code' ? door : undefined)

/** A space once another one is lent so: what is said of a keypad holds for all that is behind it. */
export const withSharedKeypad = <S extends LentSpace>(
  space: S,
  { access: { door } }: Pick<LentSpace, 'access'>,
): S =>
  door && space.access.door?.id === door.id && !isSameKeypad(space.access.door, door)
    ? { ...space, access: { ...space.access, door } }
    : space

/** A space that is changed, with the keypads that it has had. `revision` is that of the change. */
export const withKeypadHistory = (space: Space, before: Space | undefined): Space => {
  const [old, next] = [before && keypadIn(before.access), keypadIn(space.access)]
  if (!before || isSameKeypad(old, next)) return { ...space, keypadHistory: before?.keypadHistory }
  const left = [...(old ? [old] : []), ...(before.keypadHistory?.left ?? [])]
  const once = left.filter(
    (door, at) => !isSameKeypad(door, next) && left.findIndex((each) => isSameKeypad(each, door)) === at,
  )
  return { ...space, keypadHistory: { since: space.revision ?? 1, left: once.slice(0, MOST_LEFT) } }
}

/** The keypads of some spaces, those that they had before among them. */
export const keypadsAt = (spaces: readonly Pick<Space, 'access' | 'keypadHistory'>[]): Door[] => {
  const all = spaces.flatMap(({ access, keypadHistory }) =>
    [keypadIn(access) ?? [], keypadHistory?.left ?? []].flat(),
  )
  return all.filter((door, at) => all.findIndex((each) => isSameKeypad(each, door)) === at)
}

/** Whether a booking that opens a door, or did, was last looked at when its space had another keypad, or none. */
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
