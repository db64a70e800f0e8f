import { useState } from 'preact/hooks'
import type { BookingView } from '../../shared/contracts/booking-views.ts'
import { useAnnouncement, useTitle } from '../answers.ts'
import { calendarAddress } from '../api-client.ts'
import { BookingAnswer } from '../components/booking-answer/booking-answer.tsx'
import { BookingPage } from '../components/slip/booking-page.tsx'
import { stateOf } from '../components/slip/booking-state.ts'
import { Slip } from '../components/slip/slip.tsx'
import { slip } from '../messages/fr/booking.ts'
import { common } from '../messages/fr/common.ts'
import type { Page, ViewProps } from '../page.ts'

const Next = ({ booking: { id, cancellable } }: { booking: BookingView }) => (
  <section class="stack off-paper">
    <div class="actions actions-row">
      <a class="button" href={calendarAddress(id)} download="restante.ics">
        {slip.calendar}
      </a>
      <button class="button quiet" type="button" onClick={() => print()}>
        {slip.print}
      </button>
    </div>
    {cancellable && (
      <>
        <h2>{slip.nextTitle}</h2>
        <ul class="facts">
          {slip.next.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <p>
          <a class="tall" href={`/annuler?id=${id}`}>
            {slip.cancel}
          </a>
        </p>
      </>
    )}
  </section>
)

const Booking = ({ booking: read }: { booking: BookingView }) => {
  const [booking, setBooking] = useState(read)
  const { title, lead, tone } = stateOf(booking)
  useTitle(title)
  useAnnouncement(title)
  return (
    <div class="stack slips">
      <h1 class={tone} tabIndex={-1}>
        {title}
      </h1>
      {lead && <p class="lead">{lead}</p>}
      <BookingAnswer booking={booking} onAnswered={setBooking} />
      <Slip booking={booking} />
      {booking.series && (
        <p class="off-paper">
          <a class="tall" href={`/serie?id=${booking.series}`}>
            {slip.series}
          </a>
        </p>
      )}
      {booking.status === 'confirmed' || booking.status === 'attended' ? (
        <Next booking={booking} />
      ) : (
        <p>
          <a class={booking.cancellable || booking.replacedBy ? 'tall' : 'button'} href="/">
            {common.backHome}
          </a>
        </p>
      )}
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <BookingPage query={query} title={slip.page}>
    {(booking) => <Booking booking={booking} />}
  </BookingPage>
)

export const page: Page = { title: slip.page, enhanced: true, View }
