import type { ComponentChildren } from 'preact'
import type { BookingView } from '../../shared/contracts/booking-views.ts'
import { api, type WebProblem } from '../kit/api-client.ts'
import { Loading } from '../kit/loading.tsx'
import { Unread } from '../kit/notice/refusal.tsx'
import { useAnswer } from '../kit/use-answer.ts'
import { useTitle } from '../kit/use-title.ts'
import { common } from '../kit/words/fr/common.ts'
import { signIn } from '../people/words/fr/sign-in.ts'
import { oneBooking } from './words/fr/one-booking.ts'

type BookingPageProps = {
  readonly query: URLSearchParams | undefined
  readonly title: string
  readonly children: (booking: BookingView) => ComponentChildren
}

const SignedOut = () => {
  const next = location.pathname + location.search
  return (
    <>
      <p class="lead">{signIn.signedOut}</p>
      <p>
        <a class="button" href={`/connexion?${new URLSearchParams({ next })}`}>
          {signIn.goSignIn}
        </a>
      </p>
    </>
  )
}

const Absent = () => (
  <>
    <p class="lead">{oneBooking.absentLead}</p>
    <p>
      <a class="button" href="/mes-reservations">
        {common.myBookings}
      </a>
    </p>
  </>
)

const isAbsent = ({ code }: WebProblem): boolean => code === 'not-found' || code === 'invalid'

const Refused = ({ problem, again }: { problem: WebProblem; again: () => void }) => {
  if (problem.code === 'signed-out') return <SignedOut />
  return isAbsent(problem) ? <Absent /> : <Unread problem={problem} again={again} />
}

/** Reads the booking in the address, or says why it cannot be shown. */
export const BookingPage = ({ query, title, children }: BookingPageProps) => {
  const { loaded, again } = useAnswer(query && (query.get('id') ?? ''), (id) => api.readBooking(id || '0'))
  const absent = loaded.state === 'refused' && isAbsent(loaded.problem)
  useTitle(absent ? oneBooking.absent : undefined)
  if (loaded.state === 'here') return <>{children(loaded.value)}</>
  return (
    <div class="stack">
      <h1>{absent ? oneBooking.absent : title}</h1>
      {loaded.state === 'loading' ? <Loading /> : <Refused problem={loaded.problem} again={again} />}
    </div>
  )
}
