import { useEffect, useRef, useState } from 'preact/hooks'
import type { BookingView } from '../../shared/contracts/booking-views.ts'
import { useTitle } from '../answers.ts'
import { api, type WebProblem } from '../api-client.ts'
import { Refusal } from '../components/notice/refusal.tsx'
import { BookingPage } from '../components/slip/booking-page.tsx'
import { Slip } from '../components/slip/slip.tsx'
import { cancelling, mine } from '../messages/fr/booking.ts'
import { changeRefusals } from '../messages/fr/change-refusals.ts'
import type { Page, ViewProps } from '../page.ts'
import { momentWords } from '../time-words.ts'

const Done = () => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useTitle(cancelling.done)
  return (
    <div class="stack">
      <h1 ref={heading} tabIndex={-1}>
        {cancelling.done}
      </h1>
      <p class="lead">{cancelling.doneLead}</p>
      <div class="actions actions-row">
        <a class="button" href="/">
          {mine.search}
        </a>
        <a class="button quiet" href="/mes-reservations">
          {mine.title}
        </a>
      </div>
    </div>
  )
}

const useCancelling = (id: string) => {
  const [state, setState] = useState<'asking' | 'working' | 'done'>('asking')
  const [problem, setProblem] = useState<WebProblem>()
  const cancel = async () => {
    setState('working')
    setProblem(undefined)
    const answer = await api.cancelBooking(id)
    setState(answer.ok ? 'done' : 'asking')
    if (!answer.ok) setProblem(answer.problem)
  }
  return { state, problem, cancel }
}

const Ask = ({ booking }: { booking: BookingView }) => {
  const { state, problem, cancel } = useCancelling(booking.id)
  if (state === 'done' || booking.status === 'cancelled') return <Done />
  return (
    <div class="stack slips">
      <h1>{cancelling.title}</h1>
      {problem && <Refusal refusals={changeRefusals} problem={problem} again={cancel} />}
      {!problem && <p class="lead">{cancelling.lead}</p>}
      {!problem && booking.cancelBefore && <p>{cancelling.before(momentWords(booking.cancelBefore))}</p>}
      <Slip booking={booking} />
      <div class="actions actions-row">
        {!problem && (
          <button
            class="button"
            type="button"
            onClick={() => state === 'asking' && cancel()}
            aria-disabled={state === 'working'}
          >
            {cancelling.yes}
          </button>
        )}
        <a class="button quiet" href={`/reservation?id=${booking.id}`}>
          {cancelling.no}
        </a>
      </div>
      <p role="status">{state === 'working' && cancelling.working}</p>
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <BookingPage query={query} title={cancelling.title}>
    {(booking) => <Ask booking={booking} />}
  </BookingPage>
)

export const page: Page = { title: cancelling.page, enhanced: true, View }
