import type { Instant } from '../shared/domain/instant.ts'
import { log } from './invocation/log.ts'

const FRESH_MS = 60_000

/** Reads once for all who ask; a copy older than a minute is refreshed in the background. */
export const heldInMemory = <T>(read: () => Promise<T>, now: () => Instant): (() => Promise<T>) => {
  let held: { readonly value: Promise<T>; readonly readAt: Instant } | undefined
  let refreshing = false

  const refresh = async () => {
    refreshing = true
    try {
      const value = await read()
      held = { value: Promise.resolve(value), readAt: now() }
    } catch (error) {
      log('warn', 'copy in memory not refreshed', { error: String(error) })
    } finally {
      refreshing = false
    }
  }

  return (): Promise<T> => {
    if (!held) {
      held = { value: read(), readAt: now() }
      held.value.catch(() => {
        held = undefined
      })
    } else if (now() - held.readAt > FRESH_MS && !refreshing) {
      void refresh()
    }
    return held.value
  }
}
