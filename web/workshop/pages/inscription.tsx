import { useEffect, useRef } from 'preact/hooks'
import type { CycleSeats } from '../../../shared/contracts/seat-views.ts'
import type { WorkshopView } from '../../../shared/contracts/workshop-views.ts'
import type { WebProblem } from '../../kit/api-client.ts'
import { localToday } from '../../kit/local-text.ts'
import { Notice } from '../../kit/notice/notice.tsx'
import { Refusal } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useTitle } from '../../kit/use-title.ts'
import { dayWords, rangeWords } from '../../kit/words/fr/time-words.ts'
import { ForMe } from '../../people/for-me.tsx'
import { Dates, useDates } from '../cycle-dates.tsx'
import { Outcomes } from '../cycle-outcomes.tsx'
import { NewcomersFirst } from '../newcomers-first.tsx'
import { type Party, PartyChoice, useParty } from '../party-choice.tsx'
import { Known, Unknown } from '../sign-up-steps.tsx'
import { TakeAppointment } from '../take-appointment.tsx'
import { useSeat } from '../use-seat.ts'
import { cycle } from '../words/fr/cycle.ts'
import { party as partyWords } from '../words/fr/party.ts'
import { seatRefusals } from '../words/fr/seat-refusals.ts'
import { signUp, workshop as words } from '../words/fr/workshops.ts'
import { WorkshopPage } from '../workshop-page.tsx'

type Seat = ReturnType<typeof useSeat>

const rankIn = ({ rank }: WebProblem): number => (typeof rank === 'number' ? rank : 1)

type RefusedProps = {
  readonly problem: WebProblem
  readonly seat: Seat
  readonly party: Party
  readonly again: () => void
}

const Refused = ({ problem, seat, party, again }: RefusedProps) => {
  const waitWith = (said: string) => (
    <button class="button" type="button" onClick={() => seat.wait(party)}>
      {said}
    </button>
  )
  if (problem.code === 'newcomers-first')
    return <NewcomersFirst problem={problem} wait={() => seat.wait(party)} />
  if (problem.code !== 'taken') return <Refusal refusals={seatRefusals} problem={problem} again={again} />
  if (!problem.placesLeft)
    return (
      <Notice title={signUp.justFull}>
        <p>{signUp.justFullLead(rankIn(problem))}</p>
        {waitWith(words.waitInstead)}
      </Notice>
    )
  return (
    <Notice title={partyWords.oneLeftTitle}>
      <p>{partyWords.oneLeftLead(rankIn(problem))}</p>
      {waitWith(partyWords.waitForTwo)}
      <button class="button quiet" type="button" onClick={() => seat.take({ places: 1 })}>
        {partyWords.takeOne}
      </button>
    </Notice>
  )
}

const Done = ({ done }: { done: CycleSeats }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useTitle(cycle.done)
  return (
    <div class="narrow stack">
      <h1 ref={heading} tabIndex={-1}>
        {cycle.done}
      </h1>
      <p class="lead">{cycle.doneLead}</p>
      <Outcomes dates={done.dates} refusals={seatRefusals} />
      <a class="button" href="/mes-reservations">
        {cycle.mine}
      </a>
      {done.dates.some(({ booking }) => booking) && (
        <a class="tall" href={`/api/cycles/${done.id}/calendar.ics`} download="restante.ics">
          {cycle.calendar}
        </a>
      )}
    </div>
  )
}

const What = ({ workshop, all }: SignUpProps) => {
  const { title, date, start, end, site } = workshop
  const dates = useDates(all ? workshop.cycle : undefined)
  return (
    <div>
      <p class="lead">{title}</p>
      {all ? (
        <>
          <p class="workshop-when">{site.name}</p>
          <Dates dates={dates} />
          <p>{cycle.fullLead}</p>
        </>
      ) : (
        <p class="workshop-when">
          {dayWords(date, localToday())}, {rangeWords(start, end)}, {site.name}
        </p>
      )}
    </div>
  )
}

type SignUpProps = { readonly workshop: WorkshopView; readonly all: boolean }

const actWordsOf = ({ workshop, all }: SignUpProps, places: number): string => {
  if (all) return cycle.all
  if (workshop.seatsLeft >= places) return words.signUp
  return workshop.seatsLeft > 0 ? partyWords.waitForTwo : words.waitInstead
}

const SignUp = (props: SignUpProps) => {
  const { workshop, all } = props
  const party = useParty()
  const seat = useSeat(workshop)
  const { problem, working, done } = seat
  const takes = workshop.seatsLeft >= party.places
  const act = () => {
    const asked = party.check()
    if (asked) (all ? seat.takeAll : takes ? seat.take : seat.wait)(asked)
  }
  if (done) return <Done done={done} />
  const step = { act, actWords: actWordsOf(props, party.places) }
  return (
    <div class="narrow stack">
      <h1>{all ? cycle.allTitle : signUp.title}</h1>
      <What {...props} />
      {problem && <Refused problem={problem} seat={seat} party={party.asked ?? { places: 1 }} again={act} />}
      <p role="status">{working && (all ? cycle.working : signUp.working)}</p>
      {!working && !problem && (
        <>
          {!workshop.appointments && <PartyChoice {...party} />}
          {!all && !takes && workshop.seatsLeft > 0 && <p>{partyWords.oneLeft}</p>}
          <ForMe signedOut={<Unknown {...step} />}>
            {(me, again) => <Known {...step} me={me} onSignedOut={again} />}
          </ForMe>
        </>
      )}
      <p>
        <a class="tall" href={`/atelier?id=${workshop.id}`}>
          {signUp.back}
        </a>
      </p>
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <WorkshopPage query={query} title={signUp.title}>
    {(workshop) => {
      if (workshop.appointments && workshop.seatsLeft > 0)
        return <TakeAppointment workshop={workshop} hour={query?.get('heure')} />
      const all = query?.get('dates') === 'toutes' && workshop.cycle !== undefined
      return <SignUp workshop={workshop} all={all} />
    }}
  </WorkshopPage>
)

export const page: Page = { title: signUp.page, enhanced: true, View }
