import type { ComponentChildren } from 'preact'
import type { CounterText, SiteView } from '../../shared/contracts/site-views.ts'
import { ROLES } from '../kit/table-roles.ts'
import { common } from '../kit/words/fr/common.ts'
import { rangesWords } from '../kit/words/fr/time-words.ts'
import { daysWords } from '../kit/words/fr/weekday-words.ts'
import { site as words } from './words/fr/site.ts'

type Hours = { readonly weekday: number; readonly ranges: CounterText }

const stateWords = (openNow: boolean | undefined): string => {
  if (openNow === undefined) return words.counterUnknownNow
  return openNow ? words.counterOpen : words.counterClosed
}

const hoursWords = (ranges: CounterText): string =>
  ranges ? rangesWords(ranges) || words.closed : words.unknown

const weekdayOf = (date: string): number => new Date(`${date}T00:00Z`).getUTCDay() || 7

/** Seven weekdays, Monday is 1, by what is said of their hours. */
const weekOf = (days: readonly Hours[]): [said: string, weekdays: number[]][] => {
  const groups = Map.groupBy(
    days.toSorted((one, other) => one.weekday - other.weekday),
    ({ ranges }) => hoursWords(ranges),
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

type HoursTableProps = { readonly week: readonly Hours[]; readonly children?: ComponentChildren }

/** The children are rows before the others. */
const HoursTable = ({ week, children }: HoursTableProps) => (
  <table {...ROLES.table}>
    <thead class="for-readers">
      <tr>
        <th scope="col">{words.day}</th>
        <th scope="col">{words.hours}</th>
      </tr>
    </thead>
    <tbody {...ROLES.rowgroup}>
      {children}
      {weekOf(week).map(([said, weekdays]) => (
        <HoursRow key={said} of={daysWords(weekdays)} said={said} />
      ))}
    </tbody>
  </table>
)

/** The hours of an ordinary week, Monday first. */
export const UsualHours = ({ week }: { week: readonly CounterText[] | undefined }) => (
  <section class="counter-hours">
    <h2>{words.counterTitle}</h2>
    {week ? (
      <>
        <p class="counter-state">{words.usualWeek}</p>
        <HoursTable week={week.map((ranges, at) => ({ weekday: at + 1, ranges }))} />
      </>
    ) : (
      <p>{words.counterUnknown}</p>
    )}
  </section>
)

export const CounterHours = ({ site: { counter, today } }: { site: SiteView }) => (
  <section class="counter-hours">
    <h2>{words.counterTitle}</h2>
    {counter ? (
      <>
        <p class={counter.openNow ? 'counter-state free' : 'counter-state'}>{stateWords(counter.openNow)}</p>
        <HoursTable week={counter.days.map(({ date, ranges }) => ({ weekday: weekdayOf(date), ranges }))}>
          {counter.days
            .filter(({ date }) => date === today)
            .map(({ date, ranges }) => (
              <HoursRow key={date} of={common.today} said={hoursWords(ranges)} />
            ))}
        </HoursTable>
      </>
    ) : (
      <p>{words.counterUnknown}</p>
    )}
  </section>
)
