import type { SpaceId } from '../../shared/domain/ids.ts'
import { lentSpace } from './house.ts'

/** The spaces of a model run: a room that divides in two, one with buffers, one of desks only. */
export const FLOOR_SPACES = [
  lentSpace('salle', { capacity: 6, parts: ['salle-a', 'salle-b'] as SpaceId[] }),
  lentSpace('salle-a', { capacity: 2 }),
  lentSpace('salle-b', { capacity: 3 }),
  lentSpace('atelier', { capacity: 2, buffers: { beforeQuarters: 1, afterQuarters: 2 } }),
  lentSpace('bureau', { capacity: 3, uses: ['desk'] }),
]
export const SPACE_NAMES = ['salle', 'salle-a', 'salle-b', 'atelier', 'bureau'] as const
export type SpaceName = (typeof SPACE_NAMES)[number]

const SIZE: Readonly<Record<SpaceName, number>> = {
  salle: 6,
  'salle-a': 2,
  'salle-b': 3,
  atelier: 2,
  bureau: 3,
}

export type SlotRequest = {
  readonly space: SpaceName
  readonly day: 0 | 1
  readonly start: number
  readonly end: number
  readonly use: 'desk' | 'room'
  readonly places: number
}
export type Stay = SlotRequest & { readonly person: number; readonly live: boolean }

/** Counts people on a floor: everybody in a part is in the whole too. */
type Crowd = Readonly<Partial<Record<SpaceName, number>>>
const crowdOf = ({ space, use, places }: SlotRequest): Crowd => {
  const people = use === 'room' ? SIZE[space] : places
  if (space === 'salle') return use === 'room' ? { salle: 6, 'salle-a': 2, 'salle-b': 3 } : { salle: people }
  return space === 'salle-a' || space === 'salle-b' ? { [space]: people, salle: people } : { [space]: people }
}

const occupied = ({ space, start, end }: SlotRequest): [from: number, to: number] =>
  space === 'atelier' ? [start - 1, end + 2] : [start, end]

const overlap = ([a, b]: [number, number], [c, d]: [number, number]): boolean => a < d && c < b

/** People in a room during one quarter. */
const crowdAt = (stays: readonly Stay[], room: SpaceName, day: 0 | 1, at: number): number =>
  stays
    .filter((stay) => stay.live && stay.day === day && overlap(occupied(stay), [at, at + 1]))
    .reduce((people, stay) => people + (crowdOf(stay)[room] ?? 0), 0)

const fits = (stays: readonly Stay[], request: SlotRequest): boolean => {
  const [from, to] = occupied(request)
  return Object.entries(crowdOf(request)).every(([room, people]) => {
    for (let at = from; at < to; at++) {
      if (crowdAt(stays, room as SpaceName, request.day, at) + people > SIZE[room as SpaceName]) return false
    }
    return true
  })
}

/** Why a request is refused, or undefined; `stays` are all active ones. */
export const refusalOf = (
  stays: readonly Stay[],
  person: number,
  request: SlotRequest,
): string | undefined => {
  if (request.space === 'bureau' && request.use === 'room') return 'use-not-offered'
  if (request.use === 'desk' && request.places > SIZE[request.space]) return 'too-many-places'
  const own = stays.filter((stay) => stay.live && stay.person === person && stay.day === request.day)
  if (own.some((stay) => overlap([stay.start, stay.end], [request.start, request.end]))) return 'holder-busy'
  return fits(stays, request) ? undefined : 'taken'
}

/** Number of people whom a quarter could still take if they booked it alone. */
export const placesLeftAt = (stays: readonly Stay[], space: SpaceName, day: 0 | 1, at: number): number => {
  let places = SIZE[space]
  while (places > 0 && !fits(stays, { space, day, start: at, end: at + 1, use: 'desk', places })) places--
  return places
}
