import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { MeView } from '../../shared/contracts/auth-views.ts'
import { type Answer, api, type WebProblem } from '../kit/api-client.ts'
import { ErrorSummary } from '../kit/field/error-summary.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { Notice } from '../kit/notice/notice.tsx'
import { Refusal } from '../kit/notice/refusal.tsx'
import type { Visitor } from '../kit/tab-memory.ts'
import { type Refusals, refusalOf } from '../kit/words/fr/refusals.ts'
import { answerCodeLink, takeCodeOfLink } from './code-link.ts'
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

type Outcome = {
  readonly tries: number
  readonly error?: string
  readonly problem?: WebProblem
  readonly resent?: true
}

const ABOUT_THE_CODE = ['wrong-code', 'code-expired', 'invalid'] as const

const outcomeOf = (problem: WebProblem, refusals: Refusals): Omit<Outcome, 'tries'> => {
  const { title, says } = refusalOf(problem, refusals)
  if (problem.code === 'invalid') return { error: words.fieldWrong }
  return ABOUT_THE_CODE.some((code) => code === problem.code)
    ? { error: `${title}. ${says(problem)}` }
    : { problem }
}

/** The person already signed in by this code in another tab. */
const findSignedIn = async ({ email }: Visitor): Promise<Answer<MeView> | undefined> => {
  const me = await api.readMe()
  return me.ok && me.value.email === email.toLowerCase() ? me : undefined
}

/** Returns the problem, if any. */
const carryOut = async (
  code: string,
  { visitor, ...props }: CodeFormProps,
): Promise<WebProblem | undefined> => {
  const { email: _, ...name } = visitor
  if (props.purpose) {
    const answer = await props.purpose.ask(code)
    if (answer.ok) props.purpose.onDone()
    return answer.ok ? undefined : answer.problem
  }
  const opened = await api.openSession({ code, ...name })
  const isUsed = !opened.ok && opened.problem.code === 'code-expired'
  const answer = (isUsed && (await findSignedIn(visitor))) || opened
  if (answer.ok) props.onSignedIn(answer.value)
  return answer.ok ? undefined : answer.problem
}

const useCode = (props: CodeFormProps) => {
  const { visitor, purpose } = props
  const [outcome, setOutcome] = useState<Outcome>({ tries: 0 })
  const [working, setWorking] = useState(false)
  const tell = (next: Omit<Outcome, 'tries'>) => setOutcome(({ tries }) => ({ ...next, tries: tries + 1 }))
  const open = async (typed: string) => {
    const digits = typed.replace(/\D/g, '')
    if (digits.length !== 6) return tell({ error: words.fieldWrong })
    setWorking(true)
    const wrong = await carryOut(digits, props)
    setWorking(false)
    if (wrong) tell(outcomeOf(wrong, purpose?.refusals ?? signInRefusals))
  }
  const resend = async () => {
    const answer = await api.sendCode(visitor.email)
    tell(answer.ok ? { resent: true } : { problem: answer.problem })
  }
  return { outcome, working, open, resend }
}

/** On two lines, it is cut before the @ if that is enough. */
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
  const { outcome, working, open, resend } = useCode(props)
  const { visitor, purpose } = props
  const [linked] = useState(takeCodeOfLink)
  useEffect(() => (purpose ? undefined : answerCodeLink(visitor)), [visitor])
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget as HTMLFormElement).get('code')
    if (!working) open(String(typed ?? ''))
  }
  return (
    <form class="form" method="post" noValidate onSubmit={submit}>
      {outcome.error && <ErrorSummary key={outcome.tries} errors={{ code: outcome.error }} />}
      {outcome.problem && (
        <Refusal
          key={outcome.tries}
          refusals={props.purpose?.refusals ?? signInRefusals}
          problem={outcome.problem}
        />
      )}
      {outcome.resent && <Notice key={outcome.tries} tone="free" title={words.resent} />}
      <p>
        {words.sentTo}
        <EmailAddress email={props.visitor.email} />
      </p>
      <TextField
        id="code"
        label={words.field}
        class="code-input"
        inputmode="numeric"
        autocomplete="one-time-code"
        maxLength={20}
        defaultValue={linked ?? ''}
        error={outcome.error}
        required
      />
      <button class="button" type="submit" aria-disabled={working}>
        {props.submitWords}
      </button>
      <p class="hint">{words.notThere}</p>
      <div class="links">
        <button class="link" type="button" onClick={resend}>
          {words.resend}
        </button>
        {props.children}
      </div>
    </form>
  )
}
