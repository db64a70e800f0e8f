import { useState } from 'preact/hooks'
import type { SelfView } from '../../../shared/contracts/auth-views.ts'
import { BookingFor } from '../../association/booking-for.tsx'
import { withinOwn } from '../../association/for-whom.ts'
import { BookingStep, type StepProps } from '../../availability/booking-step.tsx'
import { codeAddress, repeatAddress } from '../../availability/choice.ts'
import { goTo } from '../../kit/go.ts'
import type { Page, ViewProps } from '../../kit/page.ts'
import { SignOut } from '../../kit/sign-out.tsx'
import { tabMemory } from '../../kit/tab-memory.ts'
import { EmailForm } from '../../people/email-form.tsx'
import { ForMe } from '../../people/for-me.tsx'
import { NameForm } from '../../people/name-form.tsx'
import { details } from '../../people/words/fr/details.ts'
import { BookingRefused } from '../booking-refused.tsx'
import { useBooking } from '../use-booking.ts'

const Unknown = ({ choice }: Pick<StepProps, 'choice'>) => (
  <>
    <EmailForm
      withName
      onSent={(visitor) => {
        tabMemory.keepVisitor(visitor)
        goTo(codeAddress(choice))
      }}
    />
    <p class="hint">
      {details.kept} <a href="/confidentialite">{details.keptLink}</a>
    </p>
  </>
)

type ChoiceProps = StepProps & { readonly onChosen: (as: string | undefined) => void }

type KnownProps = ChoiceProps & { readonly me: SelfView; readonly onSignedOut: () => void }

const Known = ({ spaces, isRequest, me, onChosen, onSignedOut, ...props }: KnownProps) => {
  const choice = withinOwn(props.choice, me.grants)
  const { problem, working, book } = useBooking(choice)
  const [name, setName] = useState(me.name)
  const save = (saved: string) => {
    setName(saved)
    book()
  }
  const submitWords = isRequest ? details.ask : details.book
  const needsName = !name || problem?.code === 'name-missing'
  return (
    <>
      {problem && <BookingRefused problem={problem} choice={choice} spaces={spaces} again={book} />}
      <p class="long-word">{needsName ? details.knownEmail(me.email) : details.known(name, me.email)}</p>
      {!needsName && !problem && <BookingFor grants={me.grants} as={choice.as} onChosen={onChosen} />}
      {needsName && <NameForm onSaved={save} submitWords={submitWords} />}
      {!needsName && !problem && (
        <button class="button" type="button" onClick={() => !working && book()} aria-disabled={working}>
          {submitWords}
        </button>
      )}
      <p role="status">{working && (isRequest ? details.asking : details.booking)}</p>
      <SignOut words={details.notYou} onSignedOut={onSignedOut} />
    </>
  )
}

const Details = (props: StepProps) => {
  const { as: _, ...mine } = props.choice
  const [as, setAs] = useState(props.choice.as)
  const choice = { ...mine, ...(as && { as }) }
  return (
    <>
      <ForMe signedOut={<Unknown choice={choice} />}>
        {(me, again) => <Known {...props} choice={choice} onChosen={setAs} me={me} onSignedOut={again} />}
      </ForMe>
      <p>
        <a class="tall" href={repeatAddress(choice)}>
          {details.repeat}
        </a>
      </p>
    </>
  )
}

const View = ({ query }: ViewProps) => (
  <BookingStep query={query} title={details.title}>
    {(props) => <Details {...props} />}
  </BookingStep>
)

export const page: Page = { title: details.page, enhanced: true, View }
