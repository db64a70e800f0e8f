import type { WorkshopSummary } from '../../shared/contracts/workshop-views.ts'
import { langOfStaff } from '../kit/language-here.ts'
import { localToday } from '../kit/local-text.ts'
import { dayWords, durationWords, kilometresWords, rangeWords } from '../kit/words/fr/time-words.ts'
import type { SameTitle } from './same-title.ts'
import { workshops as words } from './words/fr/workshops.ts'

type Seats = Pick<WorkshopSummary, 'seatsLeft' | 'waiting' | 'appointments'>

export const seatWords = ({ seatsLeft, waiting, appointments }: Seats): string => {
  if (seatsLeft === 0) return words.full(waiting)
  return appointments ? words.appointmentsLeft(seatsLeft) : words.seatsLeft(seatsLeft)
}

/** For whom it is: the level, or that it is for one person at a time. */
export const audienceWords = ({
  level,
  appointments,
}: Pick<WorkshopSummary, 'level' | 'appointments'>): string | undefined => {
  if (appointments) return words.appointmentsOf(durationWords(appointments.minutes))
  return level && words.levels[level]
}

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
export const WorkshopCard = ({ workshop: { title, audience, sittings } }: { workshop: SameTitle }) => (
  <li class="workshop-card">
    <h3 lang={langOfStaff()}>{title}</h3>
    {audience && <p class="soft">{audience}</p>}
    <ul class="sittings">
      {sittings.map((sitting) => (
        <Sitting key={sitting.id} sitting={sitting} />
      ))}
    </ul>
  </li>
)
