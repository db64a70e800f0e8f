import type { MyPlace } from '../../shared/contracts/seat-views.ts'
import type { WorkshopView } from '../../shared/contracts/workshop-views.ts'
import { langOfStaff } from '../kit/language-here.ts'
import { laterDate } from '../kit/later-date.ts'
import { localToday } from '../kit/local-text.ts'
import { Refusal } from '../kit/notice/refusal.tsx'
import { useSend } from '../kit/use-send.ts'
import { common } from '../kit/words/fr/common.ts'
import { dayWords, momentWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { AppointmentHours, DropIn } from './appointment-hours.tsx'
import { party } from './words/fr/party.ts'
import { seatRefusals } from './words/fr/seat-refusals.ts'
import { permanence, workshop as words } from './words/fr/workshops.ts'
import { seatWords } from './workshop-card.tsx'
import { workshopApi } from './workshop-client.ts'

type StateProps = { readonly workshop: WorkshopView; readonly onChange: (workshop: WorkshopView) => void }

const Others = ({ workshop: { site } }: Pick<StateProps, 'workshop'>) => (
  <p>
    <a class="tall" href={`/ateliers?lieu=${site.id}`}>
      {words.others}
    </a>
  </p>
)

const OrCall = ({ workshop: { site, appointments } }: Pick<StateProps, 'workshop'>) => (
  <p class="soft">{(appointments ? permanence : words).orCall(site.phone ?? common.helpNumber)}</p>
)
/** As seen by the reader's clock: the API decides. */
const isPriority = ({ openToAllFrom = '' }: WorkshopView): boolean => localToday() < openToAllFrom

const lastDayBefore = ({ openToAllFrom = '' }: WorkshopView): string =>
  dayWords(laterDate(openToAllFrom, -1), localToday())

const Open = ({ workshop }: Pick<StateProps, 'workshop'>) => {
  const { id, seats, seatsLeft, appointments } = workshop
  const full = seatsLeft === 0
  if (appointments && !full)
    return (
      <>
        <AppointmentHours workshop={workshop} />
        {isPriority(workshop) && <p>{party.newcomersFirst(lastDayBefore(workshop))}</p>}
        <DropIn workshop={workshop} />
        <OrCall workshop={workshop} />
      </>
    )
  return (
    <>
      <h2 class={full ? '' : 'free'}>
        {seatWords(workshop)}
        {!full && words.ofSeats(seats)}
      </h2>
      {full && <p>{words.waitLead}</p>}
      {isPriority(workshop) && <p>{party.newcomersFirst(lastDayBefore(workshop))}</p>}
      {appointments && <p>{permanence.anyHour}</p>}
      <DropIn workshop={workshop} />
      <p>
        <a class="button" href={`/inscription?id=${id}`}>
          {full ? words.waitInstead : words.signUp}
        </a>
      </p>
      <OrCall workshop={workshop} />
    </>
  )
}

type Wait = Extract<MyPlace, { status: 'waiting' }>

const Waits = ({ workshop, mine, onChange }: StateProps & { readonly mine: Wait }) => {
  const { rank, places, notBefore } = mine
  const { problem, working, again, send } = useSend(onChange)
  const stop = () => send(() => workshopApi.stopWaiting(workshop.id))
  const waitForOne = () => send(() => workshopApi.wait(workshop.id, { places: 1 }))
  return (
    <>
      <h2>{words.waiting(rank)}</h2>
      {places > 1 && <p>{party.waitingForTwo}</p>}
      {notBefore && <p>{party.notBefore(dayWords(notBefore, localToday()))}</p>}
      <p>{words.waitingLead}</p>
      {problem && <Refusal refusals={seatRefusals} problem={problem} again={again ?? stop} />}
      <button class="button quiet" type="button" onClick={stop} aria-disabled={working}>
        {words.stopWaiting}
      </button>
      {places > 1 && (
        <button class="link" type="button" onClick={waitForOne} aria-disabled={working}>
          {party.waitForOne}
        </button>
      )}
      <p role="status">{working && words.stopping}</p>
    </>
  )
}

type MyPlaceProps = Pick<StateProps, 'workshop'> & {
  readonly mine: Exclude<MyPlace, { status: 'waiting' }>
}

const Offered = ({ workshop, mine }: MyPlaceProps) => (
  <>
    <h2>
      {workshop.appointments ? permanence.offered(rangeWords(mine.start, mine.end)) : party.offered(mine)}
    </h2>
    {mine.until && <p>{words.offeredUntil(momentWords(mine.until))}</p>}
    <p>
      <a class="button" href={`/reservation?id=${mine.booking}`}>
        {words.answer}
      </a>
    </p>
  </>
)

const Seated = ({ workshop, mine }: MyPlaceProps) => (
  <>
    <h2 class="free">
      {workshop.appointments ? permanence.seated(rangeWords(mine.start, mine.end)) : party.seated(mine)}
    </h2>
    <p>
      <a class="button" href={`/reservation?id=${mine.booking}`}>
        {words.seeSlip}
      </a>
    </p>
    <p>
      <a class="tall" href={`/annuler?id=${mine.booking}`}>
        {workshop.appointments ? permanence.leave : words.leave}
      </a>
    </p>
  </>
)

const StateOf = (props: StateProps) => {
  const { mine, status, note, begun, appointments } = props.workshop
  if (status === 'cancelled')
    return (
      <>
        <h2>{appointments ? permanence.cancelled : words.cancelled}</h2>
        {note && (
          <p class="workshop-words" lang={langOfStaff()}>
            {note}
          </p>
        )}
        <Others {...props} />
      </>
    )
  if (mine?.status === 'waiting' && !begun) return <Waits {...props} mine={mine} />
  if (mine?.status === 'offered') return <Offered {...props} mine={mine} />
  if (mine && mine.status !== 'waiting' && !begun) return <Seated {...props} mine={mine} />
  if (!begun) return <Open {...props} />
  return (
    <>
      <h2>{appointments ? permanence.begun : words.begun}</h2>
      <Others {...props} />
    </>
  )
}

/** Seats left and the person's own seat or rank, with the one action that fits. */
export const WorkshopState = (props: StateProps) => (
  <section class="workshop-state">
    <StateOf {...props} />
  </section>
)
