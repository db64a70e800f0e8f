import { useState } from 'preact/hooks'
import type { Answer, WebProblem } from './api-client.ts'

/** Does one thing at a time; says why it was not done. */
export const useDoing = (onDone: () => void) => {
  const [working, setWorking] = useState(false)
  const [problem, setProblem] = useState<WebProblem>()
  const run = async (act: () => Promise<Answer<unknown>>): Promise<void> => {
    if (working) return
    setWorking(true)
    setProblem(undefined)
    const answer = await act()
    setWorking(false)
    if (answer.ok) onDone()
    else setProblem(answer.problem)
  }
  return { working, problem, run }
}

export type Doing = ReturnType<typeof useDoing>
