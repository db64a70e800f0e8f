import { useRef } from 'preact/hooks'

/** The answer to a question; undefined when another was asked meanwhile: the last one asked wins. */
export const useLast = () => {
  const asked = useRef(0)
  return async <T>(ask: () => Promise<T>): Promise<T | undefined> => {
    asked.current += 1
    const one = asked.current
    const answer = await ask()
    return one === asked.current ? answer : undefined
  }
}
