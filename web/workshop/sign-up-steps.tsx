import { useEffect, useRef, useState } from 'preact/hooks'
import type { MeView } from '../../shared/contracts/auth-views.ts'
import { SignOut } from '../kit/sign-out.tsx'
import type { Visitor } from '../kit/tab-memory.ts'
import { CodeForm } from '../people/code-form.tsx'
import { EmailForm } from '../people/email-form.tsx'
import { NameForm } from '../people/name-form.tsx'
import { details } from '../people/words/fr/details.ts'
import { signUp } from './words/fr/workshops.ts'

export type StepProps = { readonly act: () => void; readonly actWords: string }

/** Somebody signs in by a code, and the act follows. */
export const Unknown = ({ act, actWords }: StepProps) => {
  const [visitor, setVisitor] = useState<Visitor>()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (visitor) heading.current?.focus()
  }, [visitor])
  return visitor ? (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {signUp.titleCode}
      </h2>
      <CodeForm visitor={visitor} submitWords={actWords} onSignedIn={act}>
        <button class="link" type="button" onClick={() => setVisitor(undefined)}>
          {signUp.changeAddress}
        </button>
      </CodeForm>
    </>
  ) : (
    <EmailForm withName onSent={setVisitor} />
  )
}

type KnownProps = StepProps & { readonly me: MeView; readonly onSignedOut: () => void }

export const Known = ({ me, act, actWords, onSignedOut }: KnownProps) => (
  <>
    <p class="long-word">{me.name ? details.known(me.name, me.email) : details.knownEmail(me.email)}</p>
    {me.name ? (
      <button class="button" type="button" onClick={act}>
        {actWords}
      </button>
    ) : (
      <NameForm onSaved={act} submitWords={actWords} />
    )}
    <SignOut words={details.notYou} onSignedOut={onSignedOut} />
  </>
)
