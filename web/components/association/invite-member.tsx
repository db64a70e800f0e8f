import { useState } from 'preact/hooks'
import type { WebProblem } from '../../api-client.ts'
import { association as words } from '../../messages/fr/associations.ts'
import { staffRefusals } from '../../messages/fr/staff-refusals.ts'
import { rightApi } from '../../right-client.ts'
import { tabMemory } from '../../tab-memory.ts'
import { settles } from '../../use-booking.ts'
import { ErrorSummary } from '../field/error-summary.tsx'
import { TextField } from '../field/text-field.tsx'
import { Refusal } from '../notice/refusal.tsx'

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

type InviteProps = { readonly id: string; readonly onInvited: (email: string) => void }

const useInviting = ({ id, onInvited }: InviteProps) => {
  const [tries, setTries] = useState(0)
  const [problem, setProblem] = useState<WebProblem>()
  const [working, setWorking] = useState(false)
  const end = (failed?: WebProblem) => {
    setWorking(false)
    setTries(tries + 1)
    setProblem(failed)
  }
  const invite = async (email: string) => {
    if (!EMAIL.test(email)) return end({ code: 'invalid' })
    setWorking(true)
    const body = { email, role: 'member', scope: `association:${id}` } as const
    const answer = await rightApi.invite(body, tabMemory.bookingKey(`invite ${JSON.stringify(body)}`))
    if (answer.ok || settles(answer.problem)) tabMemory.forgetBookingKey()
    end(answer.ok ? undefined : answer.problem)
    if (answer.ok) onInvited(answer.value.email)
  }
  return { tries, problem, working, invite }
}

/** An address: the message that leaves carries the link. */
export const InviteMember = (props: InviteProps) => {
  const { tries, problem, working, invite } = useInviting(props)
  const wrong = problem?.code === 'invalid' ? words.emailWrong : undefined
  return (
    <form
      key={problem ? 'same' : `form ${tries}`}
      class="form"
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!working) invite(String(new FormData(event.currentTarget).get('email') ?? '').trim())
      }}
    >
      {wrong && <ErrorSummary key={`errors ${tries}`} errors={{ email: wrong }} />}
      {problem && !wrong && <Refusal key={`problem ${tries}`} refusals={staffRefusals} problem={problem} />}
      <TextField
        id="email"
        label={words.email}
        hint={words.emailHint}
        inputmode="email"
        autocapitalize="none"
        autocomplete="off"
        maxLength={254}
        error={wrong}
        required
      />
      <button class="button" type="submit" aria-disabled={working}>
        {words.inviteSubmit}
      </button>
      <p role="status">{working && words.working}</p>
    </form>
  )
}
