import { useRef, useState } from 'preact/hooks'
import type { BookingView } from '../../shared/contracts/booking-views.ts'
import type { CycleSeats, NewSeat } from '../../shared/contracts/seat-views.ts'
import type { Choice } from '../availability/choice.ts'
import { bookingApi } from '../booking/booking-client.ts'
import type { Answer } from '../kit/api-client.ts'
import { isFinal } from '../kit/is-final.ts'
import { newKey } from '../kit/new-key.ts'
import { useSend } from '../kit/use-send.ts'
import { counterApi, type Person } from './counter-client.ts'

/** Who comes besides, and who sent them. */
export type Party = Pick<NewSeat, 'guest' | 'sentBy'> & { readonly places: number }

type WantedSeat = { readonly workshop: string; readonly begun: boolean; readonly party: Party }

/**
 * A time, or waiting for a taken one; a seat or the appointment at `start`, a rank on the waitlist of a full
 * workshop that has not begun, or each date of a cycle.
 */
export type Wanted =
  | { readonly kind: 'time'; readonly choice: Choice }
  | {
      readonly kind: 'wait'
      readonly choice: Choice
      readonly ask: (choice: Choice, person: Person, key: string) => Promise<Answer<Made>>
    }
  | ({ readonly kind: 'seat'; readonly start?: string | undefined } & WantedSeat)
  | ({ readonly kind: 'rank' } & WantedSeat)
  | ({ readonly kind: 'cycle'; readonly cycle: string } & WantedSeat)

/** `rank`: the person's rank on the waitlist. */
export type Made =
  | { readonly booking: BookingView }
  | { readonly title: string; readonly rank: number }
  | CycleSeats

export type Asked = { readonly person: Person; readonly wanted: Wanted }

const bodyOf = ({ site, space, date, start, end, use, places }: Choice, person: Person) => ({
  ...{ site, space, date, start, end, use, places },
  for: person,
})

const bodyOfSeat = ({ party, start }: Extract<Wanted, { kind: 'seat' }>, person: Person): NewSeat => ({
  for: person,
  ...party,
  ...(start !== undefined && { start }),
})

const askForRank = async (
  { workshop, party }: WantedSeat,
  person: Person,
  key: string,
): Promise<Answer<Made>> => {
  const answer = await counterApi.waitForSeat(workshop, { for: person, ...party }, key)
  if (!answer.ok) return answer
  const { title, mine } = answer.value
  // A seat that has come free since is offered, and the person is called.
  return { ok: true, value: { title, rank: mine?.status === 'waiting' ? mine.rank : 1 } }
}

const ask = async ({ person, wanted }: Asked, key: string): Promise<Answer<Made>> => {
  if (wanted.kind === 'cycle')
    return counterApi.takeCycle(wanted.cycle, { for: person, ...wanted.party }, key)
  if (wanted.kind === 'rank') return askForRank(wanted, person, key)
  if (wanted.kind === 'wait') return wanted.ask(wanted.choice, person, key)
  const answer = await (wanted.kind === 'seat'
    ? counterApi.takeSeat(wanted.workshop, bodyOfSeat(wanted, person), key)
    : bookingApi.book(bodyOf(wanted.choice, person), key))
  return answer.ok ? { ok: true, value: { booking: answer.value } } : answer
}

/** Sends a request with a key that it keeps until its answer is final; nothing about the person is stored. */
const useKeptKey = () => {
  const kept = useRef({ request: '', key: '' })
  return async (asked: Asked): Promise<Answer<Made>> => {
    const request = JSON.stringify(asked)
    if (kept.current.request !== request) kept.current = { request, key: newKey() }
    const answer = await ask(asked, kept.current.key)
    if (!answer.ok && isFinal(answer.problem)) kept.current = { request: '', key: '' }
    return answer
  }
}

/** Books for somebody, at most once for the same request. */
export const useCounter = (onMade: (made: Made) => void) => {
  const [asked, setAsked] = useState<Asked>()
  const { problem, working, send } = useSend(onMade)
  const askOnce = useKeptKey()
  const book = (next: Asked) => {
    if (!working) setAsked(next)
    send(() => askOnce(next))
  }
  return { refused: asked && problem && { asked, problem }, working, book }
}
