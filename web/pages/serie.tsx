import { useState } from 'preact/hooks'
import type { SeriesDateView, SeriesView } from '../../shared/contracts/series-views.ts'
import { useAnnouncement, useAnswer } from '../answers.ts'
import { api, type WebProblem } from '../api-client.ts'
import { SelectField } from '../components/field/select-field.tsx'
import { Notice } from '../components/notice/notice.tsx'
import { Refusal, Unread } from '../components/notice/refusal.tsx'
import { BookedDates, RefusedDates } from '../components/series/series-dates.tsx'
import { SignIn } from '../components/sign-in/sign-in.tsx'
import { Waiting } from '../components/waiting/waiting.tsx'
import { common } from '../messages/fr/common.ts'
import { series as words } from '../messages/fr/series.ts'
import { signIn } from '../messages/fr/sign-in.ts'
import type { Page, ViewProps } from '../page.ts'
import { seriesApi } from '../series-client.ts'
import { dayWords, rangeWords } from '../time-words.ts'

const today = (): string => new Date().toISOString().slice(0, 10)

const isToCome = ({ status, refusal, date }: SeriesDateView): boolean =>
  status === 'confirmed' && !refusal && date >= today()

/** What a person can still do something about: another time in its stead. */
const isRefused = ({ refusal, date }: SeriesDateView): boolean =>
  refusal !== undefined && refusal !== 'cancelled' && date >= today()

type SeriesProps = { readonly series: SeriesView; readonly onChange: (series: SeriesView) => void }

const useCancelling = ({ series, onChange }: SeriesProps) => {
  const [asking, setAsking] = useState(false)
  const [working, setWorking] = useState(false)
  const [problem, setProblem] = useState<WebProblem>()
  const cancel = async (from: string) => {
    setProblem(undefined)
    setWorking(true)
    const answer = await seriesApi.cancel(series.id, from)
    setWorking(false)
    setAsking(false)
    if (answer.ok) onChange(answer.value)
    else setProblem(answer.problem)
  }
  return { asking, setAsking, working, problem, cancel }
}

const Sure = ({ count, working, yes, no }: { count: number; working: boolean; yes: () => void; no: () => void }) => (
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
  // One that goes on can be stopped though none of its dates is booked.
  const from = dates.find((date) => date === chosen) ?? dates[0] ?? (props.series.rolling ? today() : undefined)
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

const Series = (props: SeriesProps & { readonly changed: boolean }) => {
  const { series, changed } = props
  const booked = series.dates.filter(({ booking }) => booking)
  const unbooked = series.dates.filter(({ booking }) => !booking)
  const refused = unbooked.filter((each) => isRefused(each))
  const rest = unbooked.filter((each) => !isRefused(each))
  const title = words.booked(booked.filter(({ status }) => status === 'confirmed').length)
  const what = { ...series, site: series.site.id, space: series.space.id }
  const elsewhere = refused.some(({ alternatives }) => alternatives?.some((each) => each.space !== what.space))
  const { loaded: site } = useAnswer(elsewhere ? what.site : undefined, (id) => api.readSite(id))
  useAnnouncement(title)
  return (
    <div class="stack narrow">
      <h1>{title}</h1>
      <p class="lead">
        {series.site.name}, {series.space.name},{' '}
        <span class="series-hours">{rangeWords(series.start, series.end)}</span>
      </p>
      {changed && <Notice key={title} title={words.done} tone="free" />}
      {series.state === 'booking' && <p>{words.unfinished}</p>}
      {series.rolling && <p>{words.rolling}</p>}
      {refused.length > 0 && (
        <>
          <h2>{words.refusedTitle(refused.length)}</h2>
          <RefusedDates dates={refused} what={what} spaces={site.state === 'here' ? site.value.spaces : []} />
        </>
      )}
      {refused.length > 0 && booked.length > 0 && <h2>{words.datesTitle}</h2>}
      <BookedDates dates={booked} hours={series} />
      {rest.length > 0 && (
        <>
          <h2>{words.restTitle}</h2>
          <RefusedDates dates={rest} what={what} />
        </>
      )}
      <Cancelling {...props} />
      <p>
        <a class="tall" href="/mes-reservations">
          {common.myBookings}
        </a>
      </p>
    </div>
  )
}

const View = ({ query }: ViewProps) => {
  const { loaded, again } = useAnswer(query && (query.get('id') ?? ''), (id) => seriesApi.read(id || '0'))
  const [changed, setChanged] = useState<SeriesView>()
  if (loaded.state === 'here')
    return <Series series={changed ?? loaded.value} changed={changed !== undefined} onChange={setChanged} />
  const code = loaded.state === 'refused' ? loaded.problem.code : undefined
  if (code === 'signed-out') return <SignIn title={words.title} lead={signIn.signedOut} onSignedIn={again} />
  return (
    <div class="stack">
      <h1>{code === 'not-found' ? words.absent : words.title}</h1>
      {loaded.state === 'waiting' && <Waiting />}
      {code === 'not-found' && <p class="lead">{words.absentLead}</p>}
      {loaded.state === 'refused' && code !== 'not-found' && <Unread problem={loaded.problem} again={again} />}
    </div>
  )
}

export const page: Page = { title: words.page, enhanced: true, View }
