import type { RightList } from '../../shared/contracts/right-views.ts'
import { Confirmation } from '../kit/confirmation.tsx'
import { Refusal } from '../kit/notice/refusal.tsx'
import { type Sending, useSend } from '../kit/use-send.ts'
import { dayWords } from '../kit/words/fr/time-words.ts'
import { type HeldRight, rightApi } from './right-client.ts'
import { rights, roles } from './words/fr/rights.ts'
import { staffRefusals } from './words/fr/staff-refusals.ts'

type LinesProps = { readonly list: RightList; readonly onChanged: () => void }

const RightLine = ({ right, send, working }: { right: HeldRight } & Omit<Sending, 'problem'>) => {
  const name = right.name ?? rights.nameless
  return (
    <li class="right-line">
      <p>
        <strong class="long-word">{name}</strong> {right.mine && rights.me}
        <br />
        {roles[right.role]}
      </p>
      <Confirmation
        label={rights.withdraw}
        about={rights.withdrawOf(roles[right.role], name)}
        question={rights.sure(name)}
        yes={rights.yes}
        no={rights.no}
        working={working}
        onConfirm={() => send(() => rightApi.withdraw(right))}
      />
    </li>
  )
}

const InvitationLines = ({ list, send, working }: Pick<LinesProps, 'list'> & Omit<Sending, 'problem'>) =>
  list.invitations.length === 0 ? null : (
    <section class="stack">
      <h2>{rights.invitations}</h2>
      <ul class="plain stack">
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
              onClick={() => send(() => rightApi.withdrawInvitation(id))}
            >
              {rights.withdrawInvitation}
              <span class="for-readers">{rights.withdrawInvitationOf(email)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )

/** Rights and invitations, each with a button to withdraw it. */
export const RightLines = ({ list, onChanged }: LinesProps) => {
  const { problem, ...withdrawing } = useSend(onChanged)
  return (
    <>
      {problem && <Refusal refusals={staffRefusals} problem={problem} />}
      <section class="stack">
        <h2>{rights.who}</h2>
        {list.grants.length === 0 && <p>{rights.none}</p>}
        <ul class="plain stack">
          {list.grants.map((right) => (
            <RightLine key={`${right.holder} ${right.role}`} right={right} {...withdrawing} />
          ))}
        </ul>
      </section>
      <InvitationLines list={list} {...withdrawing} />
    </>
  )
}
