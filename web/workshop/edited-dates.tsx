import type { EditedCycle } from '../../shared/contracts/workshop-edit-views.ts'
import { useAnnouncement } from '../kit/use-announcement.ts'
import { dayWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { RefusedGroups } from '../series/series-dates.tsx'
import { editRefusals, edit as words } from './words/fr/edit.ts'

type EditedProps = {
  readonly cycle: EditedCycle
  readonly today: string
  readonly working: boolean
  readonly onRelease: () => void
}

/** Date by date: changed, or why not. */
export const EditedDates = ({ cycle: { dates }, today, working, onRelease }: EditedProps) => {
  const changed = dates.filter(({ refusal }) => !refusal)
  const refused = dates.filter(({ refusal }) => refusal)
  const title = words.changed(changed.length)
  useAnnouncement(title)
  return (
    <section class="stack">
      <h2 class={changed.length > 0 ? 'free' : ''}>{title}</h2>
      <ul class="series-dates">
        {changed.map(({ workshop, date, start, end }) => (
          <li key={workshop}>
            <a class="tall" href={`/atelier?id=${workshop}`}>
              {dayWords(date, today)}
            </a>{' '}
            <span class="soft">{rangeWords(start, end)}</span>
          </li>
        ))}
      </ul>
      {refused.length > 0 && (
        <>
          <h2>{words.unchanged}</h2>
          <RefusedGroups dates={refused} refusals={editRefusals} />
        </>
      )}
      {refused.some(({ refusal }) => refusal === 'people-busy') && (
        <div class="actions actions-row">
          <button class="button quiet" type="button" aria-disabled={working} onClick={onRelease}>
            {words.release}
          </button>
        </div>
      )}
    </section>
  )
}
