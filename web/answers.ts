import { useEffect, useState } from 'preact/hooks'
import type { Answer, WebProblem } from './api-client.ts'
import { common } from './messages/fr/common.ts'

export type Loaded<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'here'; readonly value: T }
  | { readonly state: 'refused'; readonly problem: WebProblem }

const WAITING = { state: 'waiting' } as const

/** Asks when `subject` is known and each time it changes; the last question asked wins. */
export const useAnswer = <T>(subject: string | undefined, ask: (subject: string) => Promise<Answer<T>>) => {
  const [loaded, setLoaded] = useState<Loaded<T>>(WAITING)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    if (subject === undefined) return undefined
    let current = true
    setLoaded(WAITING)
    ask(subject).then((answer) => {
      if (!current) return
      setLoaded(answer.ok ? { state: 'here', value: answer.value } : { state: 'refused', problem: answer.problem })
    })
    return () => {
      current = false
    }
  }, [subject, attempt])
  return { loaded, again: () => setAttempt((count) => count + 1) }
}

/** Two answers that are only of use together. */
export const both = async <A, B>(one: Promise<Answer<A>>, other: Promise<Answer<B>>): Promise<Answer<[A, B]>> => {
  const [first, second] = await Promise.all([one, other])
  if (!first.ok) return first
  if (!second.ok) return second
  return { ok: true, value: [first.value, second.value] }
}

export const useTitle = (title: string | undefined): void => {
  useEffect(() => {
    if (title) document.title = `${title} · ${common.brand}`
  }, [title])
}

/** Read out by screen readers, without moving the focus. */
export const useAnnouncement = (words: string | undefined): void => {
  useEffect(() => {
    const region = document.getElementById('announcement')
    if (!region || !words) return undefined
    region.textContent = words
    // Heard by now: left there, it would be met a second time at the end of the page.
    const clearing = setTimeout(() => region.replaceChildren(), 5000)
    return () => clearTimeout(clearing)
  }, [words])
}
