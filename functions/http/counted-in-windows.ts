import type { Instant } from '../../shared/domain/instant.ts'

/** Counts names in windows of time, in the memory of this instance; they are forgotten with their window. */
export const countedInWindows = (windowMs: number, now: () => Instant) => {
  let window = 0
  const counts = new Map<string, number>()
  return (name: string): { readonly count: number; readonly endsInSeconds: number } => {
    const at = now()
    if (Math.floor(at / windowMs) !== window) counts.clear()
    window = Math.floor(at / windowMs)
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return { count, endsInSeconds: Math.ceil(((window + 1) * windowMs - at) / 1000) }
  }
}
