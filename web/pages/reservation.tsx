import type { BookingView } from '../../shared/contracts/booking-views.ts'
import { useAnnouncement, useTitle } from '../answers.ts'
import { calendarAddress } from '../api-client.ts'
import { BookingPage } from '../components/slip/booking-page.tsx'
import { Slip } from '../components/slip/slip.tsx'
import { slip } from '../messages/fr/booking.ts'
import { common } from '../messages/fr/common.ts'
import type { Page, ViewProps } from '../page.ts'

const stateOf = ({ status, cancellable }: BookingView) => {
  if (status === 'cancelled') return { title: slip.cancelled, lead: slip.cancelledLead, tone: '' }
  if (!cancellable) return { title: slip.begun, lead: slip.begunLead, tone: '' }
  return { title: slip.booked, lead: undefined, tone: 'free' }
}

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

const Booking = ({ booking }: { booking: BookingView }) => {
  const { title, lead, tone } = stateOf(booking)
  useTitle(title)
  useAnnouncement(title)
  return (
    <div class="stack slips">
      <h1 class={tone}>{title}</h1>
      {lead && <p class="lead">{lead}</p>}
      <Slip booking={booking} />
      {booking.series && (
        <p class="off-paper">
          <a class="tall" href={`/serie?id=${booking.series}`}>
            {slip.series}
          </a>
        </p>
      )}
      {booking.workshop && (
        <p class="off-paper">
          <a class="tall" href={`/atelier?id=${booking.workshop}`}>
            {slip.seeWorkshop}
          </a>
        </p>
      )}
      {booking.status === 'confirmed' ? (
        <Next booking={booking} />
      ) : (
        <p>
          <a class="button" href="/">
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
