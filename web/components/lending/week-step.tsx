import { useEffect, useRef, useState } from 'preact/hooks'
import type { LendingPreview, LentSpaceView, TouchedView } from '../../../shared/contracts/lending-views.ts'
import { useAnswer } from '../../answers.ts'
import type { Answer, WebProblem } from '../../api-client.ts'
import { lendingApi, type Told } from '../../lending-client.ts'
import { form } from '../../messages/fr/lending-form.ts'
import { lendingRefusals } from '../../messages/fr/lending-refusals.ts'
import { unknownHours } from '../../messages/fr/unknown-hours.ts'
import { priceWords } from '../../price-words.ts'
import type { SetUp } from '../../set-up.ts'
import { fullDayWords, rangesWords } from '../../time-words.ts'
import { ErrorSummary, type FieldErrors } from '../field/error-summary.tsx'
import { Refusal } from '../notice/refusal.tsx'
import { Ribbon, RibbonScale } from '../ribbon/ribbon.tsx'
import { Waiting } from '../waiting/waiting.tsx'
import { SavingRefusal } from './saving-refusal.tsx'
import { readTold, TouchedChoice } from './touched-choice.tsx'

const { week: words } = form

type WeekStepProps = {
  readonly site: string
  readonly today: string
  readonly setUp: SetUp
  /** Absent for a space that is new. */
  readonly space?: LentSpaceView | undefined
  readonly save: (told: Told | undefined) => Promise<Answer<LentSpaceView>>
  readonly onSaved: (space: LentSpaceView) => void
  readonly onBack: () => void
}

const notOpen = (undecided: boolean | undefined): string => (undecided ? unknownHours : words.never)

const Week = ({ preview: { days }, today }: { preview: LendingPreview; today: string }) => (
  <div class="week">
    <RibbonScale />
    <ul>
      {days.map(({ date, holiday, counter, open, undecided }) => (
        <li key={date}>
          <p class="day-line">
            <span>
              {fullDayWords(date, today)}
              {holiday && `, ${words.holiday}`}
            </span>
            <span class={open.length > 0 ? 'free' : 'soft'}>
              {open.length > 0 ? `${words.open} ${rangesWords(open)}` : notOpen(undecided)}
            </span>
          </p>
          <Ribbon counter={counter} open={[]} free={open} />
        </li>
      ))}
    </ul>
  </div>
)

type SavingProps = WeekStepProps & { readonly preview: LendingPreview }

const Saving = ({ preview, save, onSaved, onBack, space, setUp, today }: SavingProps) => {
  const [touched, setTouched] = useState<TouchedView>(preview.touched)
  const [{ tries, errors, problem, working }, setState] = useState<{
    tries: number
    errors: FieldErrors
    problem?: WebProblem
    working: boolean
  }>({ tries: 0, errors: {}, working: false })
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (working) return
    const said = touched.count > 0 ? readTold(new FormData(event.currentTarget as HTMLFormElement), touched) : undefined
    if (said && 'errors' in said) return setState({ tries: tries + 1, errors: said.errors, working: false })
    setState({ tries, errors: {}, working: true })
    const answer = await save(said?.told)
    if (answer.ok) return onSaved(answer.value)
    if (answer.problem.code === 'touches-bookings') setTouched(answer.problem as unknown as TouchedView)
    setState({ tries: tries + 1, errors: {}, problem: answer.problem, working: false })
  }
  return (
    <form class="form" method="post" noValidate onSubmit={submit}>
      {tries > 0 && <ErrorSummary key={`e${tries}`} errors={errors} />}
      {problem && <SavingRefusal key={`r${tries}`} problem={problem} refusals={lendingRefusals} />}
      <p class="lead">{words.lead(setUp.name)}</p>
      {setUp.price && <p>{priceWords(setUp.price)}</p>}
      {preview.days.every(({ open }) => open.length === 0) && <p class="error">{words.neverAtAll}</p>}
      <Week preview={preview} today={today} />
      {touched.count > 0 && <TouchedChoice key={touched.mark} touched={touched} errors={errors} />}
      <div class="actions actions-row">
        <button class="button" type="submit" aria-disabled={working}>
          {space ? words.save : words.lend}
        </button>
        <button class="button quiet" type="button" onClick={onBack}>
          {form.back}
        </button>
      </div>
      <p role="status">{working && words.working}</p>
    </form>
  )
}

/** What a set-up gives in its first week, and what it does to what is booked, before it is saved. */
export const WeekStep = (props: WeekStepProps) => {
  const { site, setUp, space, onBack } = props
  const heading = useRef<HTMLHeadingElement>(null)
  const { loaded } = useAnswer('week', () => lendingApi.preview(site, { ...setUp, ...(space && { space: space.id }) }))
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      {loaded.state === 'waiting' && <Waiting />}
      {loaded.state === 'here' && <Saving {...props} preview={loaded.value} />}
      {loaded.state === 'refused' && (
        <>
          <Refusal problem={loaded.problem} refusals={lendingRefusals} />
          <button class="button quiet" type="button" onClick={onBack}>
            {form.back}
          </button>
        </>
      )}
    </>
  )
}
