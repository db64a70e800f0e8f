import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import * as z from 'zod'
import { COUNTER_WEEKS } from '../domain/counter-hours.ts'
import type { DirectoryEntry } from '../domain/directory.ts'
import type { SiteId } from '../domain/ids.ts'
import { LENT_USES, type ListedSpace } from '../domain/listed-space.ts'
import type { Quarter } from '../domain/quarter.ts'
import { SITE_KINDS } from '../domain/site.ts'
import { ACCESS_KINDS } from '../domain/space.ts'
import { branded } from './branded.ts'
import { type Item, queryRange, readItems, type Table } from './client.ts'
import { IS_ABSENT, when } from './expression.ts'
import { allDirectory, directoryHeadKey, directoryKey } from './keys/directory-keys.ts'
import { changeItem, putItem } from './single-item.ts'
import { storeOf } from './store-of.ts'

/*
 | access                        | how                                                        | read     |
 | all sites, for search         | query of the partition DIRECTORY, an item a département    | as asked |
 | those of a département        | get                                                        | eventual |
 | change those of a département | read, then put on condition that its `version` is the same | strong   |
 | which versions there are      | get of the head, which each change updates before its put  | as asked |
*/

const SpaceRow = z.tuple([
  z.array(z.enum(LENT_USES)),
  z.int(),
  z.boolean(),
  z.boolean(),
  z.enum(ACCESS_KINDS),
  z.array(z.int().transform((end) => end as Quarter)),
])

const Row = z.tuple([
  branded<SiteId>(),
  z.string(),
  z.enum(SITE_KINDS),
  z.string(),
  z.string(),
  z.string(),
  z.union([z.tuple([]), z.tuple([z.number(), z.number()])]),
  z.array(SpaceRow),
  z.enum(COUNTER_WEEKS),
  z.union([branded<SiteId>(), z.null()]),
])

const Shard = z.object({ sk: z.string(), version: z.int(), entries: z.instanceof(Uint8Array) })

type Shard = { readonly version: number; readonly entries: DirectoryEntry[] }

/** All of the directory, by département. */
export type DirectoryShards = ReadonlyMap<string, Shard>

const ATTEMPTS = 12
const LONGEST_WAIT_MS = 400

const spaceRowOf = ({ uses, most, stepFree, free, access, ends }: ListedSpace) =>
  [uses, most, stepFree, free, access, ends] as const

const rowOf = ({ position, spaces, ...entry }: DirectoryEntry) => {
  const { id, name, kind, parent = null, address, postcode, commune, counter } = entry
  const degrees = position ? [position.lat, position.lon] : []
  const lent = spaces.map(spaceRowOf)
  return [id, name, kind, address, postcode, commune, degrees, lent, counter, parent] as const
}

const shardOf = (item: Item): Shard => {
  const { sk: departement, version, entries } = Shard.parse(item)
  const rows = z.array(Row).parse(JSON.parse(gunzipSync(entries).toString()))
  return {
    version,
    entries: rows.map(
      ([id, name, kind, address, postcode, commune, [lat, lon], spaces, counter, parent]) => ({
        id,
        name,
        kind,
        ...(parent && { parent }),
        address,
        postcode,
        commune,
        departement,
        ...(lat !== undefined && lon !== undefined && { position: { lat, lon } }),
        spaces: spaces.map(([uses, most, stepFree, free, access, ends]) => ({
          ...{ uses, most, stepFree, free, access, ends },
        })),
        counter,
      }),
    ),
  }
}

const putShard = (table: Table, departement: string, version: number, text: string): Promise<boolean> =>
  putItem(
    table,
    { ...directoryKey(departement), version: version + 1, entries: gzipSync(text) },
    version === 0 ? IS_ABSENT : when`#version = ${version}`,
  )

const textOf = (entries: readonly DirectoryEntry[]): string => JSON.stringify(entries.map(rowOf))

const readDirectory = async (
  table: Table,
  read: { readonly consistent?: boolean } = {},
): Promise<DirectoryEntry[]> =>
  (await queryRange(table, allDirectory, read)).flatMap((item) => shardOf(item).entries)

const readAll = async (table: Table, read: { readonly consistent?: boolean }): Promise<DirectoryShards> =>
  new Map(
    (await queryRange(table, allDirectory, read)).map((item) => [String(item.sk), shardOf(item)] as const),
  )

const versionName = (departement: string): string => `v${departement}`

/** What has changed since `before`, which is answered itself when nothing has. */
const readChanges = async (
  table: Table,
  before: DirectoryShards | undefined,
  read: { readonly consistent: boolean },
): Promise<DirectoryShards> => {
  if (!before) return readAll(table, read)
  const [head = {}] = await readItems(table, [directoryHeadKey], read)
  const changed = Object.entries(head).flatMap(([name, version]) => {
    const departement = name.slice(1)
    return typeof version === 'number' && (before.get(departement)?.version ?? 0) < version
      ? [departement]
      : []
  })
  if (changed.length === 0) return before
  const items = await readItems(table, changed.map(directoryKey), read)
  const shards = items.flatMap((item) => (item ? [[String(item.sk), shardOf(item)] as const] : []))
  const isNewer = ([departement, { version }]: readonly [string, Shard]) =>
    version > (before.get(departement)?.version ?? 0)
  const newer = shards.filter(isNewer)
  return newer.length > 0 ? new Map([...before, ...newer]) : before
}

/** Instances that hold the directory read this département again. */
const noteVersion = async (table: Table, departement: string, version: number): Promise<void> => {
  const name = versionName(departement)
  await changeItem(table, directoryHeadKey, {
    set: { [name]: version },
    when: (placeholderOf) => `attribute_not_exists(#${name}) OR #${name} < ${placeholderOf(version)}`,
  })
}

/** The sites of one département, for what needs no more. */
const readShard = async (table: Table, departement: string): Promise<DirectoryEntry[]> => {
  const [item] = await readItems(table, [directoryKey(departement)], { consistent: false })
  return item ? shardOf(item).entries : []
}

/**
 * Calls `change` again when the shard was written in between; writes nothing when nothing changes. The
 * largest shard has 25 KB of the 400 KB that an item holds.
 */
const changeShard = async (
  table: Table,
  departement: string,
  change: (entries: readonly DirectoryEntry[]) => readonly DirectoryEntry[],
): Promise<void> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const [item, head] = await readItems(table, [directoryKey(departement), directoryHeadKey])
    const { version, entries } = item ? shardOf(item) : { version: 0, entries: [] }
    const text = textOf(change(entries))
    const isSame = text === textOf(entries)
    const noted = isSame ? version : version + 1
    // First: instances look for this version until it is there, also after an interruption.
    if (noted > Number(head?.[versionName(departement)] ?? 0)) await noteVersion(table, departement, noted)
    if (isSame || (await putShard(table, departement, version, text))) return
    await sleep(Math.random() * Math.min(LONGEST_WAIT_MS, 20 * 2 ** attempt))
  }
  throw new Error(`the directory of ${departement} is written by too many at once`)
}

export type DirectoryStore = ReturnType<typeof directoryStore>

export const directoryStore = (table: Table) =>
  storeOf(table, { readDirectory, readChanges, readShard, changeShard })
