import { useEffect, useState } from 'preact/hooks'
import { useAnnouncement } from './use-announcement.ts'

/**
 * What an act on a list did: said, read out and focused, since the line that did it may be gone. `round` counts
 * the acts, for parts that begin anew after each.
 */
export const useDone = (again: () => void) => {
  const [{ round, said }, setDone] = useState<{ round: number; said?: string }>({ round: 0 })
  useAnnouncement(said)
  useEffect(() => {
    if (said) document.getElementById('done')?.focus()
  }, [round])
  const onDone = (words: string) => {
    setDone({ round: round + 1, said: words })
    again()
  }
  const done = said ? (
    <p class="done" id="done" tabIndex={-1}>
      {said}
    </p>
  ) : null
  return { round, done, onDone }
}
