import type { SiteId } from './ids.ts'
import type { Site } from './site.ts'
import type { Space, Use } from './space.ts'

export type LentUse = Use | 'workshop'

export const lentUsesOf = (spaces: readonly Pick<Space, 'uses' | 'workshops'>[]): LentUse[] => {
  const uses = new Set<LentUse>(spaces.flatMap((space) => space.uses))
  if (spaces.some(({ workshops }) => workshops)) uses.add('workshop')
  return [...uses].sort()
}

export type DirectoryEntry = Pick<
  Site,
  'id' | 'name' | 'kind' | 'address' | 'postcode' | 'commune' | 'departement' | 'position'
> & { readonly uses: readonly LentUse[] }

export const directoryEntryOf = (site: Site, uses: readonly LentUse[]): DirectoryEntry => {
  const { id, name, kind, address, postcode, commune, departement, position } = site
  return { id, name, kind, address, postcode, commune, departement, ...(position && { position }), uses }
}

export type Position = { readonly lat: number; readonly lon: number }

type DirectorySearch = {
  readonly text?: string | undefined
  readonly departement?: string | undefined
  readonly near?: Position | undefined
  readonly radiusKm: number
  readonly use?: LentUse | undefined
  readonly limit: number
}

export type DirectoryMatch = DirectoryEntry & { readonly distanceKm?: number }

const EARTH_RADIUS_KM = 6371

/** Great-circle distance (haversine), in kilometres. */
export const distanceKm = (a: Position, b: Position): number => {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const h =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** `"St-Gérand-le-Puy"` → `"saint gerand le puy"`. */
export const searchable = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\bst(e?)\b/g, 'saint$1')

type Indexed = { readonly entry: DirectoryEntry; readonly name: string; readonly commune: string }

export type Directory = {
  readonly size: number
  readonly find: (id: SiteId) => DirectoryEntry | undefined
  readonly search: (search: DirectorySearch) => { total: number; matches: DirectoryMatch[] }
}

const WORST = 9

/** 0: whole name or commune; 1: its beginning; 2: the beginning of a later word; WORST: no match. */
const rankOfWords = (words: string, { name, commune }: Indexed): number => {
  if (name === words || commune === words) return 0
  if (name.startsWith(words) || commune.startsWith(words)) return 1
  return ` ${name} ${commune}`.includes(` ${words}`) ? 2 : WORST
}

/** Digits alone begin a postcode; five digits beside words are one, as in an address. */
const rankOf = (text: string, indexed: Indexed): number => {
  const { postcode } = indexed.entry
  if (/^[\d ]+$/.test(text)) return postcode.startsWith(text.replaceAll(' ', '')) ? 0 : WORST
  const [written] = /\b\d{5}\b/.exec(text) ?? []
  if (!written) return rankOfWords(text, indexed)
  return postcode === written
    ? rankOfWords(text.replace(written, ' ').trim().replace(/ +/g, ' '), indexed)
    : WORST
}

export const directoryOf = (entries: readonly DirectoryEntry[]): Directory => {
  const indexed: Indexed[] = entries
    .map((entry) => ({ entry, name: searchable(entry.name), commune: searchable(entry.commune) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.entry.id < b.entry.id ? -1 : 1))
  const search = ({ text, departement, near, radiusKm, use, limit }: DirectorySearch) => {
    const wanted = text === undefined ? undefined : searchable(text)
    const found: { entry: DirectoryMatch; rank: number; lent: number; distance: number }[] = []
    for (const each of indexed) {
      const { entry } = each
      if (departement && entry.departement !== departement) continue
      if (use && !entry.uses.includes(use)) continue
      const rank = wanted === undefined ? 0 : rankOf(wanted, each)
      if (rank === WORST || wanted === '') continue
      const distance = near && entry.position ? distanceKm(near, entry.position) : 0
      if (near && (!entry.position || distance > radiusKm)) continue
      const match = near ? { ...entry, distanceKm: Math.round(distance * 10) / 10 } : entry
      found.push({ entry: match, rank, lent: entry.uses.length > 0 ? 0 : 1, distance })
    }
    found.sort((a, b) => a.rank - b.rank || a.distance - b.distance || a.lent - b.lent)
    return { total: found.length, matches: found.slice(0, limit).map(({ entry }) => entry) }
  }
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return { size: indexed.length, find: (id) => byId.get(id), search }
}
