import type { SpaceView } from '../../../shared/contracts/site-views.ts'
import type { WebProblem } from '../../api-client.ts'
import { counter } from '../../messages/fr/counter.ts'
import { counterRefusals } from '../../messages/fr/counter-refusals.ts'
import { staff } from '../../messages/fr/staff.ts'
import type { Asked } from '../../use-counter.ts'
import { Notice } from '../notice/notice.tsx'
import { Refusal } from '../notice/refusal.tsx'

type CounterRefusedProps = {
  readonly asked: Asked
  readonly problem: WebProblem
  readonly spaces: readonly SpaceView[]
  readonly book: (asked: Asked) => void
}

const rankIn = ({ rank }: WebProblem): number => (typeof rank === 'number' ? rank : 1)

/** Why not, and what can be had instead, with one key more. */
export const CounterRefused = ({ asked, problem, spaces, book }: CounterRefusedProps) => {
  const { person, wanted } = asked
  if (wanted.kind !== 'time' && problem.code === 'taken')
    return (
      <Notice title={counter.justFull}>
        <p>{wanted.begun ? counter.fullBegunLead : counter.justFullLead}</p>
        {!wanted.begun && (
          <button class="button" type="button" onClick={() => book({ person, wanted: { ...wanted, kind: 'rank' } })}>
            {counter.waitInstead(rankIn(problem))}
          </button>
        )}
      </Notice>
    )
  const next = location.pathname + location.search
  return (
    <Refusal
      refusals={counterRefusals}
      problem={problem}
      choice={wanted.kind === 'time' ? wanted.choice : undefined}
      spaces={spaces}
      take={{ words: counter.take, at: (choice) => book({ person, wanted: { kind: 'time', choice } }) }}
      ways={{ 'sign-in': [`/connexion?${new URLSearchParams({ next })}`, staff.signIn] }}
      again={() => book(asked)}
    />
  )
}
