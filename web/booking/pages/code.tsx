import { useEffect, useState } from 'preact/hooks'
import { asksForWhom } from '../../association/for-whom.ts'
import { BookingStep, type StepProps } from '../../availability/booking-step.tsx'
import { detailsAddress } from '../../availability/choice.ts'
import { api } from '../../kit/api-client.ts'
import { goInstead } from '../../kit/go.ts'
import type { Page, ViewProps } from '../../kit/page.ts'
import { tabMemory, type Visitor } from '../../kit/tab-memory.ts'
import { CodeForm } from '../../people/code-form.tsx'
import { code } from '../../people/words/fr/code.ts'
import { details } from '../../people/words/fr/details.ts'
import { BookingRefused } from '../booking-refused.tsx'
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

/** A code works once: after a reload, a person already signed in goes on without it. */
const useLeavingWhenSignedIn = (visitor: Visitor, leave: () => void) => {
  useEffect(() => {
    api.readMe().then((answer) => {
      if (answer.ok && answer.value.email === visitor.email.toLowerCase()) leave()
    })
  }, [])
}

type TypeCodeProps = StepProps & { readonly visitor: Visitor; readonly onSignedIn: () => void }

const TypeCode = ({ choice, spaces, isRequest, visitor, onSignedIn }: TypeCodeProps) => {
  const { problem, working, book } = useBooking(choice)
  const [signedIn, setSignedIn] = useState(false)
  const toDetails = () => goInstead(detailsAddress(choice))
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
      {problem && <BookingRefused problem={problem} choice={choice} spaces={spaces} again={book} />}
      <p role="status">{working && (isRequest ? details.asking : details.booking)}</p>
      {(!signedIn || asksAgain) && (
        <CodeForm
          visitor={visitor}
          submitWords={isRequest ? details.ask : code.submitBooking}
          onSignedIn={goOn}
        >
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
