import type { BookingView } from '../../shared/contracts/booking-views.ts'
import type { Choice } from '../availability/choice.ts'
import { bookingApi } from '../booking/booking-client.ts'
import { type Answer, ask } from '../kit/api-client.ts'
import { minutesOf } from '../kit/minutes-of.ts'
import { dayWords, rangeWords } from '../kit/words/fr/time-words.ts'
import type { Person } from './counter-client.ts'

type Waiting = { readonly booking: BookingView } | { readonly title: string; readonly rank: number }

/** Puts a person on the waitlist of a taken time; what has come free since is theirs at once. */
export const askToWait = async (choice: Choice, person: Person, key: string): Promise<Answer<Waiting>> => {
  const { site, space, date, start: from, end: to, use, places } = choice
  const minutes = minutesOf(to) - minutesOf(from)
  const body = { site, space, date, from, to, minutes, use, places, for: person }
  const answer = await ask('POST /waits', [], { body, key })
  if (!answer.ok) return answer
  const { booking, rank = 1 } = answer.value
  const accepted = booking ? await bookingApi.answerOffer(booking, true) : undefined
  if (accepted) return accepted.ok ? { ok: true, value: { booking: accepted.value } } : accepted
  return { ok: true, value: { title: `${dayWords(date)}, ${rangeWords(from, to)}`, rank } }
}
