import type { Instant } from '../../shared/domain/instant.ts'
import { hashOf } from '../use-cases/hash.ts'

const WINDOW_MS = 600_000

/**
 * Counts the different keys or addresses of a client that were not valid, per instance. One that was revoked is
 * sent again and again by a tool that nobody told, and is no guess.
 */
export const guessLimit = (now: () => Instant, most: number) => {
  let window = 0
  const guesses = new Map<string, Set<string>>()
  const guessesOf = (client: string): Set<string> => {
    const at = Math.floor(now() / WINDOW_MS)
    if (at !== window) guesses.clear()
    window = at
    return guesses.get(client) ?? new Set()
  }
  return {
    /** Undefined while the client may go on. */
    waitSeconds: (client: string): number | undefined =>
      guessesOf(client).size < most ? undefined : Math.ceil(((window + 1) * WINDOW_MS - now()) / 1000),
    note: (client: string, guess: string): void => {
      guesses.set(client, guessesOf(client).add(hashOf('guess', guess)))
    },
  }
}
