import { useEffect, useRef, useState } from 'preact/hooks'
import type { MeView } from '../../../shared/contracts/auth-views.ts'
import type { WorkshopView } from '../../../shared/contracts/workshop-views.ts'
import type { WebProblem } from '../../kit/api-client.ts'
import { localToday } from '../../kit/local-text.ts'
import { Notice } from '../../kit/notice/notice.tsx'
import { Refusal } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { SignOut } from '../../kit/sign-out.tsx'
import type { Visitor } from '../../kit/tab-memory.ts'
import { dayWords, rangeWords } from '../../kit/words/fr/time-words.ts'
import { CodeForm } from '../../people/code-form.tsx'
import { EmailForm } from '../../people/email-form.tsx'
import { ForMe } from '../../people/for-me.tsx'
import { NameForm } from '../../people/name-form.tsx'
import { details } from '../../people/words/fr/details.ts'
import { useSeat } from '../use-seat.ts'
import { seatRefusals } from '../words/fr/seat-refusals.ts'
import { signUp, workshop as words } from '../words/fr/workshops.ts'
import { WorkshopPage } from '../workshop-page.tsx'

type Seat = ReturnType<typeof useSeat>

const rankIn = ({ rank }: WebProblem): number => (typeof rank === 'number' ? rank : 1)

const Refused = ({ problem, seat }: { problem: WebProblem; seat: Seat }) =>
  problem.code === 'taken' ? (
    <Notice title={signUp.justFull}>
      <p>{signUp.justFullLead(rankIn(problem))}</p>
      <button class="button" type="button" onClick={seat.wait}>
        {words.waitInstead}
      </button>
    </Notice>
  ) : (
    <Refusal refusals={seatRefusals} problem={problem} again={seat.take} />
  )

type StepProps = { readonly act: () => void; readonly actWords: string }

const Unknown = ({ act, actWords }: StepProps) => {
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

const Known = ({ me, act, actWords, onSignedOut }: KnownProps) => (
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

const SignUp = ({ workshop }: { workshop: WorkshopView }) => {
  const { id, title, date, start, end, site, seatsLeft } = workshop
  const seat = useSeat(id)
  const { problem, working } = seat
  const step =
    seatsLeft > 0
      ? { act: seat.take, actWords: words.signUp }
      : { act: seat.wait, actWords: words.waitInstead }
  return (
    <div class="narrow stack">
      <h1>{signUp.title}</h1>
      <div>
        <p class="lead">{title}</p>
        <p class="workshop-when">
          {dayWords(date, localToday())}, {rangeWords(start, end)}, {site.name}
        </p>
      </div>
      {problem && <Refused problem={problem} seat={seat} />}
      <p role="status">{working && signUp.working}</p>
      {!working && !problem && (
        <ForMe signedOut={<Unknown {...step} />}>
          {(me, again) => <Known {...step} me={me} onSignedOut={again} />}
        </ForMe>
      )}
      <p>
        <a class="tall" href={`/atelier?id=${id}`}>
          {signUp.back}
        </a>
      </p>
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <WorkshopPage query={query} title={signUp.title}>
    {(workshop) => <SignUp workshop={workshop} />}
  </WorkshopPage>
)

export const page: Page = { title: signUp.page, enhanced: true, View }
