import type { WeekView } from '../../shared/contracts/week-views.ts'
import { dayAndNumberWords, hourWords, listWords, shortRangeWords } from '../kit/words/fr/time-words.ts'
import { travelWords } from '../kit/words/fr/travel-words.ts'
import { daysOf, type LedDay } from './week-of.ts'
import { myWeek as words } from './words/fr/my-week.ts'

type Led = WeekView['workshops'][number]

const takenIn = ({ booked, seats, seatsLeft }: Led): number => booked?.length ?? seats - seatsLeft

const howFullWords = (led: Led): string => {
  const { booked, seats, waiting } = led
  return booked
    ? words.appointments({ seats, hours: booked.map(hourWords), waiting })
    : words.seats({ seats, taken: takenIn(led), waiting })
}

const Workshop = ({ led }: { led: Led }) => {
  const { id, title, site, spaceName, start, end, seats, way, otherMediators, status } = led
  const taken = takenIn(led)
  const isFull = taken >= seats && status === 'planned'
  return (
    <>
      {way && <li class="soft">{travelWords(way.minutes, way.km)}</li>}
      <li class={isFull ? 'planned led led-full' : 'planned led'}>
        <a href={`/atelier?id=${id}`}>
          <span>
            {shortRangeWords(start, end)} <strong class="long-word">{title}</strong>
          </span>
          <span class="soft">
            {site.name}, {spaceName}
            {otherMediators && `, ${words.beside(listWords(otherMediators))}`}
          </span>
          <span class={isFull ? 'workshop-full' : ''}>
            {status === 'cancelled' ? words.cancelled : howFullWords(led)}
          </span>
        </a>
        <div class="off-paper">
          <a class="tall" href={`/presences?id=${id}`}>
            {words.who}
            <span class="for-readers">{words.whoTo(title)}</span>
          </a>
        </div>
      </li>
    </>
  )
}

const Day = ({ day: { date, workshops }, today }: { day: LedDay; today: string }) => (
  <li>
    <h2>
      {dayAndNumberWords(date)}
      {date === today && <span class="free"> {words.today}</span>}
    </h2>
    {workshops.length > 0 ? (
      <>
        <ul class="plain">
          {workshops.map((each) => (
            <Workshop key={each.id} led={each} />
          ))}
        </ul>
        {workshops.some(({ begun, status }) => !begun && status === 'planned') && (
          <p class="off-paper">
            <a class="tall" href={`/absence?du=${date}`}>
              {words.absent}
              <span class="for-readers">{words.absentOn(dayAndNumberWords(date))}</span>
            </a>
          </p>
        )}
      </>
    ) : (
      <p class="soft">{words.nothing}</p>
    )}
  </li>
)

/** Days down on a phone, across on a desk and on paper. */
export const LedDays = ({ week, today }: { week: WeekView; today: string }) => (
  <ol class="plain stack led-days">
    {daysOf(week).map((day) => (
      <Day key={day.date} day={day} today={today} />
    ))}
  </ol>
)
