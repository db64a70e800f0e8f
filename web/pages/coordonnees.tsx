import { useState } from 'preact/hooks'
import type { SelfView } from '../../shared/contracts/auth-views.ts'
import { useAnswer } from '../answers.ts'
import { api } from '../api-client.ts'
import { codeAddress, repeatAddress } from '../choice.ts'
import { BookingFor } from '../components/association/booking-for.tsx'
import { BookingStep, type StepProps } from '../components/choice-summary/booking-step.tsx'
import { Refusal, Unread } from '../components/notice/refusal.tsx'
import { EmailForm } from '../components/sign-in/email-form.tsx'
import { NameForm } from '../components/sign-in/name-form.tsx'
import { Waiting } from '../components/waiting/waiting.tsx'
import { WishLink } from '../components/wish/wish-link.tsx'
import { withinOwn } from '../for-whom.ts'
import { bookingRefusals } from '../messages/fr/booking-refusals.ts'
import { details } from '../messages/fr/details.ts'
import type { Page, ViewProps } from '../page.ts'
import { tabMemory } from '../tab-memory.ts'
import { useBooking } from '../use-booking.ts'

const Unknown = ({ choice }: Pick<StepProps, 'choice'>) => (
  <>
    <EmailForm
      withName
      onSent={(visitor) => {
        tabMemory.keepVisitor(visitor)
        location.assign(codeAddress(choice))
      }}
    />
    <p class="hint">
      {details.kept} <a href="/confidentialite">{details.keptLink}</a>
    </p>
  </>
)

type ChoiceProps = StepProps & { readonly onChosen: (as: string | undefined) => void }

type KnownProps = ChoiceProps & { readonly me: SelfView; readonly onSignedOut: () => void }

const Known = ({ spaces, me, onChosen, onSignedOut, ...props }: KnownProps) => {
  const choice = withinOwn(props.choice, me.grants)
  const { problem, working, book } = useBooking(choice)
  const [name, setName] = useState(me.name)
  const signOut = async () => {
    await api.closeSession()
    onSignedOut()
  }
  const save = (saved: string) => {
    setName(saved)
    book()
  }
  const needsName = !name || problem?.code === 'name-missing'
  return (
    <>
      {problem && <Refusal refusals={bookingRefusals} problem={problem} choice={choice} spaces={spaces} again={book} />}
      {problem?.code === 'taken' && <WishLink wanted={choice} />}
      <p class="long-word">{needsName ? details.knownEmail(me.email) : details.known(name, me.email)}</p>
      {!needsName && !problem && <BookingFor grants={me.grants} as={choice.as} onChosen={onChosen} />}
      {needsName && <NameForm onSaved={save} />}
      {!needsName && !problem && (
        <button class="button" type="button" onClick={() => !working && book()} aria-disabled={working}>
          {details.book}
        </button>
      )}
      <p role="status">{working && details.booking}</p>
      <button class="link" type="button" onClick={signOut}>
        {details.notYou}
      </button>
    </>
  )
}

const Identity = (props: ChoiceProps) => {
  const { loaded, again } = useAnswer('me', () => api.readMe())
  if (loaded.state === 'waiting') return <Waiting />
  if (loaded.state === 'here') return <Known {...props} me={loaded.value} onSignedOut={again} />
  return loaded.problem.code === 'signed-out' ? (
    <Unknown choice={props.choice} />
  ) : (
    <Unread problem={loaded.problem} again={again} />
  )
}

const Details = (props: StepProps) => {
  const { as: _, ...mine } = props.choice
  const [as, setAs] = useState(props.choice.as)
  const choice = { ...mine, ...(as && { as }) }
  return (
    <>
      <Identity {...props} choice={choice} onChosen={setAs} />
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
