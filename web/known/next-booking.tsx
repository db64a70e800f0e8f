import type { BookingView, MyBookings } from '../../shared/contracts/booking-views.ts'
import { bookingApi } from '../booking/booking-client.ts'
import { BookingLine } from '../booking/booking-line.tsx'
import { DoorCode } from '../doors/door-code.tsx'
import { Loading } from '../kit/loading.tsx'
import { localText } from '../kit/local-text.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { refreshToDo } from '../staff/refresh-to-do.ts'
import { waitApi } from '../waitlist/wait-client.ts'
import { lastBooking, nextBooking } from './last-time.ts'
import { SameAgain } from './same-again.tsx'
import { ToMyBookings } from './to-my-bookings.tsx'
import { known } from './words/fr/known.ts'

/** The list has no code: the booking itself is read on its day. */
const CodeOfDay = ({ booking }: { booking: BookingView }) => {
  const { loaded } = useAnswer(booking.id, bookingApi.read)
  const door = loaded.state === 'here' ? loaded.value.door : undefined
  return door ? <DoorCode door={door} /> : null
}

const Next = ({ booking, now }: { booking: BookingView; now: string }) => (
  <>
    <h2>{known.next}</h2>
    <ul class="booking-lines">
      <BookingLine booking={booking} />
    </ul>
    {booking.door && booking.date === now.slice(0, 10) && <CodeOfDay booking={booking} />}
  </>
)

const Mine = ({ bookings, associations }: MyBookings) => {
  const all = [bookings, ...associations.map((each) => each.bookings)].flat()
  const now = localText()
  const [next, last] = [nextBooking(all, now), lastBooking(all)]
  return (
    <>
      {next ? <Next booking={next} now={now} /> : <h2>{known.last}</h2>}
      {last && <SameAgain booking={last} />}
    </>
  )
}

/** Also counts what waits and what is to do, for the header. */
const readMine = async () => {
  const [mine] = await Promise.all([bookingApi.listMine(), waitApi.listMine(), refreshToDo()])
  return mine
}

/** What a person who is signed in comes back for. */
export const NextBooking = () => {
  const { loaded } = useAnswer('mine', readMine)
  if (loaded.state === 'loading') return <Loading />
  return loaded.state === 'here' ? <Mine {...loaded.value} /> : <ToMyBookings />
}
