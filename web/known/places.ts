import { deviceMemory } from '../kit/device-memory.ts'
import { showKnown } from '../kit/frame/show-known.ts'
import { laterDate } from '../kit/later-date.ts'

/** A place that was looked at on this device; a star keeps it. */
export type Place = {
  readonly id: string
  readonly name: string
  readonly commune: string
  readonly starred: boolean
  readonly seen: string
}

const NAME = 'places'
const MOST_STARRED = 6
const MOST_RECENT = 3
const RECENT_DAYS = 30

/** Starred ones first, then those of the last days. */
export const shortList = (places: readonly Place[], today: string): Place[] => {
  const bySeen = [...places].sort((one, other) => (one.seen < other.seen ? 1 : -1))
  const recent = bySeen.filter(({ starred, seen }) => !starred && seen >= laterDate(today, -RECENT_DAYS))
  return [...bySeen.filter(({ starred }) => starred).slice(0, MOST_STARRED), ...recent.slice(0, MOST_RECENT)]
}

const now = (): string => new Date().toISOString()

/** Those of long ago leave the device. */
export const readPlaces = (): Place[] => {
  const stored = deviceMemory.read<Place[]>(NAME)
  const places = Array.isArray(stored) ? stored : []
  const left = shortList(places, now().slice(0, 10))
  if (left.length < places.length) {
    deviceMemory.keep(NAME, left)
    showKnown()
  }
  return left
}

export const isStarred = (id: string): boolean => readPlaces().some((each) => each.id === id && each.starred)

/** Answers the starred place that gives way, if any. */
export const star = (
  { id, name, commune }: Pick<Place, 'id' | 'name' | 'commune'>,
  starred: boolean,
): Place | undefined => {
  const others = readPlaces().filter((each) => each.id !== id)
  const place = { id, name, commune, starred, seen: now() }
  const kept = shortList([place, ...others], now().slice(0, 10))
  deviceMemory.keep(NAME, kept)
  return others.find((each) => each.starred && !kept.includes(each))
}

export const keepSeen = (site: Parameters<typeof star>[0]): void => void star(site, isStarred(site.id))

export const forgetPlaces = (): void => {
  deviceMemory.forget(NAME)
  showKnown()
}
