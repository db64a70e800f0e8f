import { bestOf } from './best-of.ts'
import { type CounterWeek, counterWeekOf } from './counter-hours.ts'
import type { SiteId } from './ids.ts'
import { type ListedSpace, suits, type Wanted } from './listed-space.ts'
import type { Locality } from './locality.ts'
import type { Position } from './position.ts'
import { searchable } from './searchable.ts'
import type { Site } from './site.ts'
import { territoryNameOf } from './territory.ts'

export type DirectoryEntry = Pick<
  Site,
  'id' | 'name' | 'kind' | 'parent' | 'address' | 'postcode' | 'commune' | 'departement' | 'position'
> & { readonly spaces: readonly ListedSpace[]; readonly counter: CounterWeek }

export const directoryEntryOf = (site: Site, spaces: readonly ListedSpace[]): DirectoryEntry => {
  const { id, name, kind, parent, address, postcode, commune, departement, position } = site
  const counter = counterWeekOf(site.counter)
  return {
    id,
    name,
    kind,
    ...(parent && { parent }),
    address,
    postcode,
    commune,
    departement,
    ...(position && { position }),
    spaces,
    counter,
  }
}

/**
 * `near` puts the nearest first, `radiusKm` leaves out those farther; `territory`: those in it come before the
 * rest. `lent` keeps the sites with a space that suits.
 */
type DirectorySearch = {
  readonly text?: string | undefined
  readonly departement?: string | undefined
  readonly locality?: Locality | undefined
  readonly near?: Position | undefined
  readonly radiusKm?: number | undefined
  readonly territory?: string | undefined
  readonly lent?: Wanted | undefined
  readonly limit: number
}

export type DirectoryMatch = DirectoryEntry & { readonly distanceKm?: number }

type Vector = readonly [x: number, y: number, z: number]

type Indexed = {
  readonly entry: DirectoryEntry
  readonly name: string
  readonly commune: string
  readonly territory: string
  readonly vector?: Vector | undefined
}

export type Directory = {
  readonly size: number
  readonly entries: readonly DirectoryEntry[]
  readonly find: (id: SiteId) => DirectoryEntry | undefined
  /** The points attached to any of these offices. */
  readonly attachedTo: (offices: readonly SiteId[]) => readonly DirectoryEntry[]
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

const EARTH_DIAMETER_KM = 2 * 6371

/** On a globe of radius 1: the distance of many sites costs no trigonometry each. */
const vectorOf = ({ lat, lon }: Position): Vector => {
  const [phi, lambda] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180]
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)]
}

const kilometresBetween = ([x, y, z]: Vector, other: Vector): number =>
  EARTH_DIAMETER_KM * Math.asin(Math.min(1, Math.hypot(x - other[0], y - other[1], z - other[2]) / 2))

/** Places of which no position is known come after all others. */
const kilometresFrom = (from: Vector, { vector }: Indexed): number =>
  vector ? kilometresBetween(from, vector) : Number.POSITIVE_INFINITY

const isIn = ({ kind, name, departement, postcodes }: Locality) => {
  if (kind === 'departement') return ({ entry }: Indexed) => entry.departement === departement
  const [there, commune] = [new Set(postcodes), searchable(name)]
  return kind === 'arrondissement'
    ? ({ entry }: Indexed) => there.has(entry.postcode)
    : (each: Indexed) => each.commune === commune && there.has(each.entry.postcode)
}

const keptBy = ({ text, departement, locality, lent }: DirectorySearch) => {
  const wanted = text === undefined ? undefined : searchable(text)
  const isThere = locality && isIn(locality)
  return (each: Indexed): number => {
    const { departement: there, spaces } = each.entry
    if (departement && there !== departement) return WORST
    if (isThere && !isThere(each)) return WORST
    if (lent && !spaces.some((space) => suits(space, lent))) return WORST
    return wanted === undefined ? 0 : wanted === '' ? WORST : rankOf(wanted, each)
  }
}

type Found = {
  readonly at: number
  readonly entry: DirectoryEntry
  readonly rank: number
  readonly abroad: number
  readonly distance: number
}

const inOrder = (a: Found, b: Found): number =>
  a.rank - b.rank ||
  a.abroad - b.abroad ||
  a.distance - b.distance ||
  Number(a.entry.spaces.length === 0) - Number(b.entry.spaces.length === 0) ||
  a.at - b.at

const searchIn = (indexed: readonly Indexed[]) => (search: DirectorySearch) => {
  const { near, radiusKm = Number.POSITIVE_INFINITY, territory, limit } = search
  const rankFor = keptBy(search)
  const from = near && vectorOf(near)
  const found: Found[] = []
  for (const [at, each] of indexed.entries()) {
    const rank = rankFor(each)
    const distance = from ? kilometresFrom(from, each) : 0
    if (rank === WORST || distance > radiusKm) continue
    const abroad = territory && territory !== each.territory ? 1 : 0
    found.push({ at, entry: each.entry, rank, abroad, distance })
  }
  const matches = bestOf(found, limit, inOrder).map(({ entry, distance }) =>
    near && entry.position ? { ...entry, distanceKm: Math.round(distance * 10) / 10 } : entry,
  )
  return { total: found.length, matches }
}

/** An entry that stays is not prepared again when others change. */
const prepared = new WeakMap<DirectoryEntry, Indexed>()

const preparedFor = (entry: DirectoryEntry): Indexed => {
  const known = prepared.get(entry)
  if (known) return known
  const indexed = {
    entry,
    name: searchable(entry.name),
    commune: searchable(entry.commune),
    territory: territoryNameOf(entry.departement),
    vector: entry.position && vectorOf(entry.position),
  }
  prepared.set(entry, indexed)
  return indexed
}

export const directoryOf = (entries: readonly DirectoryEntry[]): Directory => {
  const indexed = entries
    .map(preparedFor)
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.entry.id < b.entry.id ? -1 : 1))
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const byOffice = Map.groupBy(entries, ({ parent }) => parent)
  return {
    size: entries.length,
    entries,
    find: (id) => byId.get(id),
    attachedTo: (offices) => offices.flatMap((office) => byOffice.get(office) ?? []),
    search: searchIn(indexed),
  }
}
