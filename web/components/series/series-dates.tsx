import type { SeriesDateView, SeriesView } from '../../../shared/contracts/series-views.ts'
import type { WebRefusalKind } from '../../api-client.ts'
import { type Choice, detailsAddress } from '../../choice.ts'
import { refusalOf } from '../../messages/fr/refusals.ts'
import { series as words } from '../../messages/fr/series.ts'
import { dayWords, rangeWords } from '../../time-words.ts'

export type WhatIsRepeated = Pick<SeriesView, 'start' | 'end' | 'use' | 'places'> & {
  readonly site: string
  readonly space: string
}

const today = () => new Date().toISOString()

const stateOf = ({ status, refusal, reference }: SeriesDateView): string => {
  if (refusal === 'already-started') return words.stays
  return status === 'cancelled' ? words.cancelled : `${words.reference} ${reference}`
}

/** The dates that are booked, each leading to its page. */
export const BookedDates = ({ dates }: { dates: readonly SeriesDateView[] }) => (
  <ul class="series-dates">
    {dates.map((each) => (
      <li key={each.date}>
        <a class="tall" href={`/reservation?id=${each.booking}`}>
          {dayWords(each.date, today())}
        </a>{' '}
        <span class="soft">{stateOf(each)}</span>
      </li>
    ))}
  </ul>
)

const whyWords = ({ refusal, ...facts }: SeriesDateView): string => {
  if (refusal === undefined) return words.pending
  if (refusal === 'cancelled') return words.cancelled
  const { date: _, alternatives: __, ...rest } = facts
  const { title, says } = refusalOf({ code: refusal as WebRefusalKind })
  return refusal === 'taken' ? `${title}.` : `${title}. ${says({ ...rest, code: refusal as WebRefusalKind })}`
}

const Alternatives = ({ of, what }: { of: SeriesDateView; what: WhatIsRepeated }) => {
  if (!of.alternatives?.length) return null
  const choiceAt = ({ space, date, start, end }: Omit<Choice, 'site' | 'use' | 'places'>): Choice => ({
    ...what,
    space,
    date,
    start,
    end,
  })
  return (
    <>
      <p class="soft">{words.instead}</p>
      <ul class="plain">
        {of.alternatives.map((each) => (
          <li key={`${each.space} ${each.date} ${each.start}`}>
            <a class="tall" href={detailsAddress(choiceAt(each))}>
              {dayWords(each.date, today())}, {rangeWords(each.start, each.end)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The dates that are not booked: why, and what is free near them. */
export const RefusedDates = ({ dates, what }: { dates: readonly SeriesDateView[]; what: WhatIsRepeated }) => (
  <ul class="series-dates">
    {dates.map((each) => (
      <li key={each.date}>
        <strong>{dayWords(each.date, today())}</strong>
        <p>{whyWords(each)}</p>
        <Alternatives of={each} what={what} />
      </li>
    ))}
  </ul>
)
