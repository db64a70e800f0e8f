import { useEffect, useState } from 'preact/hooks'
import type { BookingView } from '../../../shared/contracts/booking-views.ts'
import { repeatBookingAddress } from '../../availability/choice.ts'
import { DoorCode } from '../../doors/door-code.tsx'
import { doorWords } from '../../doors/words/fr/door.ts'
import { Notice } from '../../kit/notice/notice.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useTitle } from '../../kit/use-title.ts'
import { common } from '../../kit/words/fr/common.ts'
import { momentWords } from '../../kit/words/fr/time-words.ts'
import { BookingAnswer } from '../booking-answer.tsx'
import { BookingPage } from '../booking-page.tsx'
import { stateOf } from '../booking-state.ts'
import { Slip } from '../slip.tsx'
import { slip } from '../words/fr/booking.ts'
import { oneBooking } from '../words/fr/one-booking.ts'
import { pair } from '../words/fr/pair.ts'

const calendarAddress = (id: string): string => `/api/bookings/${encodeURIComponent(id)}/calendar.ics`

const Changing = ({ booking }: { booking: BookingView }) => {
  const { id, status, places, cancelBefore, series, workshop, isAppointment, door } = booking
  const isPair = workshop !== undefined && places > 1
  const seat = isPair ? pair.hindered : isAppointment ? slip.hinderedAppointment : slip.hinderedSeat
  const leave = isPair ? pair.leave : isAppointment ? slip.leaveAppointment : slip.leave
  const hindered = workshop ? seat : slip.hindered
  return (
    <>
      <h2>{slip.nextTitle}</h2>
      <ul class="facts">
        <li>{door ? doorWords.next : slip.next}</li>
        <li>{cancelBefore ? slip.hinderedBefore(momentWords(cancelBefore)) : hindered}</li>
      </ul>
      <div class="actions actions-row">
        {status === 'confirmed' && !workshop && (
          <a class="button quiet" href={`/deplacer?id=${id}`}>
            {slip.move}
          </a>
        )}
        <a class="button quiet" href={`/annuler?id=${id}`}>
          {workshop ? leave : slip.cancel}
        </a>
      </div>
      {!series && !workshop && (
        <p>
          <a class="tall" href={repeatBookingAddress(booking)}>
            {slip.repeat}
          </a>
        </p>
      )}
    </>
  )
}

const Next = ({ booking }: { booking: BookingView }) => (
  <section class="stack off-paper">
    <div class="actions actions-row">
      <a class="button" href={calendarAddress(booking.id)} download="restante.ics">
        {slip.calendar}
      </a>
      <button class="button quiet" type="button" onClick={() => print()}>
        {slip.print}
      </button>
    </div>
    {booking.cancellable && <Changing booking={booking} />}
  </section>
)

const PartOf = ({ booking: { series, workshop, isAppointment } }: { booking: BookingView }) => (
  <>
    {series && (
      <p class="off-paper">
        <a class="tall" href={`/serie?id=${series}`}>
          {slip.series}
        </a>
      </p>
    )}
    {workshop && (
      <p class="off-paper">
        <a class="tall" href={`/atelier?id=${workshop}`}>
          {isAppointment ? slip.seeHours : slip.seeWorkshop}
        </a>
      </p>
    )}
  </>
)

const Booking = ({ booking: read, moved }: { booking: BookingView; moved: boolean }) => {
  const [booking, setBooking] = useState(read)
  const { title, lead, tone } = stateOf(booking)
  useTitle(title)
  useAnnouncement(title)
  useEffect(() => {
    // A reload does not tell again that the booking has moved.
    if (moved) history.replaceState(null, '', `?id=${booking.id}`)
  }, [])
  return (
    <div class="stack slips">
      {moved && tone && (
        <Notice title={slip.moved} tone="free">
          <p>{slip.movedLead}</p>
        </Notice>
      )}
      <h1 class={tone} tabIndex={-1}>
        {title}
      </h1>
      {lead && <p class="lead">{lead}</p>}
      <BookingAnswer booking={booking} onAnswered={setBooking} />
      {booking.door && <DoorCode door={booking.door} />}
      <Slip booking={booking} />
      <PartOf booking={booking} />
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
  <BookingPage query={query} title={oneBooking.page}>
    {(booking) => <Booking booking={booking} moved={query?.has('fait') ?? false} />}
  </BookingPage>
)

export const page: Page = { title: oneBooking.page, enhanced: true, View }
