import type { CycleSeats } from '../../shared/contracts/seat-views.ts'
import type { WorkshopView } from '../../shared/contracts/workshop-views.ts'
import { goInstead } from '../kit/go.ts'
import { sendOnce } from '../kit/send-once.ts'
import { useSend } from '../kit/use-send.ts'
import type { Party } from './party-choice.tsx'
import { workshopApi } from './workshop-client.ts'

type Workshop = Pick<WorkshopView, 'id' | 'cycle'>

/** Another party is another request. */
const nameOf = (request: string, { places, guest = '' }: Party): string => `${request} ${places} ${guest}`

/** Takes seats, or the appointment at `start`, at most once, or joins the waitlist; then shows the result. */
export const useSeat = ({ id, cycle = '' }: Workshop, start?: string) => {
  const { problem, working, send } = useSend<string>((address) => goInstead(address), { leaves: true })
  const all = useSend<CycleSeats>()
  const take = (party: Party) =>
    send(async () => {
      const asked = { ...party, ...(start !== undefined && { start }) }
      const answer = await sendOnce(nameOf(`/atelier?id=${id}&heure=${start ?? ''}`, party), (key) =>
        workshopApi.takeSeat(id, asked, key),
      )
      return answer.ok
        ? { ok: true, value: `/reservation?${new URLSearchParams({ id: answer.value.id })}` }
        : answer
    })
  const wait = (party: Party) =>
    send(async () => {
      const answer = await workshopApi.wait(id, party)
      return answer.ok ? { ok: true, value: `/atelier?${new URLSearchParams({ id })}` } : answer
    })
  const takeAll = (party: Party) =>
    all.send(() =>
      sendOnce(nameOf(`/cycle ${cycle}`, party), (key) => workshopApi.takeAll(cycle, party, key)),
    )
  return {
    problem: problem ?? all.problem,
    working: working || all.working,
    done: all.done,
    take,
    wait,
    takeAll,
  }
}
