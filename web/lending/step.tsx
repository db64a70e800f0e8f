import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { FieldErrors } from '../kit/field/error-summary.tsx'
import { Form, Messages } from '../kit/form.tsx'
import { useErrors } from '../kit/use-errors.ts'
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
  const { tried, check: isRight } = useErrors()
  const heading = useRef<HTMLHeadingElement>(null)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const goOn = (data: FormData) => {
    const setUp = read(data)
    if (isRight(check(setUp, data))) onNext(setUp)
  }
  return (
    <Form of={form} onSend={goOn}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <Messages tried={tried} />
      {children(tried.errors)}
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
    </Form>
  )
}
