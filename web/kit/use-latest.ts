import { useRef } from 'preact/hooks'

/** The answer to the latest question; undefined for an earlier one. */
export const useLatest = () => {
  const asked = useRef(0)
  return async <T>(ask: () => Promise<T>): Promise<T | undefined> => {
    asked.current += 1
    const one = asked.current
    const answer = await ask()
    return one === asked.current ? answer : undefined
  }
}
