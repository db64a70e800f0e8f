import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { parseLocalDate, weekdayOf } from '../../../shared/domain/local-date.ts'
import { common } from '../../messages/fr/common.ts'
import { site as words } from '../../messages/fr/site.ts'
import { laterDate, rangesWords, weekdayWords } from '../../time-words.ts'

type Counter = NonNullable<SiteView['counter']>

/** The seven days from today on; today's own hours take exceptions and holidays into account. */
const daysOf = ({ weekly, today: hoursToday }: Counter, today: string) => {
  const date = parseLocalDate(today)
  if (!date) return []
  return Array.from({ length: 7 }, (_, index) => ({
    weekday: weekdayWords(laterDate(today, index)),
    isToday: index === 0,
    ranges: index === 0 ? hoursToday : (weekly[(weekdayOf(date) - 1 + index) % 7] ?? []),
  }))
}

export const CounterHours = ({ site: { counter, today } }: { site: SiteView }) => (
  <section class="counter-hours">
    <h2>{words.counterTitle}</h2>
    {counter ? (
      <>
        <p class={counter.openNow ? 'counter-state free' : 'counter-state'}>
          {counter.openNow ? words.counterOpen : words.counterClosed}
        </p>
        <table>
          <thead class="for-readers">
            <tr>
              <th scope="col">{words.day}</th>
              <th scope="col">{words.hours}</th>
            </tr>
          </thead>
          <tbody>
            {daysOf(counter, today).map(({ weekday, isToday, ranges }) => (
              <tr key={weekday} class={isToday ? 'counter-today' : ''}>
                <th scope="row">
                  {weekday}
                  {isToday && <span class="counter-mark"> {common.today}</span>}
                </th>
                <td>{rangesWords(ranges) || words.closed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </>
    ) : (
      <p>{words.counterUnknown}</p>
    )}
  </section>
)
