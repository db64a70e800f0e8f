import { useEffect, useRef, useState } from 'preact/hooks'
import { useAnswer, useTitle } from '../answers.ts'
import { api, type WebProblem } from '../api-client.ts'
import { Refusal, Unread } from '../components/notice/refusal.tsx'
import { CodeForm } from '../components/sign-in/code-form.tsx'
import { SignIn } from '../components/sign-in/sign-in.tsx'
import { Waiting } from '../components/waiting/waiting.tsx'
import { ownData } from '../messages/fr/own-data.ts'
import { ownRefusals } from '../messages/fr/own-refusals.ts'
import type { Page, ViewProps } from '../page.ts'
import { exportAddress, privacyApi } from '../privacy-client.ts'

const Title = ({ words }: { words: string }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [words])
  useTitle(words)
  return (
    <h1 ref={heading} tabIndex={-1}>
      {words}
    </h1>
  )
}

const Points = ({ points }: { points: readonly string[] }) => (
  <ul>
    {points.map((point) => (
      <li key={point}>{point}</li>
    ))}
  </ul>
)

const Kept = ({ onErase }: { onErase: (() => void) | undefined }) => (
  <article class="prose">
    <h1>{ownData.title}</h1>
    <p class="lead">{ownData.lead}</p>
    <h2>{ownData.keptTitle}</h2>
    <Points points={ownData.kept} />
    <p>{ownData.howLong}</p>
    <p>
      <a class="tall" href="/confidentialite">
        {ownData.more}
      </a>
    </p>
    <h2>{ownData.takeTitle}</h2>
    <p>{ownData.take}</p>
    <div class="actions actions-row">
      <a class="button" href={exportAddress('csv')} download>
        {ownData.takeTable}
      </a>
      <a class="button quiet" href={exportAddress('json')} download>
        {ownData.takeJson}
      </a>
    </div>
    <h2>{ownData.eraseTitle}</h2>
    <p>{onErase ? ownData.eraseLead : ownData.eraseByVoice}</p>
    {onErase && (
      <p>
        <button class="button quiet" type="button" onClick={onErase}>
          {ownData.erase}
        </button>
      </p>
    )}
  </article>
)

type SureProps = { readonly email: string; readonly onSent: () => void; readonly onKeep: () => void }

const Sure = ({ email, onSent, onKeep }: SureProps) => {
  const [working, setWorking] = useState(false)
  const [problem, setProblem] = useState<WebProblem>()
  const send = async () => {
    setWorking(true)
    const answer = await api.sendCode(email)
    setWorking(false)
    if (answer.ok) onSent()
    else setProblem(answer.problem)
  }
  return (
    <article class="prose">
      <Title words={ownData.sureTitle} />
      {problem && <Refusal refusals={ownRefusals} problem={problem} again={send} />}
      <Points points={ownData.sure} />
      <p>{ownData.sureCode}</p>
      <div class="actions actions-row">
        <button class="button" type="button" onClick={() => working || send()} aria-disabled={working}>
          {ownData.sendCode}
        </button>
        <button class="button quiet" type="button" onClick={onKeep}>
          {ownData.keep}
        </button>
      </div>
      <p role="status">{working && ownData.sending}</p>
    </article>
  )
}

const Done = () => (
  <div class="narrow stack">
    <Title words={ownData.done} />
    <p class="lead">{ownData.doneLead}</p>
    <p>
      <a class="button" href="/">
        {ownData.backHome}
      </a>
    </p>
  </div>
)

const Mine = ({ email }: { email: string }) => {
  const [step, setStep] = useState<'kept' | 'sure' | 'code' | 'done'>('kept')
  const keep = () => setStep('kept')
  if (step === 'done') return <Done />
  if (step === 'sure') return <Sure email={email} onSent={() => setStep('code')} onKeep={keep} />
  if (step === 'kept') return <Kept onErase={email ? () => setStep('sure') : undefined} />
  return (
    <div class="narrow stack">
      <Title words={ownData.codeTitle} />
      <CodeForm
        visitor={{ email }}
        submitWords={ownData.eraseForGood}
        purpose={{ refusals: ownRefusals, ask: privacyApi.eraseMe, onDone: () => setStep('done') }}
      >
        <button class="link" type="button" onClick={keep}>
          {ownData.keep}
        </button>
      </CodeForm>
    </div>
  )
}

const View = ({ query }: ViewProps) => {
  const { loaded, again } = useAnswer(query && 'me', () => api.readMe())
  if (loaded.state === 'here') return <Mine email={loaded.value.email ?? ''} />
  if (loaded.state === 'refused' && loaded.problem.code === 'signed-out')
    return <SignIn title={ownData.title} lead={ownData.signIn} onSignedIn={again} />
  return (
    <div class="stack">
      <h1>{ownData.title}</h1>
      {loaded.state === 'waiting' ? <Waiting /> : <Unread problem={loaded.problem} again={again} />}
    </div>
  )
}

export const page: Page = { title: ownData.page, enhanced: true, View }
