import { type ComponentChildren, Fragment, type RefObject } from 'preact'
import { ErrorSummary, type FieldErrors } from './field/error-summary.tsx'
import { Refusal, type RefusalProps } from './notice/refusal.tsx'

type FormProps = {
  readonly class?: string
  readonly of?: RefObject<HTMLFormElement | null>
  readonly onSend: (data: FormData, event: SubmitEvent) => void
  readonly children: ComponentChildren
}

/** A form that only the script sends; our own words replace the native bubbles. */
export const Form = ({ class: kind = 'form', of, onSend, children }: FormProps) => (
  <form
    {...(of && { ref: of })}
    class={kind}
    method="post"
    noValidate
    onSubmit={(event) => {
      event.preventDefault()
      onSend(new FormData(event.currentTarget), event)
    }}
  >
    {children}
  </form>
)

export type MessagesProps = Pick<RefusalProps, 'refusals' | 'again'> & {
  readonly tried: {
    readonly tries: number
    readonly errors: FieldErrors
    readonly problem?: RefusalProps['problem']
  }
}

/** The errors of a form or its refusal; each try mounts them again, so they take the focus. */
export const Messages = ({ tried: { tries, errors, problem }, ...refusal }: MessagesProps) => (
  <Fragment key={tries}>
    <ErrorSummary errors={errors} />
    {problem && <Refusal problem={problem} {...refusal} />}
  </Fragment>
)
