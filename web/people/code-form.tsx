import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { MeView } from '../../shared/contracts/auth-views.ts'
import { type Answer, api, type WebProblem } from '../kit/api-client.ts'
import type { FieldErrors } from '../kit/field/error-summary.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { Form, Messages } from '../kit/form.tsx'
import { Notice } from '../kit/notice/notice.tsx'
import { refusalOf } from '../kit/notice/refusal-of.ts'
import type { Visitor } from '../kit/tab-memory.ts'
import { textIn } from '../kit/text-in.ts'
import { useForm } from '../kit/use-form.ts'
import type { Refusals } from '../kit/words/fr/refusals.ts'
import { answerCodeLink, takeCodeOfLink } from './code-link.ts'
import { signInApi } from './sign-in-client.ts'
import { code as words } from './words/fr/code.ts'
import { signInRefusals } from './words/fr/sign-in-refusals.ts'

/** A purpose of the code other than signing in. */
type Purpose = {
  readonly refusals: Refusals
  readonly ask: (code: string) => Promise<Answer<undefined>>
  readonly onDone: () => void
}

type CodeFormProps = {
  readonly visitor: Visitor
  readonly submitWords: string
  /** The way to another address, or back. */
  readonly children: ComponentChildren
} & (
  | { readonly onSignedIn: (me: MeView) => void; readonly purpose?: undefined }
  | { readonly purpose: Purpose; readonly onSignedIn?: undefined }
)

const errorsOf = (problem: WebProblem, refusals: Refusals): FieldErrors | undefined => {
  if (problem.code === 'invalid') return { code: words.fieldWrong }
  if (problem.code !== 'wrong-code' && problem.code !== 'code-expired') return undefined
  const { title, says } = refusalOf(problem, refusals)
  return { code: `${title}. ${says(problem)}` }
}

/** Signs in; a code that another tab has used signs in too, when that tab used it for the same person. */
const signIn = async (code: string, { email, ...name }: Visitor): Promise<Answer<MeView>> => {
  const opened = await signInApi.openSession({ code, ...name })
  if (opened.ok || opened.problem.code !== 'code-expired') return opened
  const me = await api.readMe()
  return me.ok && me.value.email === email.toLowerCase() ? me : opened
}

const useCode = ({ visitor, purpose, onSignedIn }: CodeFormProps) => {
  const refusals = purpose?.refusals ?? signInRefusals
  const [resent, setResent] = useState(false)
  const { tried, refuse, send } = useForm((problem) => errorsOf(problem, refusals))
  const open = (typed: string) => {
    const code = typed.replace(/\D/g, '')
    setResent(false)
    if (code.length !== 6) return refuse({ code: words.fieldWrong })
    return purpose
      ? send(() => purpose.ask(code), purpose.onDone)
      : send(() => signIn(code, visitor), onSignedIn)
  }
  const resend = () => {
    setResent(false)
    return send(
      () => signInApi.sendCode(visitor.email),
      () => setResent(true),
    )
  }
  return { tried, refusals, resent, open, resend }
}

/** Breaks a long address before the @ first. */
const EmailAddress = ({ email }: Pick<Visitor, 'email'>) => {
  const at = email.lastIndexOf('@')
  return (
    <strong class="long-word">
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </strong>
  )
}

/** Six digits, typed, filled in by the device or by the link of their message, or pasted with spaces. */
export const CodeForm = (props: CodeFormProps) => {
  const { tried, refusals, resent, open, resend } = useCode(props)
  const { visitor, purpose, submitWords, children } = props
  const [linked] = useState(takeCodeOfLink)
  useEffect(() => (purpose ? undefined : answerCodeLink(visitor)), [visitor])
  return (
    <Form onSend={(form) => open(textIn(form, 'code'))}>
      <Messages tried={tried} refusals={refusals} />
      {resent && <Notice tone="free" title={words.resent} />}
      <p>
        {words.sentTo}
        <EmailAddress email={visitor.email} />
      </p>
      <TextField
        id="code"
        label={words.field}
        class="code-input"
        inputmode="numeric"
        autocomplete="one-time-code"
        maxLength={20}
        defaultValue={linked ?? ''}
        error={tried.errors.code}
        required
      />
      <button class="button" type="submit" aria-disabled={tried.working}>
        {submitWords}
      </button>
      <p class="hint">{words.notThere}</p>
      <div class="place-links">
        <button class="link" type="button" onClick={resend}>
          {words.resend}
        </button>
        {children}
      </div>
    </Form>
  )
}
