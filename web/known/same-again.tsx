import type { BookingView } from '../../shared/contracts/booking-views.ts'
import { choiceOf, chooseAddress, detailsAddress } from '../availability/choice.ts'
import { goTo } from '../kit/go.ts'
import { Refusal } from '../kit/notice/refusal.tsx'
import { useSend } from '../kit/use-send.ts'
import { rangeWords, weekdayWords } from '../kit/words/fr/time-words.ts'
import { findSameTime } from './last-time.ts'
import { known } from './words/fr/known.ts'

/** Leads straight to the details of the same space and hours, on the next free day of the same weekday. */
export const SameAgain = ({ booking }: { booking: BookingView }) => {
  const { date, start, end, site } = booking
  const { done, problem, again, working, send } = useSend<{ choice?: unknown }>()
  const find = () =>
    send(async () => {
      const found = await findSameTime(booking)
      if (found.ok && found.value.choice) goTo(detailsAddress(found.value.choice))
      return found
    })
  if (problem) return <Refusal problem={problem} again={again} />
  return (
    <div class="same-again">
      <button class="button quiet" type="button" aria-disabled={working} onClick={find}>
        {known.again}
      </button>
      <p class="soft">{known.againWhen(weekdayWords(date), rangeWords(start, end), site.name)}</p>
      <p role="status">
        {working && known.searching}
        {done && !done.choice && known.noneFree}
      </p>
      {done && !done.choice && (
        <a class="tall" href={chooseAddress(choiceOf(booking))}>
          {known.choose}
        </a>
      )}
    </div>
  )
}
