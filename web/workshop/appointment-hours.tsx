import type { WorkshopView } from '../../shared/contracts/workshop-views.ts'
import { HourLink } from '../availability/hour-link.tsx'
import { durationWords, hourWords, listWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { permanence as words } from './words/fr/workshops.ts'

export const DropIn = ({ workshop: { appointments, start, end } }: { workshop: WorkshopView }) =>
  appointments?.dropIn ? <p>{words.dropIn(rangeWords(start, end))}</p> : null

/** The hours that are free, each a step to the name. */
export const AppointmentHours = ({ workshop }: { workshop: WorkshopView }) => {
  const { id, appointments, mediatorName, otherMediators = [] } = workshop
  if (!appointments) return null
  return (
    <>
      <h2 class="free">{words.choose}</h2>
      <p>{words.lead(durationWords(appointments.minutes), listWords([mediatorName, ...otherMediators]))}</p>
      <div class="days">
        <ul class="times">
          {appointments.free.map((start) => (
            <li key={start}>
              <HourLink href={`/inscription?${new URLSearchParams({ id, heure: start })}`}>
                <strong>{hourWords(start)}</strong>
              </HourLink>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
