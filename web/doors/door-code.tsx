import type { BookingView } from '../../shared/contracts/booking-views.ts'
import { Digits } from '../kit/digits.tsx'
import { doorWords } from './words/fr/door.ts'

/** The door code on the day; before it, when it will be shown. */
export const DoorCode = ({ door }: { door: NonNullable<BookingView['door']> }) => {
  const { state, code, from, until, byHand } = door
  if (state === 'withheld') return <p>{doorWords.withheld}</p>
  return (
    <section class={`door-code ${code ? '' : 'off-paper'}`}>
      <h2>{doorWords.title}</h2>
      {code && <Digits code={code} />}
      {state === 'later' && <p>{doorWords.later(from, until)}</p>}
      {state === 'shown' && (
        <p>
          {doorWords.when(from, until)} {doorWords.alone}
        </p>
      )}
      {state === 'awaited' && (
        <>
          <p>{byHand ? doorWords.awaitedByHand : doorWords.awaited}</p>
          <p>
            <button class="button quiet" type="button" onClick={() => location.reload()}>
              {doorWords.again}
            </button>
          </p>
          <p>{doorWords.stillAwaited}</p>
        </>
      )}
    </section>
  )
}
