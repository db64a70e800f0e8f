import type { BookingView } from '../../../shared/contracts/booking-views.ts'
import { doorWords } from '../../messages/fr/door.ts'

const NARROW_SPACE = '\u202F'

/** In groups of three, or of two where that comes out even: as people say and remember numbers. */
const grouped = (code: string): string[] => code.match(code.length % 3 === 0 ? /.{3}/g : /.{1,2}/g) ?? [code]

/** Read aloud digit by digit, not as one number. */
const Digits = ({ code }: { code: string }) => (
  <p class="door-digits" role="img" aria-label={[...code].join(' ')}>
    {grouped(code).join(NARROW_SPACE)}
  </p>
)

/** What opens the door, on the day; before, when that will be told. */
export const DoorCode = ({ door }: { door: NonNullable<BookingView['door']> }) => {
  const { state, code, from, until } = door
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
          <p>{doorWords.awaited}</p>
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
