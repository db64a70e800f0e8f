import { useRef, useState } from 'preact/hooks'
import type { BookingView } from '../../shared/contracts/booking-views.ts'
import type { Choice } from '../availability/choice.ts'
import { api, type WebProblem } from '../kit/api-client.ts'
import { isFinal } from '../kit/is-final.ts'
import { newKey } from '../kit/new-key.ts'
import { counterApi, type Person } from './counter-client.ts'

/** What to book for somebody: a time, a seat, or a rank on the waitlist of a full workshop that has not begun. */
export type Wanted =
  | { readonly kind: 'time'; readonly choice: Choice }
  | { readonly kind: 'seat' | 'rank'; readonly workshop: string; readonly begun: boolean }

/** `rank`: the person's rank on the waitlist. */
export type Made = { readonly booking: BookingView } | { readonly title: string; readonly rank: number }

export type Asked = { readonly person: Person; readonly wanted: Wanted }

const bodyOf = ({ site, space, date, start, end, use, places }: Choice, person: Person) => ({
  ...{ site, space, date, start, end, use, places },
  for: person,
})

const ask = async (
  { person, wanted }: Asked,
  key: string,
): Promise<Made | { readonly problem: WebProblem }> => {
  if (wanted.kind === 'rank') {
    const answer = await counterApi.waitForSeat(wanted.workshop, person, key)
    if (!answer.ok) return answer
    const { title, mine } = answer.value
    // A seat may have come free since: then it is offered, and the person is called.
    return { title, rank: mine?.status === 'waiting' ? mine.rank : 1 }
  }
  const answer = await (wanted.kind === 'time'
    ? api.book(bodyOf(wanted.choice, person), key)
    : counterApi.takeSeat(wanted.workshop, person, key))
  return answer.ok ? { booking: answer.value } : answer
}

/** Books for somebody, at most once for the same request. */
export const useCounter = (onMade: (made: Made) => void) => {
  const [refused, setRefused] = useState<{ readonly asked: Asked; readonly problem: WebProblem }>()
  const [working, setWorking] = useState(false)
  const kept = useRef({ request: '', key: '' })
  const book = async (asked: Asked) => {
    if (working) return
    const request = JSON.stringify(asked)
    if (kept.current.request !== request) kept.current = { request, key: newKey() }
    setRefused(undefined)
    setWorking(true)
    const answer = await ask(asked, kept.current.key)
    setWorking(false)
    if (!('problem' in answer)) return onMade(answer)
    if (isFinal(answer.problem)) kept.current = { request: '', key: '' }
    setRefused({ asked, problem: answer.problem })
  }
  return { refused, working, book }
}
