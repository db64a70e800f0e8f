import type { PlannedView } from '../../../shared/contracts/planning-views.ts'
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

type PlannedLineProps = { readonly planned: PlannedView; readonly site: string }

/** Who comes and when; leads to what can be done about it. */
export const PlannedLine = ({ planned, site }: PlannedLineProps) => {
  const { id, start, end, status, workshop } = planned
  const query = new URLSearchParams({ lieu: site, id })
  const address = workshop ? `/atelier?id=${workshop.id}` : `/traiter?${query}`
  const facts = factsOf(planned)
  return (
    <li class={`planned planned-${status}`}>
      <a href={address}>
        <span>{shortRangeWords(start, end)}</span> <strong class="long-word">{whoWords(planned)}</strong>
        {facts && <span class="soft">{facts}</span>}
      </a>
    </li>
  )
}
