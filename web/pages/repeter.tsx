import { useState } from 'preact/hooks'
import type { SeriesDateView } from '../../shared/contracts/series-views.ts'
import { useAnswer } from '../answers.ts'
import { api, type WebProblem } from '../api-client.ts'
import { BookingStep, type StepProps } from '../components/choice-summary/booking-step.tsx'
import { Notice } from '../components/notice/notice.tsx'
import { Refusal, Unread } from '../components/notice/refusal.tsx'
import { RepeatForm } from '../components/series/repeat-form.tsx'
import { RefusedDates } from '../components/series/series-dates.tsx'
import { NameForm } from '../components/sign-in/name-form.tsx'
import { Waiting } from '../components/waiting/waiting.tsx'
import { repeating } from '../messages/fr/repeating.ts'
import { series } from '../messages/fr/series.ts'
import { seriesRefusals } from '../messages/fr/series-refusals.ts'
import { signIn } from '../messages/fr/sign-in.ts'
import type { Page, ViewProps } from '../page.ts'
import { type Repetition, seriesOf } from '../repetition.ts'
import { seriesApi } from '../series-client.ts'
import { settles } from '../settles.ts'
import { tabMemory } from '../tab-memory.ts'

/** Books a choice again and again, as often as the person asks, at most once; then shows the series. */
const useRepeating = ({ choice, booking }: StepProps) => {
  const [asked, setAsked] = useState<Repetition>()
  const [problem, setProblem] = useState<WebProblem>()
  const [working, setWorking] = useState(false)
  const repeat = async (repetition: Repetition) => {
    setAsked(repetition)
    setProblem(undefined)
    setWorking(true)
    const wanted = seriesOf(choice, repetition, booking !== undefined)
    const answer = await seriesApi.book(wanted, tabMemory.bookingKey(JSON.stringify(wanted)))
    if (answer.ok || settles(answer.problem)) tabMemory.forgetBookingKey()
    if (answer.ok) return location.replace(`/serie?${new URLSearchParams({ id: answer.value.id })}`)
    setProblem(answer.problem)
    setWorking(false)
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
    return <Refusal refusals={seriesRefusals} problem={problem} choice={choice} spaces={spaces} again={again} />
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
      <a class="button" href={`/connexion?${new URLSearchParams({ next: location.pathname + location.search })}`}>
        {signIn.goSignIn}
      </a>
    </p>
  </>
)

const Identity = (props: StepProps) => {
  const { loaded, again } = useAnswer('me', () => api.readMe())
  if (loaded.state === 'waiting') return <Waiting />
  if (loaded.state === 'here') return <Repeat {...props} />
  return loaded.problem.code === 'signed-out' ? <SignedOut /> : <Unread problem={loaded.problem} again={again} />
}

const View = ({ query }: ViewProps) => (
  <BookingStep query={query} title={repeating.title}>
    {(props) => <Identity {...props} />}
  </BookingStep>
)

export const page: Page = { title: repeating.page, enhanced: true, View }
