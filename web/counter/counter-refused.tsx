import type { SpaceView } from '../../shared/contracts/site-views.ts'
import { TimeRefusal } from '../availability/time-refusal.tsx'
import type { WebProblem } from '../kit/api-client.ts'
import { Notice } from '../kit/notice/notice.tsx'
import { signInAddress } from '../kit/sign-in-address.ts'
import { staff } from '../staff/words/fr/staff.ts'
import { askToWait } from './ask-to-wait.ts'
import type { Asked, Wanted } from './use-counter.ts'
import { counter } from './words/fr/counter.ts'
import { counterRefusals } from './words/fr/counter-refusals.ts'
import { waiting } from './words/fr/waiting.ts'

type CounterRefusedProps = {
  readonly asked: Asked
  readonly problem: WebProblem
  readonly spaces: readonly SpaceView[]
  /** For the person whom the form names by now. */
  readonly book: (wanted: Wanted) => void
}

const rankIn = ({ rank }: WebProblem): number => (typeof rank === 'number' ? rank : 1)

/** Refusals after which the person may still wait for a seat. */
const WAITS: readonly string[] = ['taken', 'newcomers-first']

const titleOf = ({ code, placesLeft }: WebProblem): string => {
  if (code === 'newcomers-first') return counterRefusals[code].title
  return placesLeft ? counter.oneLeft : counter.justFull
}

const leadOf = (problem: WebProblem, { begun }: { readonly begun: boolean }): string => {
  if (problem.code === 'newcomers-first') return counterRefusals[problem.code].says(problem)
  return begun ? counter.fullBegunLead : counter.justFullLead
}

type ToWaitProps = Pick<Asked, 'person'> & { readonly book: () => void }

/** Waiting for a taken time, after the other times. */
const ToWait = ({ person, book }: ToWaitProps) => (
  <div class="stack">
    <p>{waiting.lead}</p>
    {!('holder' in person || person.phone) && <p>{waiting.phone}</p>}
    <button class="button quiet alone" type="button" onClick={book}>
      {waiting.put}
    </button>
  </div>
)

/** Why a booking was refused, with other times one key away. */
export const CounterRefused = ({ asked, problem, spaces, book }: CounterRefusedProps) => {
  const { person, wanted } = asked
  if (wanted.kind === 'seat' && wanted.start && problem.code === 'taken')
    return (
      <Notice title={counter.justTaken}>
        <p>{counter.justTakenLead}</p>
      </Notice>
    )
  if ((wanted.kind === 'seat' || wanted.kind === 'rank') && WAITS.includes(problem.code))
    return (
      <Notice title={titleOf(problem)}>
        <p>{leadOf(problem, wanted)}</p>
        {!wanted.begun && (
          <button class="button" type="button" onClick={() => book({ ...wanted, kind: 'rank' })}>
            {counter.waitInstead(rankIn(problem))}
          </button>
        )}
      </Notice>
    )
  return (
    <TimeRefusal
      refusals={counterRefusals}
      problem={problem}
      choice={'choice' in wanted ? wanted.choice : undefined}
      spaces={spaces}
      take={{ words: counter.take, at: (other) => book({ kind: 'time', choice: other }) }}
      remedies={{ 'sign-in': [signInAddress(), staff.signIn] }}
      again={() => book(wanted)}
    >
      {wanted.kind === 'time' && problem.code === 'taken' && (
        <ToWait person={person} book={() => book({ ...wanted, kind: 'wait', ask: askToWait })} />
      )}
    </TimeRefusal>
  )
}
