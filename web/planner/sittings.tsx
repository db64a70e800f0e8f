import type { SittingView } from '../../shared/contracts/workshop-views.ts'
import { dayWords } from '../kit/words/fr/time-words.ts'
import { RefusedGroups } from '../series/series-dates.tsx'
import { cycleRefusals, planning as words } from './words/fr/planning-cycle.ts'

type SittingsProps = {
  readonly dates: readonly (SittingView & { readonly workshop?: string | undefined })[]
  readonly today: string
}

/** Date by date: free or planned, moved off a holiday, and why not the others. */
export const Sittings = ({ dates, today }: SittingsProps) => {
  const possible = dates.filter(({ refusal }) => !refusal)
  const refused = dates.filter(({ refusal }) => refusal)
  return (
    <>
      {possible.length > 0 && (
        <ul class="series-dates">
          {possible.map(({ date, movedFrom, workshop }) => (
            <li key={date}>
              {workshop ? (
                <a class="tall" href={`/atelier?id=${workshop}`}>
                  {dayWords(date, today)}
                </a>
              ) : (
                dayWords(date, today)
              )}
              {movedFrom && <span class="soft"> {words.moved(dayWords(movedFrom, today))}</span>}
            </li>
          ))}
        </ul>
      )}
      {refused.length > 0 && (
        <section class="stack">
          {possible.length > 0 && <h2>{words.refused}</h2>}
          <RefusedGroups dates={refused} refusals={cycleRefusals} />
        </section>
      )}
    </>
  )
}
