import { useState } from 'preact/hooks'
import type { SeriesDateView, SeriesView } from '../../../shared/contracts/series-views.ts'
import { api } from '../../kit/api-client.ts'
import { SelectField } from '../../kit/field/select-field.tsx'
import { localToday } from '../../kit/local-text.ts'
import { Notice } from '../../kit/notice/notice.tsx'
import { Refusal } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useSend } from '../../kit/use-send.ts'
import { common } from '../../kit/words/fr/common.ts'
import { dayWords, rangeWords } from '../../kit/words/fr/time-words.ts'
import { OwnPage } from '../../people/own-page.tsx'
import { signIn } from '../../people/words/fr/sign-in.ts'
import { seriesApi } from '../series-client.ts'
import { BookedDates, RefusedDates } from '../series-dates.tsx'
import { series as words } from '../words/fr/series.ts'

const isToCome = ({ status, refusal, date }: SeriesDateView): boolean =>
  (status === 'confirmed' || status === 'requested') && !refusal && date >= localToday()

/** Refused dates that another time could replace. */
const isRefused = ({ refusal, date }: SeriesDateView): boolean =>
  refusal !== undefined && refusal !== 'cancelled' && date >= localToday()

type SeriesProps = { readonly series: SeriesView; readonly onChange: (series: SeriesView) => void }

const useCancelling = ({ series, onChange }: SeriesProps) => {
  const [asking, setAsking] = useState(false)
  const { problem, working, send } = useSend(onChange)
  const cancel = async (from: string) => {
    await send(() => seriesApi.cancel(series.id, from))
    setAsking(false)
  }
  return { asking, setAsking, working, problem, cancel }
}

type SureProps = {
  readonly count: number
  readonly working: boolean
  readonly yes: () => void
  readonly no: () => void
}

const Sure = ({ count, working, yes, no }: SureProps) => (
  <Notice title={words.sure(count)}>
    <div class="actions actions-row">
      <button class="button" type="button" onClick={() => !working && yes()} aria-disabled={working}>
        {words.yes}
      </button>
      <button class="button quiet" type="button" onClick={no}>
        {words.no}
      </button>
    </div>
  </Notice>
)

const Cancelling = (props: SeriesProps) => {
  const { asking, setAsking, working, problem, cancel } = useCancelling(props)
  const [chosen, setChosen] = useState<string>()
  const dates = props.series.dates.filter((each) => isToCome(each)).map(({ date }) => date)
  // A rolling series can stop even without a booked date.
  const from =
    dates.find((date) => date === chosen) ?? dates[0] ?? (props.series.rolling ? localToday() : undefined)
  if (!from) return null
  const count = dates.filter((date) => date >= from).length
  return (
    <section class="stack off-paper">
      <h2>{words.cancelTitle}</h2>
      {dates.length > 0 && <p>{words.cancelLead}</p>}
      {problem && <Refusal problem={problem} again={() => cancel(from)} />}
      {dates.length > 0 && (
        <SelectField
          id="from"
          label={words.from}
          value={from}
          options={dates.map((date) => [date, dayWords(date)] as const)}
          onChoose={setChosen}
        />
      )}
      {asking ? (
        <Sure count={count} working={working} yes={() => cancel(from)} no={() => setAsking(false)} />
      ) : (
        <button class="button quiet" type="button" onClick={() => setAsking(true)}>
          {dates.length > 0 ? words.cancel : words.stop}
        </button>
      )}
      <p role="status">{working && words.working}</p>
    </section>
  )
}

const whatOf = (series: SeriesView) => ({ ...series, site: series.site.id, space: series.space.id })

type ReplaceableProps = { readonly series: SeriesView; readonly dates: readonly SeriesDateView[] }

const Replaceable = ({ series, dates }: ReplaceableProps) => {
  const what = whatOf(series)
  const elsewhere = dates.some(({ alternatives }) => alternatives?.some(({ space }) => space !== what.space))
  const { loaded } = useAnswer(elsewhere ? what.site : undefined, (id) => api.readSite(id))
  return (
    <RefusedDates dates={dates} what={what} spaces={loaded.state === 'here' ? loaded.value.spaces : []} />
  )
}

const SHOWN_DATES = 8

/** The first dates, and the others folded. */
const Booked = ({ dates, series }: ReplaceableProps) => {
  const later = dates.slice(SHOWN_DATES)
  return (
    <>
      <BookedDates dates={dates.slice(0, SHOWN_DATES)} hours={series} />
      {later.length > 0 && (
        <details class="other-hours">
          <summary>{words.laterDates(later.length)}</summary>
          <BookedDates dates={later} hours={series} />
        </details>
      )}
    </>
  )
}

const Dates = ({ series }: { series: SeriesView }) => {
  const booked = series.dates.filter(({ booking }) => booking)
  const unbooked = series.dates.filter(({ booking }) => !booking)
  const refused = unbooked.filter((each) => isRefused(each))
  const rest = unbooked.filter((each) => !isRefused(each))
  return (
    <>
      {refused.length > 0 && (
        <>
          <h2>{words.refusedTitle(refused.length)}</h2>
          <Replaceable series={series} dates={refused} />
        </>
      )}
      {refused.length > 0 && booked.length > 0 && <h2>{words.datesTitle}</h2>}
      <Booked dates={booked} series={series} />
      {rest.length > 0 && (
        <>
          <h2>{words.restTitle}</h2>
          <RefusedDates dates={rest} what={whatOf(series)} />
        </>
      )}
    </>
  )
}

const titleOf = ({ dates }: SeriesView): string => {
  const count = (wanted: string) => dates.filter(({ status }) => status === wanted).length
  const [booked, asked] = [count('confirmed'), count('requested')]
  return booked === 0 && asked > 0 ? words.asked(asked) : words.booked(booked)
}

const Series = ({ series: read }: { series: SeriesView }) => {
  const [series, setSeries] = useState(read)
  const title = titleOf(series)
  useAnnouncement(title)
  return (
    <div class="stack narrow">
      <h1>{title}</h1>
      <p class="lead">
        {series.site.name}, {series.space.name},{' '}
        <span class="series-hours">{rangeWords(series.start, series.end)}</span>
      </p>
      {series !== read && <Notice key={title} title={words.done} tone="free" />}
      {series.state === 'booking' && <p>{words.unfinished}</p>}
      {series.dates.some(({ status }) => status === 'requested') && <p>{words.askedLead}</p>}
      {series.rolling && <p>{words.rolling(series.until)}</p>}
      <Dates series={series} />
      {series.dates.some(({ booking }) => booking) && (
        <p>
          <a class="tall" href={`/api/series/${series.id}/calendar.ics`} download="restante.ics">
            {words.calendar}
          </a>
        </p>
      )}
      <Cancelling series={series} onChange={setSeries} />
      <p>
        <a class="tall" href="/mes-reservations">
          {common.myBookings}
        </a>
      </p>
    </div>
  )
}

const ABSENT = { title: words.absent, children: <p class="lead">{words.absentLead}</p> }

const View = ({ query }: ViewProps) => {
  const from = useAnswer(query && (query.get('id') ?? ''), (id) => seriesApi.read(id || '0'))
  return (
    <OwnPage title={words.title} lead={signIn.signedOut} absent={ABSENT} from={from}>
      {(series) => <Series series={series} />}
    </OwnPage>
  )
}

export const page: Page = { title: words.page, enhanced: true, View }
