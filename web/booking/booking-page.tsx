import type { ComponentChildren } from 'preact'
import type { BookingView } from '../../shared/contracts/booking-views.ts'
import type { RefusedProps } from '../kit/loaded.tsx'
import { LoadedPage } from '../kit/loaded.tsx'
import { Unread } from '../kit/notice/refusal.tsx'
import { SignInLink } from '../kit/sign-in-link.tsx'
import { useAnswer } from '../kit/use-answer.ts'
import { common } from '../kit/words/fr/common.ts'
import { signIn } from '../people/words/fr/sign-in.ts'
import { bookingApi } from './booking-client.ts'
import { oneBooking } from './words/fr/one-booking.ts'

type BookingPageProps = {
  readonly query: URLSearchParams | undefined
  readonly title: string
  readonly children: (booking: BookingView) => ComponentChildren
}

const ABSENT = {
  title: oneBooking.absent,
  children: (
    <>
      <p class="lead">{oneBooking.absentLead}</p>
      <p>
        <a class="button" href="/mes-reservations">
          {common.myBookings}
        </a>
      </p>
    </>
  ),
}

const Refused = (props: RefusedProps) =>
  props.problem.code === 'signed-out' ? (
    <SignInLink lead={signIn.signedOut} words={signIn.goSignIn} />
  ) : (
    <Unread {...props} />
  )

/** Reads the booking in the address, or says why it cannot be shown. */
export const BookingPage = ({ query, title, children }: BookingPageProps) => {
  const from = useAnswer(query && (query.get('id') ?? ''), (id) => bookingApi.read(id || '0'))
  return (
    <LoadedPage title={title} absent={ABSENT} from={from} refused={Refused}>
      {children}
    </LoadedPage>
  )
}
