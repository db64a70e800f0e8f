import type { BookingView } from '../../../shared/contracts/booking-views.ts'
import type { Answer, WebProblem } from '../../api-client.ts'
import { actRefusals, acts } from '../../messages/fr/staff-acts.ts'
import type { Act } from '../../use-act.ts'
import { Refusal } from '../notice/refusal.tsx'

type ActRefusalProps = {
  readonly problem: WebProblem
  readonly act: Act
  readonly again: (() => Promise<Answer<BookingView>>) | undefined
}

/** That nothing was done, why, and the way to what holds. */
export const ActRefusal = ({ problem, act, again }: ActRefusalProps) => {
  const here = location.pathname + location.search
  return (
    <Refusal
      refusals={actRefusals}
      problem={problem}
      again={again && (() => act(again))}
      ways={{
        choose: [here, acts.see],
      }}
    />
  )
}
