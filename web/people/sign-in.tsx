import { useEffect, useRef, useState } from 'preact/hooks'
import { tabMemory, type Visitor } from '../kit/tab-memory.ts'
import { CodeForm } from './code-form.tsx'
import { isCodeInLink } from './code-link.ts'
import { EmailForm } from './email-form.tsx'
import { code } from './words/fr/code.ts'
import { signIn } from './words/fr/sign-in.ts'

type SignInProps = { readonly title: string; readonly lead: string; readonly onSignedIn: () => void }

export const SignIn = ({ title, lead, onSignedIn }: SignInProps) => {
  const [visitor, setVisitor] = useState<Visitor>()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (visitor) heading.current?.focus()
  }, [visitor])
  useEffect(() => {
    if (isCodeInLink()) setVisitor(tabMemory.visitor())
  }, [])
  const finish = () => {
    tabMemory.forgetVisitor()
    onSignedIn()
  }
  return (
    <div class="narrow stack">
      <h1 ref={heading} tabIndex={-1}>
        {visitor ? code.title : title}
      </h1>
      {visitor ? (
        <CodeForm visitor={visitor} submitWords={code.submitSignIn} onSignedIn={finish}>
          <button class="link" type="button" onClick={() => setVisitor(undefined)}>
            {code.changeAddress}
          </button>
        </CodeForm>
      ) : (
        <>
          <p class="lead">{lead || signIn.lead}</p>
          <EmailForm withName={false} onSent={setVisitor} />
        </>
      )}
    </div>
  )
}
