import type { CycleSeats } from '../../shared/contracts/seat-views.ts'
import type { WorkshopSummary } from '../../shared/contracts/workshop-views.ts'
import { localToday } from '../kit/local-text.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { common } from '../kit/words/fr/common.ts'
import { dayWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { cycle as words } from './words/fr/cycle.ts'
import { seatRefusals } from './words/fr/seat-refusals.ts'
import { seatWords } from './workshop-card.tsx'
import { workshopApi } from './workshop-client.ts'

/** The dates of a cycle that have not begun; none until they are known, or where there is no cycle. */
export const useDates = (cycle: string | undefined): readonly WorkshopSummary[] => {
  const { loaded } = useAnswer(cycle, (id) => workshopApi.readCycle(id))
  return loaded.state === 'here' ? loaded.value.workshops.filter(({ begun }) => !begun) : []
}

type DatesProps = { readonly dates: readonly WorkshopSummary[]; readonly here?: string }

/** Each date with its seats, leading to its page. */
export const Dates = ({ dates, here }: DatesProps) => (
  <ul class="sittings">
    {dates.map((each) => {
      const said = (
        <>
          <strong class="workshop-when">
            {dayWords(each.date, localToday())}, {rangeWords(each.start, each.end)}
          </strong>
          <span class={each.seatsLeft > 0 ? 'free' : 'workshop-full'}>{seatWords(each)}</span>
        </>
      )
      return (
        <li key={each.id}>
          {each.id === here ? (
            <div class="sitting sitting-here" aria-current="true">
              {said}
            </div>
          ) : (
            <a class="sitting" href={`/atelier?id=${each.id}`}>
              {said}
            </a>
          )}
        </li>
      )
    })}
  </ul>
)

const outcomeWords = ({ status, rank, places, refusal }: CycleSeats['dates'][number]): string => {
  if (rank !== undefined) return words.rank(rank)
  if (status === 'offered') return words.offered
  if (status === 'cancelled' || status === 'no-show') return words.cancelled
  if (status) return words.seat(places)
  const reason = Object.entries(seatRefusals).find(([kind]) => kind === refusal)?.[1]
  return reason ? `${words.refused}${common.colon}${reason.title}` : words.refused
}

type OutcomesProps = Pick<CycleSeats, 'dates'> & {
  /** Read by somebody else than who signed up. */
  readonly plain?: true
}

/** What became of each date. */
export const Outcomes = ({ dates, plain }: OutcomesProps) => (
  <ul class="sittings">
    {dates.map((each) => {
      const { workshop, booking, date, start, end } = each
      const said = (
        <>
          <strong class="workshop-when">
            {dayWords(date, localToday())}, {rangeWords(start, end)}
          </strong>
          <span class={booking ? 'free' : 'workshop-full'}>{outcomeWords(each)}</span>
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
