import type { PersonView, PlannedView } from '../../../shared/contracts/planning-views.ts'
import { planning as words } from '../../messages/fr/planning.ts'
import { placesWords, shortRangeWords } from '../../time-words.ts'

const whoWords = ({ workshop, holderName }: PlannedView): string =>
  workshop ? words.workshop(workshop.title) : holderName

/** A telephone number is not cut. */
const numberWords = (phone: string): string => phone.replace(/\s/g, '\u00A0')

const factsOf = ({ workshop, use, places, status, phone }: PlannedView): string =>
  workshop
    ? [words.seats(workshop.taken, workshop.seats), workshop.mediatorName].join(', ')
    : [
        use === 'room' ? words.room : places > 1 && placesWords(places),
        words.statuses[status],
        phone && numberWords(phone),
      ]
        .filter(Boolean)
        .join(', ')

const actAddress = (site: string, id: string): string => `/traiter?${new URLSearchParams({ lieu: site, id })}`

/** Who is signed up to a workshop; each leads to what can be done about their seat. */
const People = ({ people, site }: { people: readonly PersonView[]; site: string }) => (
  <ul class="plain planned-people" aria-label={words.people}>
    {people.map(({ id, holderName, status, phone }) => (
      <li key={id}>
        <a class="tall long-word" href={actAddress(site, id)}>
          {holderName}
        </a>{' '}
        <span class="soft">{[words.statuses[status], phone && numberWords(phone)].filter(Boolean).join(', ')}</span>
      </li>
    ))}
  </ul>
)

type PlannedLineProps = { readonly planned: PlannedView; readonly site: string }

/** Who comes and when; leads to what can be done about it. */
export const PlannedLine = ({ planned, site }: PlannedLineProps) => {
  const { id, start, end, status, workshop } = planned
  const address = workshop ? `/atelier?id=${workshop.id}` : actAddress(site, id)
  const facts = factsOf(planned)
  return (
    <li class={`planned planned-${status}`}>
      <a href={address}>
        <span>{shortRangeWords(start, end)}</span> <strong class="long-word">{whoWords(planned)}</strong>
        {facts && <span class="soft">{facts}</span>}
      </a>
      {workshop && workshop.people.length > 0 && <People people={workshop.people} site={site} />}
    </li>
  )
}
