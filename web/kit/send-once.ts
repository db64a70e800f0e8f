import type { Answer } from './api-client.ts'
import { isFinal } from './is-final.ts'
import { tabMemory } from './tab-memory.ts'

/** Sends a request with a key that it keeps until its answer is final: repeated or reloaded, it is carried out once. */
export const sendOnce = async <T>(
  request: string,
  ask: (key: string) => Promise<Answer<T>>,
): Promise<Answer<T>> => {
  const answer = await ask(tabMemory.bookingKey(request))
  if (answer.ok || isFinal(answer.problem)) tabMemory.forgetBookingKey()
  return answer
}
