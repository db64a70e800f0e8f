import type { ComponentChildren } from 'preact'
import { fullDayWords, placesWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { type Choice, isSameTime } from './choice.ts'
import { dayPartOf } from './day-part.ts'
import { HourLink } from './hour-link.tsx'
import type { FreeTime } from './next-times.ts'
import { choose } from './words/fr/choose.ts'
import { dayParts } from './words/fr/day-parts.ts'

type OfferedDays = readonly (readonly [date: string, times: readonly FreeTime[]])[]

type DayChoicesProps = {
  readonly days: OfferedDays
  readonly today: string
  readonly chosen: FreeTime | undefined
  readonly onChoose: (time: FreeTime) => void
}

const timeKey = ({ date, start, end }: Pick<FreeTime, 'date' | 'start' | 'end'>): string =>
  `${date}-${start}-${end}`

const partWords = (time: FreeTime): string | undefined => {
  const part = dayPartOf(time)
  return part && dayParts[part]
}

const hoursWords = (time: FreeTime): string =>
  [partWords(time), rangeWords(time.start, time.end)].filter(Boolean).join(', ')

const left = ({ use, left: places }: FreeTime): ComponentChildren =>
  use === 'desk' && <span class="radio-note">{placesWords(places)}</span>

/** The times offered, as radio buttons by day. */
export const DayChoices = ({ days, today, chosen, onChoose }: DayChoicesProps) => (
  <div class="days">
    {days.map(([date, times]) => (
      <fieldset key={date} class="radios">
        <legend>{fullDayWords(date, today)}</legend>
        {times.map((time, index) => (
          <label key={timeKey(time)} class="radio">
            <input
              type="radio"
              name="time"
              value={timeKey(time)}
              checked={chosen !== undefined && timeKey(chosen) === timeKey(time)}
              onChange={() => onChoose(time)}
              {...(date === days[0]?.[0] && index === 0 ? { id: 'time' } : {})}
            />
            {hoursWords(time)}
            {left(time)}
          </label>
        ))}
      </fieldset>
    ))}
  </div>
)

type DayLinksProps = Pick<DayChoicesProps, 'days' | 'today'> & {
  readonly current: Choice | undefined
  readonly addressOf: (time: Choice) => string
}

const DayLink = ({
  time,
  current,
  addressOf,
}: Omit<DayLinksProps, 'days' | 'today'> & { time: FreeTime }) => {
  const part = partWords(time)
  const isCurrent = isSameTime(time, current)
  return (
    <HourLink href={addressOf(time)} isCurrent={isCurrent}>
      {part && <strong>{part}</strong>}
      <span>{rangeWords(time.start, time.end)}</span>
      {left(time)}
      {isCurrent && <span>{choose.current}</span>}
    </HourLink>
  )
}

/** The times offered, each a link by day. */
export const DayLinks = ({ days, today, ...props }: DayLinksProps) => (
  <div class="days">
    {days.map(([date, times]) => (
      <section key={date} class="radios">
        <h3>{fullDayWords(date, today)}</h3>
        <ul class="times">
          {times.map((time) => (
            <li key={timeKey(time)}>
              <DayLink time={time} {...props} />
            </li>
          ))}
        </ul>
      </section>
    ))}
  </div>
)
