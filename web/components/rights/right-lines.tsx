import { useState } from 'preact/hooks'
import type { RightList } from '../../../shared/contracts/right-views.ts'
import type { Answer, WebProblem } from '../../api-client.ts'
import { rights, roles } from '../../messages/fr/rights.ts'
import { staffRefusals } from '../../messages/fr/staff-refusals.ts'
import { type HeldRight, rightApi } from '../../right-client.ts'
import { dayWords } from '../../time-words.ts'
import { Refusal } from '../notice/refusal.tsx'

type LinesProps = { readonly list: RightList; readonly onChanged: () => void }

/** Does one thing at a time; says why it was not done. */
const useWithdrawing = (onChanged: () => void) => {
  const [working, setWorking] = useState(false)
  const [problem, setProblem] = useState<WebProblem>()
  const run = async (withdraw: () => Promise<Answer<undefined>>) => {
    if (working) return
    setWorking(true)
    setProblem(undefined)
    const answer = await withdraw()
    setWorking(false)
    if (answer.ok) return onChanged()
    setProblem(answer.problem)
  }
  return { working, problem, run }
}

type Withdrawing = ReturnType<typeof useWithdrawing>

const RightLine = ({ right, run, working }: { right: HeldRight } & Omit<Withdrawing, 'problem'>) => {
  const [asking, setAsking] = useState(false)
  const name = right.name ?? rights.nameless
  return (
    <li class="right-line">
      <p>
        <strong class="long-word">{name}</strong> {right.mine && rights.me}
        <br />
        {roles[right.role]}
      </p>
      {asking ? (
        <div class="stack">
          <p role="alert">{rights.sure(name)}</p>
          <div class="actions actions-row">
            <button
              class="button"
              type="button"
              aria-disabled={working}
              onClick={() => run(() => rightApi.withdraw(right))}
            >
              {rights.yes}
            </button>
            <button class="button quiet" type="button" onClick={() => setAsking(false)}>
              {rights.no}
            </button>
          </div>
        </div>
      ) : (
        <button class="link" type="button" onClick={() => setAsking(true)}>
          {rights.withdraw}
          <span class="for-readers">{rights.withdrawOf(roles[right.role], name)}</span>
        </button>
      )}
    </li>
  )
}

const InvitationLines = ({ list, run, working }: Pick<LinesProps, 'list'> & Omit<Withdrawing, 'problem'>) =>
  list.invitations.length === 0 ? null : (
    <section class="stack">
      <h2>{rights.invitations}</h2>
      <ul class="plain right-lines">
        {list.invitations.map(({ id, email, role, expiresAt }) => (
          <li key={id} class="right-line">
            <p>
              <strong class="long-word">{email}</strong>
              <br />
              {roles[role]}, {rights.until(dayWords(expiresAt.slice(0, 10)))}
            </p>
            <button
              class="link"
              type="button"
              aria-disabled={working}
              onClick={() => run(() => rightApi.withdrawInvitation(id))}
            >
              {rights.withdrawInvitation}
              <span class="for-readers">{rights.withdrawInvitationOf(email)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )

/** Who has a right, who is invited to one; each can be withdrawn. */
export const RightLines = ({ list, onChanged }: LinesProps) => {
  const { problem, ...withdrawing } = useWithdrawing(onChanged)
  return (
    <>
      {problem && <Refusal refusals={staffRefusals} problem={problem} />}
      <section class="stack">
        <h2>{rights.who}</h2>
        {list.grants.length === 0 && <p>{rights.none}</p>}
        <ul class="plain right-lines">
          {list.grants.map((right) => (
            <RightLine key={`${right.holder} ${right.role}`} right={right} {...withdrawing} />
          ))}
        </ul>
      </section>
      <InvitationLines list={list} {...withdrawing} />
    </>
  )
}
