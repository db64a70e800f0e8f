import { useState } from 'preact/hooks'
import type { WebProblem } from './api-client.ts'
import { settles } from './settles.ts'
import { tabMemory } from './tab-memory.ts'
import { workshopApi } from './workshop-client.ts'

/** Takes a seat, as often as the person asks, at most once; or waits for one. Then shows what was got. */
export const useSeat = (id: string) => {
  const [problem, setProblem] = useState<WebProblem>()
  const [working, setWorking] = useState(false)
  const begin = () => {
    setProblem(undefined)
    setWorking(true)
  }
  const refuse = (refusal: WebProblem) => {
    setProblem(refusal)
    setWorking(false)
  }
  const take = async () => {
    begin()
    const answer = await workshopApi.takeSeat(id, tabMemory.bookingKey(`/atelier?id=${id}`))
    if (answer.ok || settles(answer.problem)) tabMemory.forgetBookingKey()
    if (answer.ok) location.replace(`/reservation?${new URLSearchParams({ id: answer.value.id })}`)
    else refuse(answer.problem)
  }
  const wait = async () => {
    begin()
    const answer = await workshopApi.wait(id)
    if (answer.ok) location.replace(`/atelier?${new URLSearchParams({ id })}`)
    else refuse(answer.problem)
  }
  return { problem, working, take, wait }
}
