import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { ErrorSummary, type FieldErrors } from '../kit/field/error-summary.tsx'
import type { SetUp } from './set-up.ts'
import { form as words } from './words/fr/lending-form.ts'

export type StepProps = {
  readonly setUp: SetUp
  readonly onNext: (setUp: SetUp) => void
  readonly onBack?: ((setUp: SetUp) => void) | undefined
}

type StepFormProps = StepProps & {
  readonly title: string
  readonly read: (form: FormData) => SetUp
  readonly check: (setUp: SetUp, form: FormData) => FieldErrors
  readonly children: (errors: FieldErrors) => ComponentChildren
}

/** A step of questions: going back keeps the answers, going on checks them. */
export const StepForm = ({ title, read, check, onNext, onBack, children }: StepFormProps) => {
  const [{ tries, errors }, setOutcome] = useState<{ tries: number; errors: FieldErrors }>({
    tries: 0,
    errors: {},
  })
  const heading = useRef<HTMLHeadingElement>(null)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget as HTMLFormElement)
    const setUp = read(data)
    const found = check(setUp, data)
    if (Object.keys(found).length === 0) return onNext(setUp)
    setOutcome({ tries: tries + 1, errors: found })
  }
  return (
    <form class="form" method="post" noValidate onSubmit={submit} ref={form}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {tries > 0 && <ErrorSummary key={tries} errors={errors} />}
      {children(errors)}
      <div class="actions actions-row">
        <button class="button" type="submit">
          {words.next}
        </button>
        {onBack && (
          <button
            class="button quiet"
            type="button"
            onClick={() => form.current && onBack(read(new FormData(form.current)))}
          >
            {words.back}
          </button>
        )}
      </div>
    </form>
  )
}
