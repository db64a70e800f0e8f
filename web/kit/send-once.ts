import type { Answer } from './api-client.ts'
import { isFinal } from './is-final.ts'
import { tabMemory } from './tab-memory.ts'

/** Keeps the key of a request until its answer is final, so that a repeat or a reload changes nothing. */
export const sendOnce = async <T>(
  request: string,
  ask: (key: string) => Promise<Answer<T>>,
): Promise<Answer<T>> => {
  const answer = await ask(tabMemory.bookingKey(request))
  if (answer.ok || isFinal(answer.problem)) tabMemory.forgetBookingKey()
  return answer
}
