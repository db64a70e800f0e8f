import { useState } from 'preact/hooks'
import { api, type WebProblem } from './api-client.ts'
import { type Choice, detailsAddress } from './choice.ts'
import { settles } from './settles.ts'
import { tabMemory } from './tab-memory.ts'

/** Books a choice, as often as the person asks, at most once; then shows the booking. */
export const useBooking = (choice: Choice) => {
  const [problem, setProblem] = useState<WebProblem>()
  const [working, setWorking] = useState(false)
  const book = async () => {
    setProblem(undefined)
    setWorking(true)
    const answer = await api.book(choice, tabMemory.bookingKey(detailsAddress(choice)))
    if (answer.ok) {
      tabMemory.forgetBookingKey()
      tabMemory.forgetVisitor()
      return location.replace(`/reservation?${new URLSearchParams({ id: answer.value.id })}`)
    }
    if (settles(answer.problem)) tabMemory.forgetBookingKey()
    setProblem(answer.problem)
    setWorking(false)
  }
  return { problem, working, book }
}
