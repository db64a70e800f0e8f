const RETRY_MS = 30_000

/** Tries again whenever a network may have come back. */
export const onChances = (attempt: () => void): (() => void) => {
  const seen = () => document.visibilityState === 'visible' && attempt()
  const timer = setInterval(attempt, RETRY_MS)
  addEventListener('online', attempt)
  document.addEventListener('visibilitychange', seen)
  return () => {
    clearInterval(timer)
    removeEventListener('online', attempt)
    document.removeEventListener('visibilitychange', seen)
  }
}
