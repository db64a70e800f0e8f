import type { PersonView, PlannedView } from '../../shared/contracts/planning-views.ts'
import { placesWords, shortRangeWords } from '../kit/words/fr/time-words.ts'
import { staff } from '../staff/words/fr/staff.ts'
import { planning as words } from './words/fr/planning.ts'

const whoWords = ({ workshop, holderName }: PlannedView): string =>
  workshop ? staff.workshop(workshop.title) : holderName || words.taken

/** Keeps a telephone number on one line. */
const numberWords = (phone: string): string => phone.replace(/\s/g, '\u00A0')

const factsOf = ({ workshop, use, places, status, phone }: PlannedView): string =>
  workshop
    ? [workshop.taken !== undefined && words.seats(workshop.taken, workshop.seats), workshop.mediatorName]
        .filter(Boolean)
        .join(', ')
    : [
        use === 'room' ? words.room : places > 1 && placesWords(places),
        words.statuses[status],
        phone && numberWords(phone),
      ]
        .filter(Boolean)
        .join(', ')

const actAddress = (site: string, id: string): string => `/traiter?${new URLSearchParams({ lieu: site, id })}`

/** The participants of a workshop, each with a link to the actions for their seat. */
const People = ({ people, site }: { people: readonly PersonView[]; site: string }) => (
  <ul class="plain planned-people off-paper" aria-label={words.people}>
    {people.map(({ id, holderName, status, phone, sentBy, ...party }) => (
      <li key={id}>
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
          <span class="for-readers">{words.of(workshop.title)}</span>
        </a>
      )}
      {workshop && marks && (
        <a class="tall off-paper" href={`/presences?id=${workshop.id}`}>
          {words.attendance}
          <span class="for-readers">{words.of(workshop.title)}</span>
        </a>
      )}
      {workshop && workshop.people.length > 0 && <People people={workshop.people} site={site} />}
    </li>
  )
}
