import type { PlanningView } from '../../shared/contracts/planning-views.ts'
import { freeOn } from '../availability/next-times.ts'
import { freeStretchesOf } from '../availability/proposed-times.ts'
import { spaceWords } from '../availability/words/fr/space.ts'
import { ROLES } from '../kit/table-roles.ts'
import { dayWords, rangesWords } from '../kit/words/fr/time-words.ts'
import { unknownHours } from '../kit/words/fr/unknown-hours.ts'
import { LoadLines, LoadRibbon } from './load-ribbon.tsx'
import { PlannedLine } from './planned-line.tsx'
import { planning as words } from './words/fr/planning.ts'

type Day = PlanningView['days'][number]
type Space = PlanningView['spaces'][number]
type TableProps = {
  readonly planning: PlanningView
  /** Whether the reader may change workshops. */
  readonly plans: boolean
  /** Whether the reader may note who came. */
  readonly marks: boolean
}

const Cell = ({ planning, plans, marks, day, space }: TableProps & { day: Day; space: Space }) => {
  const { open = [], load, undecided } = day.spaces.find((each) => each.space === space.id) ?? {}
  const places = freeOn(day, space.id)
  const free = freeStretchesOf(places, 1)
  const comes = planning.bookings.filter((each) => each.date === day.date && each.space === space.id)
  const isPast = day.date < planning.today
  const notOpen = undecided ? unknownHours : words.notLent
  return (
    <td {...ROLES.cell}>
      <p class="planning-space" aria-hidden="true">
        {space.name}
      </p>
      <LoadRibbon {...{ open, load }} counter={day.counter} free={places} capacity={space.capacity} />
      <LoadLines load={load} capacity={space.capacity} />
      {comes.length > 0 && (
        <ul class="plain">
          {comes.map((each) => (
            <PlannedLine key={each.id} planned={each} site={planning.site} plans={plans} marks={marks} />
          ))}
        </ul>
      )}
      {free.length > 0 && <p class="free">{words.free(rangesWords(free))}</p>}
      {free.length === 0 && comes.length === 0 && (
        <p class="soft">{open.length > 0 || isPast ? words.nobody : notOpen}</p>
      )}
    </td>
  )
}

const dayId = ({ date }: Pick<Day, 'date'>): string => `jour-${date}`

/** On a phone, where the days are one long list. */
export const DayJumps = ({ planning: { days } }: Pick<TableProps, 'planning'>) => (
  <nav class="day-links off-paper" aria-label={words.days}>
    {days.map((day) => (
      <a key={day.date} class="tall" href={`#${dayId(day)}`}>
        {words.dayLink(day.date)}
      </a>
    ))}
  </nav>
)

const Row = (props: TableProps & { day: Day }) => {
  const { planning, day } = props
  const isToday = day.date === planning.today
  return (
    <tr {...ROLES.row} class={isToday ? 'planning-today' : ''}>
      <th scope="row" id={dayId(day)} {...ROLES.rowheader}>
        {dayWords(day.date, planning.today)}
        {isToday && <span class="free"> {words.today}</span>}
        {day.holiday && <span class="soft"> {spaceWords.holiday}</span>}
      </th>
      {planning.spaces.map((space) => (
        <Cell key={space.id} {...props} space={space} />
      ))}
    </tr>
  )
}

/** Days down, spaces across; on a phone a list of days. Scrolls within itself where the spaces are many. */
export const PlanningTable = (props: TableProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard.
  <section class="planning" aria-label={words.scroll} tabIndex={0}>
    <table {...ROLES.table}>
      <caption class="for-readers">{words.caption}</caption>
      <thead>
        <tr {...ROLES.row}>
          <th scope="col">{words.day}</th>
          {props.planning.spaces.map(({ id, name }) => (
            <th key={id} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...ROLES.rowgroup}>
        {props.planning.days.map((day) => (
          <Row key={day.date} {...props} day={day} />
        ))}
      </tbody>
    </table>
  </section>
)
