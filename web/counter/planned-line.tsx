import type { PlannedView } from '../../shared/contracts/planning-views.ts'
import { hourWords, placesWords, shortRangeWords } from '../kit/words/fr/time-words.ts'
import { staff } from '../staff/words/fr/staff.ts'
import { planning as words } from './words/fr/planning.ts'

type Workshop = NonNullable<PlannedView['workshop']>

const titleWords = ({ isPermanence, title }: Workshop): string =>
  (isPermanence ? staff.permanence : staff.workshop)(title)

const takenWords = ({ isPermanence, taken, seats }: Workshop): string | false =>
  taken !== undefined && (isPermanence ? words.appointments : words.seats)(taken, seats)

const ofWords = ({ isPermanence, title }: Workshop): string =>
  (isPermanence ? words.ofPermanence : words.of)(title)

const whoWords = ({ workshop, holderName }: PlannedView): string =>
  workshop ? titleWords(workshop) : holderName || words.taken

/** Keeps a telephone number on one line. */
const numberWords = (phone: string): string => phone.replace(/\s/g, '\u00A0')

const factsOf = ({ workshop, use, places, status, phone }: PlannedView): string =>
  workshop
    ? [takenWords(workshop), workshop.mediatorName].filter(Boolean).join(', ')
    : [
        use === 'room' ? words.room : places > 1 && placesWords(places),
        words.statuses[status],
        phone && numberWords(phone),
      ]
        .filter(Boolean)
        .join(', ')

const actAddress = (site: string, id: string): string => `/traiter?${new URLSearchParams({ lieu: site, id })}`

/** The participants of a workshop, or who comes at which hour, each with a link to the actions for their seat. */
const People = ({ workshop: { people, isPermanence }, site }: { workshop: Workshop; site: string }) => (
  <ul class="plain planned-people off-paper" aria-label={words.people}>
    {people.map(({ id, start, holderName, status, phone, sentBy, ...party }) => (
      <li key={id}>
        {isPermanence && `${hourWords(start)} `}
        <a class="tall long-word" href={actAddress(site, id)}>
          {holderName}
        </a>{' '}
        <span class="soft">
          {[
            words.party(party),
            words.statuses[status],
            phone && numberWords(phone),
            sentBy && words.sentBy(sentBy),
          ]
            .filter(Boolean)
            .join(', ')}
        </span>
      </li>
    ))}
  </ul>
)

type PlannedLineProps = {
  readonly planned: PlannedView
  readonly site: string
  /** Whether the reader may change workshops. */
  readonly plans: boolean
  /** Whether the reader may note who came. */
  readonly marks: boolean
}

const editAddress = (site: string, id: string): string =>
  `/modifier-atelier?${new URLSearchParams({ lieu: site, id })}`

/** A booking of the planning, with a link to its actions. */
export const PlannedLine = ({ planned, site, plans, marks }: PlannedLineProps) => {
  const { id, start, end, status, workshop } = planned
  const address = workshop ? `/atelier?id=${workshop.id}` : actAddress(site, id)
  const facts = factsOf(planned)
  // The owner of the premises sees use alone.
  const isOpen = workshop !== undefined || planned.reference !== ''
  const said = (
    <>
      <span>{shortRangeWords(start, end)}</span> <strong class="long-word">{whoWords(planned)}</strong>
      {facts && <span class="soft">{facts}</span>}
    </>
  )
  return (
    <li class={`planned planned-${status}${workshop ? '' : ' off-paper'}`}>
      {isOpen ? <a href={address}>{said}</a> : <p>{said}</p>}
      {workshop && plans && (
        <a class="tall off-paper" href={editAddress(site, workshop.id)}>
          {words.edit}
          <span class="for-readers">{ofWords(workshop)}</span>
        </a>
      )}
      {workshop && marks && (
        <a class="tall off-paper" href={`/presences?id=${workshop.id}`}>
          {words.attendance}
          <span class="for-readers">{ofWords(workshop)}</span>
        </a>
      )}
      {workshop && workshop.people.length > 0 && <People workshop={workshop} site={site} />}
    </li>
  )
}
