import { useEffect, useState } from 'preact/hooks'
import { api } from '../api-client.ts'
import { detailsAddress } from '../choice.ts'
import { BookingStep, type StepProps } from '../components/choice-summary/booking-step.tsx'
import { Refusal } from '../components/notice/refusal.tsx'
import { CodeForm } from '../components/sign-in/code-form.tsx'
import { WishLink } from '../components/wish/wish-link.tsx'
import { asksForWhom } from '../for-whom.ts'
import { bookingRefusals } from '../messages/fr/booking-refusals.ts'
import { code } from '../messages/fr/code.ts'
import { details } from '../messages/fr/details.ts'
import type { Page, ViewProps } from '../page.ts'
import { tabMemory, type Visitor } from '../tab-memory.ts'
import { useBooking } from '../use-booking.ts'

const NoAddress = ({ choice }: Pick<StepProps, 'choice'>) => (
  <>
    <p>{code.noAddress}</p>
    <p>
      <a class="button" href={detailsAddress(choice)}>
        {code.giveAddress}
      </a>
    </p>
  </>
)

/** Reloaded after the code was accepted: it would not be accepted twice, so the booking goes on without it. */
const useLeavingWhenSignedIn = (visitor: Visitor, leave: () => void) => {
  useEffect(() => {
    api.readMe().then((answer) => {
      if (answer.ok && answer.value.email === visitor.email.toLowerCase()) leave()
    })
  }, [])
}

type TypeCodeProps = StepProps & { readonly visitor: Visitor; readonly onSignedIn: () => void }

const TypeCode = ({ choice, spaces, visitor, onSignedIn }: TypeCodeProps) => {
  const { problem, working, book } = useBooking(choice)
  const [signedIn, setSignedIn] = useState(false)
  const toDetails = () => location.replace(detailsAddress(choice))
  useLeavingWhenSignedIn(visitor, toDetails)
  const goOn = async () => {
    setSignedIn(true)
    onSignedIn()
    const me = await api.readMe()
    if (!me.ok || asksForWhom(choice, me.value.grants)) return toDetails()
    book()
  }
  const asksAgain = problem?.code === 'signed-out'
  if (problem?.code === 'name-missing') toDetails()
  return (
    <>
      {problem && <Refusal refusals={bookingRefusals} problem={problem} choice={choice} spaces={spaces} again={book} />}
      {problem?.code === 'taken' && <WishLink wanted={choice} />}
      <p role="status">{working && details.booking}</p>
      {(!signedIn || asksAgain) && (
        <CodeForm visitor={visitor} submitWords={code.submitBooking} onSignedIn={goOn}>
          <a class="tall" href={detailsAddress(choice)}>
            {code.changeAddress}
          </a>
        </CodeForm>
      )}
    </>
  )
}

const Step = (props: StepProps & { onSignedIn: () => void }) => {
  const [visitor] = useState(() => tabMemory.visitor())
  return visitor ? <TypeCode {...props} visitor={visitor} /> : <NoAddress choice={props.choice} />
}

const View = ({ query }: ViewProps) => {
  const [title, setTitle] = useState<string>(code.title)
  return (
    <BookingStep query={query} title={title}>
      {(props) => <Step {...props} onSignedIn={() => setTitle(code.titleSignedIn)} />}
    </BookingStep>
  )
}

export const page: Page = { title: code.page, enhanced: true, View }
