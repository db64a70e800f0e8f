import { useEffect, useRef, useState } from 'preact/hooks'
import { api } from '../../kit/api-client.ts'
import { Refusal } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useSend } from '../../kit/use-send.ts'
import { useTitle } from '../../kit/use-title.ts'
import { CodeForm } from '../../people/code-form.tsx'
import { OwnPage } from '../../people/own-page.tsx'
import { signInApi } from '../../people/sign-in-client.ts'
import { exportAddress, privacyApi } from '../privacy-client.ts'
import { ownData } from '../words/fr/own-data.ts'
import { ownRefusals } from '../words/fr/own-refusals.ts'

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
  const { problem, working, send } = useSend(onSent)
  const sendCode = () => send(() => signInApi.sendCode(email))
  return (
    <article class="prose">
      <Title words={ownData.sureTitle} />
      {problem && <Refusal refusals={ownRefusals} problem={problem} again={sendCode} />}
      <Points points={ownData.sure} />
      <p>{ownData.sureCode}</p>
      <div class="actions actions-row">
        <button class="button" type="button" onClick={sendCode} aria-disabled={working}>
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

const View = ({ query }: ViewProps) => (
  <OwnPage title={ownData.title} lead={ownData.signIn} from={useAnswer(query && 'me', () => api.readMe())}>
    {({ email = '' }) => <Mine email={email} />}
  </OwnPage>
)

export const page: Page = { title: ownData.page, enhanced: true, View }
