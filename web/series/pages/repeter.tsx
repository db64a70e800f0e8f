import { useState } from 'preact/hooks'
import type { SeriesDateView, SeriesView } from '../../../shared/contracts/series-views.ts'
import { BookingStep, type StepProps } from '../../availability/booking-step.tsx'
import { TimeRefusal } from '../../availability/time-refusal.tsx'
import type { WebProblem } from '../../kit/api-client.ts'
import { goInstead } from '../../kit/go.ts'
import { Notice } from '../../kit/notice/notice.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { sendOnce } from '../../kit/send-once.ts'
import { SignInLink } from '../../kit/sign-in-link.tsx'
import { useSend } from '../../kit/use-send.ts'
import { ForMe } from '../../people/for-me.tsx'
import { NameForm } from '../../people/name-form.tsx'
import { details } from '../../people/words/fr/details.ts'
import { signIn } from '../../people/words/fr/sign-in.ts'
import { RepeatForm } from '../repeat-form.tsx'
import { type Repetition, seriesOf } from '../repetition.ts'
import { seriesApi } from '../series-client.ts'
import { RefusedDates } from '../series-dates.tsx'
import { repeating } from '../words/fr/repeating.ts'
import { series } from '../words/fr/series.ts'
import { seriesRefusals } from '../words/fr/series-refusals.ts'

const showSeries = ({ id }: SeriesView): void => goInstead(`/serie?${new URLSearchParams({ id })}`)

/** Books a series, at most once, then shows it. */
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
  const submitWords = props.isRequest ? details.ask : repeating.submit
  const again = () => asked && repeat(asked)
  const others = asked?.mode === 'all' ? () => repeat({ ...asked, mode: 'possible' }) : undefined
  return (
    <>
      {problem && <Refused {...props} problem={problem} again={again} others={others} />}
      {problem?.code === 'name-missing' ? (
        <NameForm onSaved={again} submitWords={props.isRequest ? details.ask : details.book} />
      ) : (
        <>
          {props.booking && !problem && <p class="lead">{repeating.after}</p>}
          <RepeatForm
            {...props}
            asked={asked}
            working={working}
            submitWords={submitWords}
            onRepeat={repeat}
          />
        </>
      )}
      <p role="status">{working && repeating.working}</p>
    </>
  )
}

const SIGNED_OUT = { lead: repeating.signInLead, words: signIn.goSignIn }

const View = ({ query }: ViewProps) => (
  <BookingStep query={query} title={repeating.title}>
    {(props) => <ForMe signedOut={<SignInLink {...SIGNED_OUT} />}>{() => <Repeat {...props} />}</ForMe>}
  </BookingStep>
)

export const page: Page = { title: repeating.page, enhanced: true, View }
