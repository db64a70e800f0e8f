import type { CounterHours } from '../../shared/domain/counter-hours.ts'
import { directoryEntryOf } from '../../shared/domain/directory.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { Table } from '../../shared/store/client.ts'
import { directoryStore } from '../../shared/store/directory-store.ts'
import { networkStore } from '../../shared/store/network-store.ts'
import { aSite } from '../support/builders.ts'

/** Number of points of contact in the whole network. */
export const WHOLE_NETWORK = 17_700

const DEPARTEMENTS = 95
const SYLLABLES = [
  'mon',
  'lou',
  'vil',
  'ar',
  'che',
  'ro',
  'mar',
  'tin',
  'bel',
  'cour',
  'ver',
  'nay',
  'puy',
  'ste',
]

/** Hashes a number to 32 bits, so that each run invents the same network. */
export const scattered = (seed: number): number => {
  const mixed = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

const nameOf = (seed: number): string => {
  const parts = [0, 1, 2, 3].slice(0, 2 + (seed % 3))
  const name = parts.map((part) => SYLLABLES[scattered(seed * 7 + part) % SYLLABLES.length]).join('')
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

const hoursOf = (seed: number): CounterHours => {
  const opens = 480 + (scattered(seed) % 8) * 15
  const day = [[opens, opens + 180] as const, [840, 960 + (seed % 6) * 15] as const]
  return {
    weekly: [...Array.from({ length: 5 }, () => day), day.slice(0, 1), []],
    onHolidays: [],
    exceptions: {},
  }
}

const siteOf = (at: number): Site => {
  const seed = scattered(at + 1)
  const departement = String(1 + (at % DEPARTEMENTS)).padStart(2, '0')
  const commune = nameOf(seed)
  return aSite({
    id: `${String(at).padStart(5, '0')}Z` as SiteId,
    name: commune,
    kind: at % 3 === 0 ? 'municipal-agency' : 'post-office',
    address: `${1 + (seed % 90)} rue ${nameOf(seed + 1)}`,
    postcode: `${departement}${String(seed % 1000).padStart(3, '0')}`,
    insee: `${departement}${String(at % 1000).padStart(3, '0')}`,
    commune,
    departement,
    position: { lat: 42 + (seed % 900_000) / 100_000, lon: -4 + (scattered(seed) % 1_200_000) / 100_000 },
    counter: hoursOf(seed),
  })
}

export const inventedSites = (count: number): Site[] => Array.from({ length: count }, (_, at) => siteOf(at))

/** Writes invented sites with their hours. */
export const writeSites = async (table: Table, count: number): Promise<void> => {
  const sites = inventedSites(count)
  const hours = new Map(sites.flatMap(({ id, counter }) => (counter ? [[id, counter] as const] : [])))
  await networkStore(table).writeItems({ sites, hours }, () => {})
}

/** Writes directory entries of invented sites. */
export const writeDirectory = async (table: Table, count: number): Promise<void> => {
  const shards = Map.groupBy(
    inventedSites(count).map((site) => directoryEntryOf(site, [])),
    ({ departement }) => departement,
  )
  for (const [departement, entries] of shards)
    await directoryStore(table).changeShard(departement, () => entries)
}
