import type { SeriesDateView, SeriesView } from '../../shared/contracts/series-views.ts'
import type { SpaceView } from '../../shared/contracts/site-views.ts'
import { type Choice, detailsAddress } from '../availability/choice.ts'
import type { WebRefusalKind } from '../kit/api-client.ts'
import { refusalOf } from '../kit/notice/refusal-of.ts'
import { dayWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { series as words } from './words/fr/series.ts'
import { seriesRefusals } from './words/fr/series-refusals.ts'

type WhatIsRepeated = Pick<SeriesView, 'start' | 'end' | 'use' | 'places'> & {
  readonly site: string
  readonly space: string
}

const today = () => new Date().toISOString()

const isOurs = (cause: string | undefined): cause is keyof typeof words.cancelledFor =>
  cause !== undefined && cause in words.cancelledFor

/** Only cancellations by others carry a reason. */
const cancelledWords = ({ cause, note }: SeriesDateView): string => {
  if (!isOurs(cause)) return words.cancelled
  return words.cancelledBecause(note ?? words.cancelledFor[cause])
}

const stateOf = (each: SeriesDateView): string => {
  const { status, refusal, reference } = each
  if (refusal === 'already-started') return words.stays
  if (status === 'requested') return words.requested
  return status === 'cancelled' ? cancelledWords(each) : `${words.reference} ${reference}`
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
          {dayWords(each.date, today())}
        </a>{' '}
        <span class="soft">
          {ownHours(each, hours)}
          {stateOf(each)}
        </span>
      </li>
    ))}
  </ul>
)

const isEmpty = (open: unknown): boolean => !Array.isArray(open) || open.length === 0

const whyWords = ({ refusal, ...facts }: SeriesDateView): string => {
  if (refusal === undefined) return words.pending
  if (refusal === 'cancelled') return words.cancelled
  const { date: _, alternatives: __, ...rest } = facts
  const { title, says } = refusalOf({ code: refusal as WebRefusalKind }, seriesRefusals)
  if (refusal === 'taken') return `${title}.`
  const reason = says({ ...rest, code: refusal as WebRefusalKind })
  return refusal === 'outside-opening' && isEmpty(rest.open) ? reason : `${title}. ${reason}`
}

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
    <>
      <p class="soft">{words.instead}</p>
      <ul class="times">
        {of.alternatives.map((each) => (
          <li key={`${each.space} ${each.date} ${each.start}`}>
            <a class="time" href={detailsAddress(choiceAt(each))}>
              <strong>
                {each.date !== of.date && `${dayWords(each.date, today())}, `}
                {rangeWords(each.start, each.end)}
              </strong>
              {nameOf(each.space) && <span>{nameOf(each.space)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Dates that are not booked: why, and free times near them. */
export const RefusedDates = ({ dates, ...props }: RefusedProps & { dates: readonly SeriesDateView[] }) => (
  <ul class="series-dates">
    {dates.map((each) => (
      <li key={each.date}>
        <strong>{dayWords(each.date, today())}</strong>
        <p>{whyWords(each)}</p>
        <Alternatives of={each} {...props} />
      </li>
    ))}
  </ul>
)
