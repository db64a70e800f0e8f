import type { SpaceId } from '../../shared/domain/ids.ts'
import { lentSpace } from './house.ts'

/** What a model run books: a room that divides into two, one with time before and after each use, one of desks only. */
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

export type Wish = {
  readonly space: SpaceName
  readonly day: 0 | 1
  readonly start: number
  readonly end: number
  readonly use: 'desk' | 'room'
  readonly places: number
}
export type Stay = Wish & { readonly person: number; readonly live: boolean }

/** How many people stand where: whoever is in a part is in the whole as well. */
type Crowd = Readonly<Partial<Record<SpaceName, number>>>
const crowdOf = ({ space, use, places }: Wish): Crowd => {
  const people = use === 'room' ? SIZE[space] : places
  if (space === 'salle') return use === 'room' ? { salle: 6, 'salle-a': 2, 'salle-b': 3 } : { salle: people }
  return space === 'salle-a' || space === 'salle-b' ? { [space]: people, salle: people } : { [space]: people }
}

const occupied = ({ space, start, end }: Wish): [from: number, to: number] =>
  space === 'atelier' ? [start - 1, end + 2] : [start, end]

const overlap = ([a, b]: [number, number], [c, d]: [number, number]): boolean => a < d && c < b

/** People in a room in one quarter. */
const crowdAt = (stays: readonly Stay[], room: SpaceName, day: 0 | 1, at: number): number =>
  stays
    .filter((stay) => stay.live && stay.day === day && overlap(occupied(stay), [at, at + 1]))
    .reduce((people, stay) => people + (crowdOf(stay)[room] ?? 0), 0)

const fits = (stays: readonly Stay[], wish: Wish): boolean => {
  const [from, to] = occupied(wish)
  return Object.entries(crowdOf(wish)).every(([room, people]) => {
    for (let at = from; at < to; at++) {
      if (crowdAt(stays, room as SpaceName, wish.day, at) + people > SIZE[room as SpaceName]) return false
    }
    return true
  })
}

/** Why a wish is refused, or undefined when it can be had; `stays` are those of everybody else and of oneself. */
export const refusalOf = (stays: readonly Stay[], person: number, wish: Wish): string | undefined => {
  if (wish.space === 'bureau' && wish.use === 'room') return 'use-not-offered'
  if (wish.use === 'desk' && wish.places > SIZE[wish.space]) return 'too-many-places'
  const own = stays.filter((stay) => stay.live && stay.person === person && stay.day === wish.day)
  if (own.some((stay) => overlap([stay.start, stay.end], [wish.start, wish.end]))) return 'holder-busy'
  return fits(stays, wish) ? undefined : 'taken'
}

/** How many people a quarter could still take, were they to come for it alone. */
export const placesLeftAt = (stays: readonly Stay[], space: SpaceName, day: 0 | 1, at: number): number => {
  let places = SIZE[space]
  while (places > 0 && !fits(stays, { space, day, start: at, end: at + 1, use: 'desk', places })) places--
  return places
}
