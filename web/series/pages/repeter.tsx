import { useState } from 'preact/hooks'
import type { SeriesDateView, SeriesView } from '../../../shared/contracts/series-views.ts'
import { BookingStep, type StepProps } from '../../availability/booking-step.tsx'
import { TimeRefusal } from '../../availability/time-refusal.tsx'
import { api, type WebProblem } from '../../kit/api-client.ts'
import { Loading } from '../../kit/loading.tsx'
import { Notice } from '../../kit/notice/notice.tsx'
import { Unread } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { sendOnce } from '../../kit/send-once.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useSend } from '../../kit/use-send.ts'
import { NameForm } from '../../people/name-form.tsx'
import { signIn } from '../../people/words/fr/sign-in.ts'
import { RepeatForm } from '../repeat-form.tsx'
import { type Repetition, seriesOf } from '../repetition.ts'
import { seriesApi } from '../series-client.ts'
import { RefusedDates } from '../series-dates.tsx'
import { repeating } from '../words/fr/repeating.ts'
import { series } from '../words/fr/series.ts'
import { seriesRefusals } from '../words/fr/series-refusals.ts'

const showSeries = ({ id }: SeriesView): void => location.replace(`/serie?${new URLSearchParams({ id })}`)

/** Books a choice again and again, at most once however often the person asks; then shows the series. */
const useRepeating = ({ choice, booking }: StepProps) => {
  const [asked, setAsked] = useState<Repetition>()
  const { problem, working, send } = useSend(showSeries, { leaves: true })
  const repeat = (repetition: Repetition) => {
    setAsked(repetition)
    const wanted = seriesOf(choice, repetition, booking !== undefined)
    return send(() => sendOnce(JSON.stringify(wanted), (key) => seriesApi.book(wanted, key)))
  }
  return { asked, problem, working, repeat }
}

type RefusedProps = StepProps & {
  readonly problem: WebProblem
  readonly again: () => void
  readonly others: (() => void) | undefined
}

const Refused = ({ problem, choice, spaces, again, others }: RefusedProps) => {
  if (problem.code !== 'series-refused')
    return (
      <TimeRefusal
        refusals={seriesRefusals}
        problem={problem}
        choice={choice}
        spaces={spaces}
        again={again}
      />
    )
  const dates = (problem.dates ?? []) as readonly SeriesDateView[]
  return (
    <Notice title={series.refusedTitle(dates.length)}>
      <p>{repeating.nothing}</p>
      <RefusedDates dates={dates} what={choice} spaces={spaces} />
      {others && (
        <button class="button" type="button" onClick={others}>
          {repeating.others}
        </button>
      )}
    </Notice>
  )
}

const Repeat = (props: StepProps) => {
  const { asked, problem, working, repeat } = useRepeating(props)
  const again = () => asked && repeat(asked)
  const others = asked?.mode === 'all' ? () => repeat({ ...asked, mode: 'possible' }) : undefined
  return (
    <>
      {problem && <Refused {...props} problem={problem} again={again} others={others} />}
      {problem?.code === 'name-missing' ? (
        <NameForm onSaved={again} />
      ) : (
        <>
          {props.booking && !problem && <p class="lead">{repeating.after}</p>}
          <RepeatForm choice={props.choice} asked={asked} working={working} onRepeat={repeat} />
        </>
      )}
      <p role="status">{working && repeating.working}</p>
    </>
  )
}

const SignedOut = () => (
  <>
    <p class="lead">{repeating.signInLead}</p>
    <p>
      <a
        class="button"
        href={`/connexion?${new URLSearchParams({ next: location.pathname + location.search })}`}
      >
        {signIn.goSignIn}
      </a>
    </p>
  </>
)

const Identity = (props: StepProps) => {
  const { loaded, again } = useAnswer('me', () => api.readMe())
  if (loaded.state === 'loading') return <Loading />
  if (loaded.state === 'here') return <Repeat {...props} />
  return loaded.problem.code === 'signed-out' ? (
    <SignedOut />
  ) : (
    <Unread problem={loaded.problem} again={again} />
  )
}

const View = ({ query }: ViewProps) => (
  <BookingStep query={query} title={repeating.title}>
    {(props) => <Identity {...props} />}
  </BookingStep>
)

export const page: Page = { title: repeating.page, enhanced: true, View }
