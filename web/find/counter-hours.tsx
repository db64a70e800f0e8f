import type { SiteView } from '../../shared/contracts/site-views.ts'
import { ROLES } from '../kit/table-roles.ts'
import { common } from '../kit/words/fr/common.ts'
import { rangesWords, weekdayWords } from '../kit/words/fr/time-words.ts'
import { site as words } from './words/fr/site.ts'

type Counter = NonNullable<SiteView['counter']>

const stateWords = (openNow: boolean | undefined): string => {
  if (openNow === undefined) return words.counterUnknownNow
  return openNow ? words.counterOpen : words.counterClosed
}

const hoursWords = (ranges: Counter['days'][number]['ranges']): string =>
  ranges ? rangesWords(ranges) || words.closed : words.unknown

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
            {counter.days.map(({ date, ranges }) => (
              <tr key={date} {...ROLES.row} class={date === today ? 'counter-today' : ''}>
                <th scope="row" {...ROLES.rowheader}>
                  {weekdayWords(date)}
                  {date === today && <span class="counter-mark"> {common.today}</span>}
                </th>
                <td {...ROLES.cell}>{hoursWords(ranges)}</td>
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
