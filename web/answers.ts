import { useEffect, useState } from 'preact/hooks'
import type { Answer, WebProblem } from './api-client.ts'
import { common } from './messages/fr/common.ts'

export type Loaded<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'here'; readonly value: T }
  | { readonly state: 'refused'; readonly problem: WebProblem }

const WAITING = { state: 'waiting' } as const

/** Asks when `subject` is known and each time it changes; what another question was answered is not shown for this one. */
export const useAnswer = <T>(subject: string | undefined, ask: (subject: string) => Promise<Answer<T>>) => {
  const [attempt, setAttempt] = useState(0)
  const [answered, setAnswered] = useState<{ readonly to: string; readonly loaded: Loaded<T> }>()
  const to = `${attempt} ${subject}`
  useEffect(() => {
    if (subject === undefined) return undefined
    let current = true
    ask(subject).then((answer) => {
      if (!current) return
      const loaded = answer.ok ? ({ ...answer, state: 'here' } as const) : ({ ...answer, state: 'refused' } as const)
      setAnswered({ to, loaded })
    })
    return () => {
      current = false
    }
  }, [to])
  return { loaded: answered?.to === to ? answered.loaded : WAITING, again: () => setAttempt((count) => count + 1) }
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
