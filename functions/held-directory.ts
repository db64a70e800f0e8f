import { type Directory, directoryOf } from '../shared/domain/directory.ts'
import type { Instant } from '../shared/domain/instant.ts'
import type { DirectoryShards, DirectoryStore } from '../shared/store/directory-store.ts'
import { heldInMemory } from './held-in-memory.ts'

type Held = { readonly shards: DirectoryShards; readonly directory: Directory }

const entriesOf = (shards: DirectoryShards) => [...shards.values()].flatMap(({ entries }) => entries)

/**
 * The directory as an instance holds it: `directory` may be a minute old, `freshDirectory` is as it stands. Both
 * read only the départements that have changed.
 */
export const heldDirectory = (listing: Pick<DirectoryStore, 'readChanges'>, now: () => Instant) => {
  let latest: Held | undefined
  let first: Promise<Held> | undefined

  const changed = async (before: Held | undefined, consistent: boolean): Promise<Held> => {
    const shards = await listing.readChanges(before?.shards, { consistent })
    if (before && shards === before.shards) return before
    latest = { shards, directory: directoryOf(entriesOf(shards)) }
    return latest
  }

  /** All of it is read once, however many ask at first. */
  const load = (): Promise<Held> => {
    first ??= changed(undefined, false).catch((fault) => {
      first = undefined
      throw fault
    })
    return first
  }

  const held = heldInMemory(() => (latest ? changed(latest, false) : load()), now)
  return {
    directory: async (): Promise<Directory> => (await held()).directory,
    freshDirectory: async (): Promise<Directory> => (await changed(latest ?? (await load()), true)).directory,
  }
}
