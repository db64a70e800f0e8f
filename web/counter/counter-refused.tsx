import type { SpaceView } from '../../shared/contracts/site-views.ts'
import { TimeRefusal } from '../availability/time-refusal.tsx'
import type { WebProblem } from '../kit/api-client.ts'
import { Notice } from '../kit/notice/notice.tsx'
import { signInAddress } from '../kit/sign-in-address.ts'
import { staff } from '../staff/words/fr/staff.ts'
import type { Asked } from './use-counter.ts'
import { counter } from './words/fr/counter.ts'
import { counterRefusals } from './words/fr/counter-refusals.ts'

type CounterRefusedProps = {
  readonly asked: Asked
  readonly problem: WebProblem
  readonly spaces: readonly SpaceView[]
  readonly book: (asked: Asked) => void
}

const rankIn = ({ rank }: WebProblem): number => (typeof rank === 'number' ? rank : 1)

/** Why a booking was refused, with other times one key away. */
export const CounterRefused = ({ asked, problem, spaces, book }: CounterRefusedProps) => {
  const { person, wanted } = asked
  if (wanted.kind !== 'time' && problem.code === 'taken')
    return (
      <Notice title={counter.justFull}>
        <p>{wanted.begun ? counter.fullBegunLead : counter.justFullLead}</p>
        {!wanted.begun && (
          <button
            class="button"
            type="button"
            onClick={() => book({ person, wanted: { ...wanted, kind: 'rank' } })}
          >
            {counter.waitInstead(rankIn(problem))}
          </button>
        )}
      </Notice>
    )
  return (
    <TimeRefusal
      refusals={counterRefusals}
      problem={problem}
      choice={wanted.kind === 'time' ? wanted.choice : undefined}
      spaces={spaces}
      take={{ words: counter.take, at: (choice) => book({ person, wanted: { kind: 'time', choice } }) }}
      remedies={{ 'sign-in': [signInAddress(), staff.signIn] }}
      again={() => book(asked)}
    />
  )
}
