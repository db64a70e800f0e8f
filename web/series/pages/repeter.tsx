import { useRef, useState } from 'preact/hooks'
import type { SelfView } from '../../../shared/contracts/auth-views.ts'
import type { SeriesPreviewView, SeriesView } from '../../../shared/contracts/series-views.ts'
import { withinOwn } from '../../association/for-whom.ts'
import { BookingStep, type StepProps } from '../../availability/booking-step.tsx'
import { acceptAddress, type Choice, repeatAddress } from '../../availability/choice.ts'
import { TimeRefusal } from '../../availability/time-refusal.tsx'
import { timeRemedies } from '../../availability/words/fr/time-remedies.ts'
import type { WebProblem } from '../../kit/api-client.ts'
import { goInstead } from '../../kit/go.ts'
import { laterDate } from '../../kit/later-date.ts'
import { Loading } from '../../kit/loading.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { sendOnce } from '../../kit/send-once.ts'
import { SignInLink } from '../../kit/sign-in-link.tsx'
import { useAnswer } from '../../kit/use-answer.ts'
import { useSend } from '../../kit/use-send.ts'
import { ForMe } from '../../people/for-me.tsx'
import { NameForm } from '../../people/name-form.tsx'
import { details } from '../../people/words/fr/details.ts'
import { signIn } from '../../people/words/fr/sign-in.ts'
import { isRightEnd, RepeatForm } from '../repeat-form.tsx'
import { endOfSeason, type Repetition, seriesOf } from '../repetition.ts'
import { seriesApi } from '../series-client.ts'
import { freeDates, SeriesPreview } from '../series-preview.tsx'
import { repeating } from '../words/fr/repeating.ts'
import { seriesRefusals } from '../words/fr/series-refusals.ts'

const showSeries = ({ id }: SeriesView): void => goInstead(`/serie?${new URLSearchParams({ id })}`)

/** What is wanted, its preview, and its booking, at most once. */
const useRepeating = (
  { choice, booking }: Pick<StepProps, 'choice' | 'booking'>,
  grants: SelfView['grants'],
) => {
  const { as: first, ...mine } = withinOwn(choice, grants)
  const [as, setAs] = useState(first)
  const [repetition, setRepetition] = useState<Repetition>({
    rhythm: 'week',
    until: endOfSeason(choice.date),
  })
  const chosen: Choice = { ...mine, ...(as && { as }) }
  const wanted = seriesOf(chosen, repetition, booking !== undefined)
  const asked = isRightEnd(repetition, choice.date) ? JSON.stringify(wanted) : undefined
  const preview = useAnswer(asked, () => seriesApi.preview(wanted))
  const sending = useSend(showSeries, { leaves: true })
  const book = () =>
    sending.send(async () => {
      const answer = await sendOnce(JSON.stringify(wanted), (key) => seriesApi.book(wanted, key))
      // Somebody else took the dates since they were shown.
      if (!answer.ok && answer.problem.code === 'series-refused') preview.again()
      return answer
    })
  return { choice: chosen, setAs, repetition, setRepetition, asked, preview, sending, book }
}

type RefusedProps = Pick<StepProps, 'choice' | 'spaces' | 'booking'> & {
  readonly email: string | undefined
  readonly problem: WebProblem
  readonly again: () => void
}

const Refused = ({ problem, choice, spaces, booking, email, again }: RefusedProps) => {
  if (problem.code === 'name-missing')
    return (
      <>
        <p class="long-word">{details.knownEmail(email)}</p>
        <NameForm onSaved={again} submitWords={details.goOn} />
      </>
    )
  const here = `${repeatAddress(choice)}${booking ? `&reservation=${booking}` : ''}`
  return (
    <TimeRefusal
      refusals={seriesRefusals}
      problem={problem}
      choice={choice}
      spaces={spaces}
      again={again}
      remedies={{ accept: [acceptAddress(choice, here), timeRemedies.accept] }}
    />
  )
}

type SubmitProps = {
  readonly count: number
  readonly isRequest: boolean
  readonly working: boolean
  readonly book: () => void
}

const Submit = ({ count, isRequest, working, book }: SubmitProps) => (
  <>
    {count > 0 && (
      <button class="button" type="button" onClick={() => !working && book()} aria-disabled={working}>
        {(isRequest ? repeating.ask : repeating.submit)(count)}
      </button>
    )}
    <p role="status">{working && (isRequest ? details.asking : repeating.working)}</p>
  </>
)

/** The last answer stays known while the next one comes. */
const useLastDate = (preview: SeriesPreviewView | undefined, otherwise: string): string => {
  const known = useRef(otherwise)
  if (preview) known.current = preview.lastDate
  return known.current
}

const Repeat = ({ me, ...props }: StepProps & { readonly me: SelfView }) => {
  const { choice, asked, preview, sending, book, ...form } = useRepeating(props, me.grants)
  const { spaces, isRequest, today, booking } = props
  const shown = preview.loaded.state === 'here' ? preview.loaded.value : undefined
  const refused = preview.loaded.state === 'refused' ? preview.loaded.problem : undefined
  const horizon = spaces.find(({ id }) => id === choice.space)?.horizonDays ?? 0
  const lastDate = useLastDate(shown, laterDate(today, horizon))
  const common = { choice, spaces, booking, email: me.email }
  return (
    <>
      {booking && <p class="lead">{repeating.after}</p>}
      <RepeatForm
        date={choice.date}
        today={today}
        lastDate={lastDate}
        repetition={form.repetition}
        onChange={form.setRepetition}
        grants={me.grants}
        as={choice.as}
        onChosen={form.setAs}
      />
      {sending.problem && <Refused {...common} problem={sending.problem} again={book} />}
      {refused && <Refused {...common} problem={refused} again={preview.again} />}
      {asked && preview.loaded.state === 'loading' && <Loading words={repeating.looking} />}
      {shown && <SeriesPreview preview={shown} today={today} />}
      {shown && (
        <Submit count={freeDates(shown).length} isRequest={isRequest} working={sending.working} book={book} />
      )}
    </>
  )
}

const SIGNED_OUT = { lead: repeating.signInLead, words: signIn.goSignIn }

const View = ({ query }: ViewProps) => (
  <BookingStep query={query} title={repeating.title}>
    {(props) => (
      <ForMe signedOut={<SignInLink {...SIGNED_OUT} />}>{(me) => <Repeat {...props} me={me} />}</ForMe>
    )}
  </BookingStep>
)

export const page: Page = { title: repeating.page, enhanced: true, View }
