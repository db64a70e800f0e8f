import { fullDayWords, placesWords, rangeWords } from '../kit/words/fr/time-words.ts'
import type { FreeTime } from './next-times.ts'

type DayChoicesProps = {
  readonly days: readonly (readonly [date: string, times: readonly FreeTime[]])[]
  readonly today: string
  readonly chosen: FreeTime | undefined
  readonly onChoose: (time: FreeTime) => void
}

const timeKey = ({ date, start, end }: Pick<FreeTime, 'date' | 'start' | 'end'>): string =>
  `${date}-${start}-${end}`

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
            {rangeWords(time.start, time.end)}
            {time.use === 'desk' && <span class="radio-note">{placesWords(time.left)}</span>}
          </label>
        ))}
      </fieldset>
    ))}
  </div>
)
