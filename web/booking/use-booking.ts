import type { BookingView } from '../../shared/contracts/booking-views.ts'
import { type Choice, detailsAddress } from '../availability/choice.ts'
import { goInstead } from '../kit/go.ts'
import { sendOnce } from '../kit/send-once.ts'
import { tabMemory } from '../kit/tab-memory.ts'
import { useSend } from '../kit/use-send.ts'
import { bookingApi } from './booking-client.ts'

const showBooking = ({ id }: BookingView): void => {
  tabMemory.forgetVisitor()
  goInstead(`/reservation?${new URLSearchParams({ id })}`)
}

/** Books a choice, at most once, then shows the booking. */
export const useBooking = (choice: Choice) => {
  const { problem, working, send } = useSend(showBooking, { leaves: true })
  const book = () => send(() => sendOnce(detailsAddress(choice), (key) => bookingApi.book(choice, key)))
  return { problem, working, book }
}
