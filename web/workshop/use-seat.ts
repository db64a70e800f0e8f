import { goInstead } from '../kit/go.ts'
import { sendOnce } from '../kit/send-once.ts'
import { useSend } from '../kit/use-send.ts'
import { workshopApi } from './workshop-client.ts'

/** Takes a seat, at most once, or joins the waitlist; then shows the result. */
export const useSeat = (id: string) => {
  const { problem, working, send } = useSend<string>((address) => goInstead(address), { leaves: true })
  const take = () =>
    send(async () => {
      const answer = await sendOnce(`/atelier?id=${id}`, (key) => workshopApi.takeSeat(id, key))
      return answer.ok
        ? { ok: true, value: `/reservation?${new URLSearchParams({ id: answer.value.id })}` }
        : answer
    })
  const wait = () =>
    send(async () => {
      const answer = await workshopApi.wait(id)
      return answer.ok ? { ok: true, value: `/atelier?${new URLSearchParams({ id })}` } : answer
    })
  return { problem, working, take, wait }
}
