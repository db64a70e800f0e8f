import type { WorkshopSummary } from '../../shared/contracts/workshop-views.ts'
import { langOfStaff } from '../kit/language-here.ts'
import { localToday } from '../kit/local-text.ts'
import { dayWords, kilometresWords, rangeWords } from '../kit/words/fr/time-words.ts'
import type { SameTitle } from './same-title.ts'
import { workshops as words } from './words/fr/workshops.ts'

export const seatWords = ({ seatsLeft, waiting }: Pick<WorkshopSummary, 'seatsLeft' | 'waiting'>): string =>
  seatsLeft > 0 ? words.seatsLeft(seatsLeft) : words.full(waiting)

const Sitting = ({ sitting }: { sitting: WorkshopSummary }) => {
  const { id, site, date, start, end, seatsLeft, distanceKm } = sitting
  const away = distanceKm === undefined ? undefined : kilometresWords(distanceKm)
  return (
    <li>
      <a class="sitting" href={`/atelier?id=${id}`}>
        <strong class="workshop-when">
          {dayWords(date, localToday())}, {rangeWords(start, end)}
        </strong>
        <span>{[site.name, away].filter(Boolean).join(', ')}</span>
        <span class={seatsLeft > 0 ? 'free' : 'workshop-full'}>{seatWords(sitting)}</span>
      </a>
    </li>
  )
}

/** The sittings of one title: when, where, and whether there is room. */
export const WorkshopCard = ({ workshop: { title, level, sittings } }: { workshop: SameTitle }) => (
  <li class="workshop-card">
    <h3 lang={langOfStaff()}>{title}</h3>
    {level && <p class="soft">{words.levels[level]}</p>}
    <ul class="sittings">
      {sittings.map((sitting) => (
        <Sitting key={sitting.id} sitting={sitting} />
      ))}
    </ul>
  </li>
)
