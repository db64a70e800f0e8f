import type { SiteView } from '../../shared/contracts/site-views.ts'
import { ROLES } from '../kit/table-roles.ts'
import { common } from '../kit/words/fr/common.ts'
import { rangesWords } from '../kit/words/fr/time-words.ts'
import { daysWords } from '../kit/words/fr/weekday-words.ts'
import { site as words } from './words/fr/site.ts'

type Counter = NonNullable<SiteView['counter']>

const stateWords = (openNow: boolean | undefined): string => {
  if (openNow === undefined) return words.counterUnknownNow
  return openNow ? words.counterOpen : words.counterClosed
}

const hoursWords = (ranges: Counter['days'][number]['ranges']): string =>
  ranges ? rangesWords(ranges) || words.closed : words.unknown

const weekdayOf = (date: string): number => new Date(`${date}T00:00Z`).getUTCDay() || 7

/** The days of the coming week, Monday is 1, by what is said of their hours. */
const weekOf = (days: Counter['days']): [said: string, weekdays: number[]][] => {
  const week = days.map(({ date, ranges }) => ({ weekday: weekdayOf(date), said: hoursWords(ranges) }))
  const groups = Map.groupBy(
    week.toSorted((one, other) => one.weekday - other.weekday),
    ({ said }) => said,
  )
  return [...groups].map(([said, all]) => [said, all.map(({ weekday }) => weekday)])
}

const HoursRow = ({ of, said }: { of: string; said: string }) => (
  <tr {...ROLES.row} class={of === common.today ? 'counter-today' : ''}>
    <th scope="row" {...ROLES.rowheader}>
      {of}
    </th>
    <td {...ROLES.cell}>{said}</td>
  </tr>
)

export const CounterHours = ({ site: { counter, today } }: { site: SiteView }) => (
  <section class="counter-hours">
    <h2>{words.counterTitle}</h2>
    {counter ? (
      <>
        <p class={counter.openNow ? 'counter-state free' : 'counter-state'}>{stateWords(counter.openNow)}</p>
        <table {...ROLES.table}>
          <thead class="for-readers">
            <tr>
              <th scope="col">{words.day}</th>
              <th scope="col">{words.hours}</th>
            </tr>
          </thead>
          <tbody {...ROLES.rowgroup}>
            {counter.days
              .filter(({ date }) => date === today)
              .map(({ date, ranges }) => (
                <HoursRow key={date} of={common.today} said={hoursWords(ranges)} />
              ))}
            {weekOf(counter.days).map(([said, weekdays]) => (
              <HoursRow key={said} of={daysWords(weekdays)} said={said} />
            ))}
          </tbody>
        </table>
      </>
    ) : (
      <p>{words.counterUnknown}</p>
    )}
  </section>
)
