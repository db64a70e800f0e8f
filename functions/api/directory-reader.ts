import { type Directory, directoryOf } from '../../shared/domain/directory.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import type { DirectoryStore } from '../../shared/store/directory-store.ts'
import { log } from '../invocation/log.ts'

const FRESH_MS = 60_000

/** All sites in memory; a copy older than a minute is refreshed in the background. */
export const directoryReader = (store: Pick<DirectoryStore, 'readDirectory'>, now: () => Instant) => {
  let held: { readonly directory: Promise<Directory>; readonly readAt: Instant } | undefined
  let refreshing = false

  const read = async () => directoryOf(await store.readDirectory())

  const refresh = async () => {
    refreshing = true
    try {
      const directory = await read()
      held = { directory: Promise.resolve(directory), readAt: now() }
    } catch (error) {
      log('warn', 'directory not refreshed', { error: String(error) })
    } finally {
      refreshing = false
    }
  }

  return (): Promise<Directory> => {
    if (!held) {
      held = { directory: read(), readAt: now() }
      held.directory.catch(() => {
        held = undefined
      })
    } else if (now() - held.readAt > FRESH_MS && !refreshing) {
      void refresh()
    }
    return held.directory
  }
}
