import type { WorkshopView } from '../../shared/contracts/workshop-views.ts'
import type { WebProblem } from '../kit/api-client.ts'
import { laterTime } from '../kit/later-time.ts'
import { localToday } from '../kit/local-text.ts'
import { Notice } from '../kit/notice/notice.tsx'
import { Refusal } from '../kit/notice/refusal.tsx'
import { dayWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { ForMe } from '../people/for-me.tsx'
import { NewcomersFirst } from './newcomers-first.tsx'
import { Known, Unknown } from './sign-up-steps.tsx'
import { useSeat } from './use-seat.ts'
import { seatRefusals } from './words/fr/seat-refusals.ts'
import { signUp, permanence as words } from './words/fr/workshops.ts'

type RefusedProps = {
  readonly problem: WebProblem
  readonly hours: string
  readonly again: () => void
  readonly wait: () => void
}

const Refused = ({ problem, hours, again, wait }: RefusedProps) => {
  if (problem.code === 'newcomers-first') return <NewcomersFirst problem={problem} wait={wait} />
  if (problem.code !== 'taken') return <Refusal refusals={seatRefusals} problem={problem} again={again} />
  return (
    <Notice title={words.justTaken}>
      <p>{words.justTakenLead}</p>
      <p>
        <a class="button" href={hours}>
          {words.otherHour}
        </a>
      </p>
    </Notice>
  )
}

type AppointmentProps = { readonly workshop: WorkshopView; readonly start: string; readonly minutes: number }

const Appointment = ({ workshop, start, minutes }: AppointmentProps) => {
  const { id, title, date, site } = workshop
  const hours = `/atelier?id=${id}`
  const { problem, working, take, wait } = useSeat(workshop, start)
  const waitInstead = () => wait({ places: 1 })
  const step = { act: () => take({ places: 1 }), actWords: words.take }
  return (
    <div class="narrow stack">
      <h1>{signUp.title}</h1>
      <div>
        <p class="lead">{title}</p>
        <p class="workshop-when">
          {dayWords(date, localToday())}, {rangeWords(start, laterTime(start, minutes))}, {site.name}
        </p>
      </div>
      {problem && <Refused problem={problem} hours={hours} again={step.act} wait={waitInstead} />}
      <p role="status">{working && signUp.working}</p>
      {!working && !problem && (
        <ForMe signedOut={<Unknown {...step} />}>
          {(me, again) => <Known {...step} me={me} onSignedOut={again} />}
        </ForMe>
      )}
      <p>
        <a class="tall" href={hours}>
          {words.otherHour}
        </a>
      </p>
    </div>
  )
}

type TakeProps = { readonly workshop: WorkshopView; readonly hour: string | null | undefined }

/** One appointment, to a name; without an hour that is free, the way back to the hours. */
export const TakeAppointment = ({ workshop, hour }: TakeProps) => {
  const { id, appointments } = workshop
  const start = appointments?.free.find((each) => each === hour)
  if (appointments && start)
    return <Appointment workshop={workshop} start={start} minutes={appointments.minutes} />
  return (
    <div class="narrow stack">
      <h1>{words.choose}</h1>
      <p>
        <a class="button" href={`/atelier?id=${id}`}>
          {words.otherHour}
        </a>
      </p>
    </div>
  )
}
