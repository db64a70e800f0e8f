import type { CycleSeats } from '../../shared/contracts/seat-views.ts'
import { localToday } from '../kit/local-text.ts'
import { common } from '../kit/words/fr/common.ts'
import type { Refusals } from '../kit/words/fr/refusals.ts'
import { dayWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { cycle as words } from './words/fr/cycle.ts'

type Outcome = CycleSeats['dates'][number]

const outcomeWords = ({ status, rank, places, refusal }: Outcome, refusals: Refusals): string => {
  if (rank !== undefined) return words.rank(rank)
  if (status === 'offered') return words.offered
  if (status === 'cancelled' || status === 'no-show') return words.cancelled
  if (status) return words.seat(places)
  const reason = Object.entries(refusals).find(([kind]) => kind === refusal)?.[1]
  return reason ? `${words.refused}${common.colon}${reason.title}` : words.refused
}

type OutcomesProps = Pick<CycleSeats, 'dates'> & {
  readonly refusals: Refusals
  /** Read by somebody else than who signed up. */
  readonly plain?: true
}

/** What became of each date. */
export const Outcomes = ({ dates, refusals, plain }: OutcomesProps) => (
  <ul class="sittings">
    {dates.map((each) => {
      const { workshop, booking, date, start, end } = each
      const said = (
        <>
          <strong class="workshop-when">
            {dayWords(date, localToday())}, {rangeWords(start, end)}
          </strong>
          <span class={booking ? 'free' : 'workshop-full'}>{outcomeWords(each, refusals)}</span>
        </>
      )
      return (
        <li key={workshop}>
          {plain ? (
            <div class="sitting">{said}</div>
          ) : (
            <a class="sitting" href={booking ? `/reservation?id=${booking}` : `/atelier?id=${workshop}`}>
              {said}
            </a>
          )}
        </li>
      )
    })}
  </ul>
)
