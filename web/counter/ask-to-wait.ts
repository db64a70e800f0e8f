import type { Choice } from '../availability/choice.ts'
import { bookingApi } from '../booking/booking-client.ts'
import { type Answer, ask } from '../kit/api-client.ts'
import { dayWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { minutesOf } from '../waitlist/wanted-time.ts'
import type { Person } from './counter-client.ts'
import type { Made } from './use-counter.ts'

/** Puts a person on the waitlist of a taken time; what has come free since is theirs at once. */
export const askToWait = async (choice: Choice, person: Person, key: string): Promise<Answer<Made>> => {
  const { site, space, date, start: from, end: to, use, places } = choice
  const minutes = minutesOf(to) - minutesOf(from)
  const body = { site, space, date, from, to, minutes, use, places, for: person }
  const answer = await ask('POST /waits', [], { body, key })
  if (!answer.ok) return answer
  const { booking, rank = 1 } = answer.value
  const accepted = booking ? await bookingApi.answerOffer(booking, true) : undefined
  if (accepted?.ok) return { ok: true, value: { booking: accepted.value } }
  return { ok: true, value: { title: `${dayWords(date)}, ${rangeWords(from, to)}`, rank } }
}
