import type { AttendanceView } from '../../shared/contracts/attendance-views.ts'
import type { WebProblem } from '../kit/api-client.ts'
import { Notice } from '../kit/notice/notice.tsx'
import { refusalOf } from '../kit/notice/refusal-of.ts'
import { SignInLink } from '../kit/sign-in-link.tsx'
import { asksToSignIn, type DeskState, type RefusedNote } from '../notes/desk.ts'
import { countOf } from '../notes/notes.ts'
import { nameOf } from './people.tsx'
import { attendance as words } from './words/fr/attendance.ts'
import { attendanceRefusals } from './words/fr/attendance-refusals.ts'

const stateWords = ({ noted, unsent, sending }: DeskState): string => {
  if (countOf(noted) === 0) return ''
  if (countOf(unsent) === 0) return words.saved
  return sending ? words.sending : words.waiting(countOf(unsent))
}

type ProblemProps = { readonly problem: WebProblem; readonly whose?: string }

const Refused = ({ problem, whose }: ProblemProps) => {
  const { title, says } = refusalOf(problem, attendanceRefusals)
  return (
    <li>
      <strong class="long-word">{[whose, title].filter(Boolean).join(' : ')}.</strong> {says(problem)}
    </li>
  )
}

type SentProps = { readonly roll: AttendanceView; readonly state: DeskState }

/** What has arrived, what is still kept here, and what was refused. */
export const SentState = ({ roll, state }: SentProps) => {
  const { unsent, problem, refused } = state
  const isSignedOut = problem !== undefined && asksToSignIn(problem)
  const whoseIs = ({ id }: RefusedNote): string => {
    const person = roll.people.find((each) => each.id === id)
    return person ? nameOf(person) : words.refusedOne
  }
  const isRefused = problem !== undefined && countOf(unsent) === 0
  return (
    <>
      {isSignedOut && <SignInLink lead={words.signInToSend} words={words.signIn} />}
      <p role="status">{!isSignedOut && !isRefused && stateWords(state)}</p>
      {(isRefused || refused.length > 0) && (
        <Notice title={words.refused}>
          <ul class="plain">
            {isRefused && <Refused problem={problem} />}
            {refused.map(({ code, ...each }) => (
              <Refused
                key={each.id}
                whose={whoseIs({ code, ...each })}
                problem={{ ...each, code: code as WebProblem['code'] }}
              />
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
