import { useEffect, useRef } from 'preact/hooks'
import type { BookingView } from '../../../shared/contracts/booking-views.ts'
import { Refusal } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useSend } from '../../kit/use-send.ts'
import { useTitle } from '../../kit/use-title.ts'
import { momentWords } from '../../kit/words/fr/time-words.ts'
import { bookingApi } from '../booking-client.ts'
import { BookingPage } from '../booking-page.tsx'
import { Slip } from '../slip.tsx'
import { cancelling, mine } from '../words/fr/booking.ts'
import { changeRefusals } from '../words/fr/change-refusals.ts'

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

const Ask = ({ booking }: { booking: BookingView }) => {
  const { problem, working, done, send } = useSend<BookingView>()
  const cancel = () => send(() => bookingApi.cancel(booking.id))
  if (done || booking.status === 'cancelled') return <Done />
  return (
    <div class="stack slips">
      <h1>{cancelling.title}</h1>
      {problem && <Refusal refusals={changeRefusals} problem={problem} again={cancel} />}
      {!problem && <p class="lead">{cancelling.lead}</p>}
      {!problem && booking.cancelBefore && <p>{cancelling.before(momentWords(booking.cancelBefore))}</p>}
      <Slip booking={booking} />
      <div class="actions actions-row">
        {!problem && (
          <button class="button" type="button" onClick={cancel} aria-disabled={working}>
            {cancelling.yes}
          </button>
        )}
        <a class="button quiet" href={`/reservation?id=${booking.id}`}>
          {cancelling.no}
        </a>
      </div>
      <p role="status">{working && cancelling.working}</p>
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <BookingPage query={query} title={cancelling.title}>
    {(booking) => <Ask booking={booking} />}
  </BookingPage>
)

export const page: Page = { title: cancelling.page, enhanced: true, View }
