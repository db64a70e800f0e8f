import type { StepProps } from '../availability/booking-step.tsx'
import { TimeRefusal } from '../availability/time-refusal.tsx'
import { WaitLink } from '../availability/wait-link.tsx'
import { bookingRefusals } from '../availability/words/fr/booking-refusals.ts'
import type { WebProblem } from '../kit/api-client.ts'

type BookingRefusedProps = Pick<StepProps, 'choice' | 'spaces'> & {
  readonly problem: WebProblem
  readonly again: () => void
}

/** Why a booking was refused; a taken time leads to the waitlist too. */
export const BookingRefused = (props: BookingRefusedProps) => (
  <>
    <TimeRefusal refusals={bookingRefusals} {...props} />
    {props.problem.code === 'taken' && <WaitLink wanted={props.choice} />}
  </>
)
