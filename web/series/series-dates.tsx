import type { ComponentChildren } from 'preact'
import type { SeriesDateView, SeriesView } from '../../shared/contracts/series-views.ts'
import type { SpaceView } from '../../shared/contracts/site-views.ts'
import { type Choice, detailsAddress } from '../availability/choice.ts'
import { HourLink } from '../availability/hour-link.tsx'
import { langOfStaff } from '../kit/language-here.ts'
import { localToday } from '../kit/local-text.ts'
import { common } from '../kit/words/fr/common.ts'
import type { Refusals } from '../kit/words/fr/refusals.ts'
import { dayWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { refusedGroups } from './refused-groups.ts'
import { dateListWords } from './words/fr/date-list.ts'
import { series as words } from './words/fr/series.ts'

type WhatIsRepeated = Pick<SeriesView, 'start' | 'end' | 'use' | 'places'> & {
  readonly site: string
  readonly space: string
}

const isOurs = (cause: string | undefined): cause is keyof typeof words.cancelledFor =>
  cause !== undefined && cause in words.cancelledFor

/** Only cancellations by others carry a reason. */
const Cancelled = ({ of: { cause, note } }: { readonly of: SeriesDateView }) => {
  if (!isOurs(cause)) return words.cancelled
  return (
    <>
      {words.cancelledBecause}
      {note ? <span lang={langOfStaff()}>{note}</span> : words.cancelledFor[cause]}
    </>
  )
}

const stateOf = (each: SeriesDateView): ComponentChildren => {
  const { status, refusal, reference } = each
  if (refusal === 'already-started') return words.stays
  if (status === 'requested') return words.requested
  return status === 'cancelled' ? <Cancelled of={each} /> : `${words.reference} ${reference}`
}

type BookedProps = {
  readonly dates: readonly SeriesDateView[]
  readonly hours: Pick<SeriesView, 'start' | 'end'>
}

const ownHours = ({ start, end }: SeriesDateView, hours: BookedProps['hours']): string =>
  start && end && (start !== hours.start || end !== hours.end) ? `${rangeWords(start, end)}, ` : ''

/** Booked dates, each with a link, and with its hours when they differ from the series. */
export const BookedDates = ({ dates, hours }: BookedProps) => (
  <ul class="series-dates">
    {dates.map((each) => (
      <li key={each.date}>
        <a class="tall" href={`/reservation?id=${each.booking}`}>
          {dayWords(each.date, localToday())}
        </a>{' '}
        <span class="soft">
          {ownHours(each, hours)}
          {stateOf(each)}
        </span>
      </li>
    ))}
  </ul>
)

type RefusedProps = {
  readonly what: WhatIsRepeated
  readonly spaces?: readonly Pick<SpaceView, 'id' | 'name'>[]
}

const Alternatives = ({ of, what, spaces = [] }: RefusedProps & { of: SeriesDateView }) => {
  if (!of.alternatives?.length) return null
  const choiceAt = ({ space, date, start, end }: Omit<Choice, 'site' | 'use' | 'places'>): Choice => ({
    ...what,
    space,
    date,
    start,
    end,
  })
  const nameOf = (id: string) => id !== what.space && spaces.find((space) => space.id === id)?.name
  return (
    <ul class="times">
      {of.alternatives.map((each) => (
        <li key={`${each.space} ${each.date} ${each.start}`}>
          <HourLink href={detailsAddress(choiceAt(each))}>
            <strong>
              {each.date !== of.date && `${dayWords(each.date, localToday())}, `}
              {rangeWords(each.start, each.end)}
            </strong>
            {nameOf(each.space) && <span>{nameOf(each.space)}</span>}
          </HourLink>
        </li>
      ))}
    </ul>
  )
}

/** Why dates are not booked, each reason once with its dates. */
type RefusedGroupsProps = {
  readonly dates: readonly SeriesDateView[]
  readonly refusals?: Refusals | undefined
}

export const RefusedGroups = ({ dates, refusals }: RefusedGroupsProps) => (
  <ul class="series-dates">
    {refusedGroups(dates, refusals).map(({ reason, hint, dates: refused }) => (
      <li key={`${reason} ${hint}`}>
        <strong>{reason}</strong>
        {common.colon}
        {dateListWords(refused, localToday())}.{hint && <p>{hint}</p>}
      </li>
    ))}
  </ul>
)

/** Dates that are not booked: why, and free times near them. */
export const RefusedDates = ({ dates, ...props }: RefusedProps & { dates: readonly SeriesDateView[] }) => {
  const replaceable = dates.filter(({ alternatives }) => alternatives?.length)
  return (
    <>
      <RefusedGroups dates={dates} />
      {replaceable.length > 0 && (
        <details class="other-hours">
          <summary>{words.instead}</summary>
          <ul class="series-dates">
            {replaceable.map((each) => (
              <li key={each.date}>
                <strong>{dayWords(each.date, localToday())}</strong>
                <Alternatives of={each} {...props} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
