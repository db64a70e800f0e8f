import type { WorkshopSummary } from '../../shared/contracts/workshop-views.ts'
import { localToday } from '../kit/local-text.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { dayWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { seatWords } from './workshop-card.tsx'
import { workshopApi } from './workshop-client.ts'

/** The dates of a cycle that have not begun; none until they are known, or where there is no cycle. */
export const useDates = (cycle: string | undefined): readonly WorkshopSummary[] => {
  const { loaded } = useAnswer(cycle, (id) => workshopApi.readCycle(id))
  return loaded.state === 'here' ? loaded.value.workshops.filter(({ begun }) => !begun) : []
}

type DatesProps = {
  readonly dates: readonly WorkshopSummary[]
  /** The one whose page this is; without one, no date leads elsewhere. */
  readonly here?: string
}

/** Each date with its seats. */
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
          {here === undefined || each.id === here ? (
            <div class={here ? 'sitting sitting-here' : 'sitting'} aria-current={here ? 'true' : undefined}>
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
