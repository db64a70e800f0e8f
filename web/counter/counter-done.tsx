import { useEffect, useRef } from 'preact/hooks'
import type { BookingView } from '../../shared/contracts/booking-views.ts'
import type { CycleSeats } from '../../shared/contracts/seat-views.ts'
import { bookedPeople } from '../booking/words/fr/booked-people.ts'
import { Later } from '../kit/later.tsx'
import { useTitle } from '../kit/use-title.ts'
import { dayWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { Dictated } from './dictated.tsx'
import type { Made } from './use-counter.ts'
import { counterDone as words } from './words/fr/counter.ts'

const titleOf = (made: Made): string => {
  if ('dates' in made) return words.cycle
  if ('rank' in made) return words.waiting(made.rank)
  return made.booking.status === 'requested' ? words.requested : words.booked
}

const Booked = ({ booking, byPhone }: { booking: BookingView; byPhone: boolean }) => (
  <>
    {booking.status === 'requested' && <p class="lead">{words.requestedLead}</p>}
    {byPhone ? (
      <Dictated reference={booking.reference} />
    ) : (
      <p class="reference">
        {words.reference} <strong>{booking.reference}</strong>
      </p>
    )}
    <dl>
      <dt>{words.for}</dt>
      <dd class="long-word">{bookedPeople.who(booking.holderName, booking)}</dd>
      <dt>{words.when}</dt>
      <dd>
        {dayWords(booking.date)}, {rangeWords(booking.start, booking.end)}
      </dd>
      <dt>{words.where}</dt>
      <dd>{[booking.title, booking.space.name, booking.site.name].filter(Boolean).join(', ')}</dd>
    </dl>
  </>
)

/** Of a whole cycle, which few people ask for. */
const loadOutcomes = async () => {
  const [{ Outcomes }, { counterRefusals }] = await Promise.all([
    import('../workshop/cycle-outcomes.tsx'),
    import('./words/fr/counter-refusals.ts'),
  ])
  return ({ dates }: Pick<CycleSeats, 'dates'>) => <Outcomes dates={dates} refusals={counterRefusals} plain />
}

const datesFailed = (again: () => void) => (
  <div class="stack" role="status">
    <p>{words.datesFailed}</p>
    <button class="button quiet alone" type="button" onClick={again}>
      {words.datesAgain}
    </button>
  </div>
)

type CounterDoneProps = {
  readonly made: Made
  /** The reference is dictated, and no slip printed. */
  readonly byPhone: boolean
  readonly onAgain: () => void
}

/** What to tell the person; the slip to print is a page of its own. */
export const CounterDone = ({ made, byPhone, onAgain }: CounterDoneProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const title = titleOf(made)
  useTitle(title)
  return (
    <div class="stack">
      <h1 ref={heading} class="free" tabIndex={-1}>
        {title}
      </h1>
      {'dates' in made && <Later load={loadOutcomes} props={{ dates: made.dates }} failed={datesFailed} />}
      {'rank' in made && <p class="lead">{words.waitingLead(made.title)}</p>}
      {'booking' in made && <Booked booking={made.booking} byPhone={byPhone} />}
      <div class="actions actions-row">
        {'booking' in made && !byPhone && (
          <a
            class="button"
            href={`/bordereau?${new URLSearchParams({ id: made.booking.id, imprimer: '1' })}`}
          >
            {words.print}
          </a>
        )}
        <button class="button quiet" type="button" onClick={onAgain}>
          {words.again} <kbd class="key">{words.escape}</kbd>
        </button>
      </div>
    </div>
  )
}
