import { useEffect, useRef } from 'preact/hooks'
import type { LendingPreview, LentSpaceView } from '../../shared/contracts/lending-views.ts'
import { FREE } from '../../shared/domain/space.ts'
import type { Answer } from '../kit/api-client.ts'
import { Form } from '../kit/form.tsx'
import type { RefusedProps } from '../kit/loaded.tsx'
import { Loaded } from '../kit/loaded.tsx'
import { Refusal } from '../kit/notice/refusal.tsx'
import { Ribbon, RibbonScale } from '../kit/ribbon/ribbon.tsx'
import { useAnswer } from '../kit/use-answer.ts'
import { useForm } from '../kit/use-form.ts'
import { priceWords } from '../kit/words/fr/price-words.ts'
import { fullDayWords, rangesWords } from '../kit/words/fr/time-words.ts'
import { unknownHours } from '../kit/words/fr/unknown-hours.ts'
import { lendingApi, type Told } from './lending-client.ts'
import { SavingMessages } from './saving-refusal.tsx'
import type { SetUp } from './set-up.ts'
import { readTold, TouchedChoice, useTouched } from './touched-choice.tsx'
import { form } from './words/fr/lending-form.ts'
import { lendingRefusals } from './words/fr/lending-refusals.ts'

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

const NotPreviewed = ({ problem }: RefusedProps) => <Refusal problem={problem} refusals={lendingRefusals} />

type SavingProps = WeekStepProps & { readonly preview: LendingPreview }

const Saving = ({ preview, save, onSaved, onBack, space, setUp, today }: SavingProps) => {
  const [touched = preview.touched, onRefused] = useTouched()
  const { tried, refuse, send } = useForm(onRefused)
  const submit = (form: FormData) => {
    const said = touched.count > 0 ? readTold(form, touched) : undefined
    if (said && 'errors' in said) return refuse(said.errors)
    send(() => save(said?.told), onSaved)
  }
  return (
    <Form onSend={submit}>
      <SavingMessages tried={tried} refusals={lendingRefusals} />
      <p class="lead">{words.lead(setUp.name)}</p>
      <p>{priceWords(setUp.price ?? FREE)}</p>
      {preview.days.every(({ open }) => open.length === 0) && <p class="error">{words.neverAtAll}</p>}
      <Week preview={preview} today={today} />
      {touched.count > 0 && <TouchedChoice key={touched.mark} touched={touched} errors={tried.errors} />}
      <div class="actions actions-row">
        <button class="button" type="submit" aria-disabled={tried.working}>
          {space ? words.save : words.lend}
        </button>
        <button class="button quiet" type="button" onClick={onBack}>
          {form.back}
        </button>
      </div>
      <p role="status">{tried.working && words.working}</p>
    </Form>
  )
}

/** The first week of a set-up and the bookings it touches, shown before it is saved. */
export const WeekStep = (props: WeekStepProps) => {
  const { site, setUp, space, onBack } = props
  const heading = useRef<HTMLHeadingElement>(null)
  const from = useAnswer('week', () =>
    lendingApi.preview(site, { ...setUp, ...(space && { space: space.id }) }),
  )
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      <Loaded from={from} refused={NotPreviewed}>
        {(preview) => <Saving {...props} preview={preview} />}
      </Loaded>
      {from.loaded.state === 'refused' && (
        <button class="button quiet" type="button" onClick={onBack}>
          {form.back}
        </button>
      )}
    </>
  )
}
