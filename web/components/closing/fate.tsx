import type { ClosurePreview } from '../../../shared/contracts/closure-views.ts'
import { closing as words } from '../../messages/fr/closing.ts'
import { kilometresWords, rangeWords } from '../../time-words.ts'

type Fated = Pick<ClosurePreview['bookings'][number], 'outcome' | 'proposal' | 'start' | 'end'>

const placeWords = ({ site, space, distanceKm }: NonNullable<Fated['proposal']>): string =>
  [site.name, space.name, ...(distanceKm === undefined ? [] : [words.straight(kilometresWords(distanceKm))])].join(', ')

/** What becomes of a booking that a closure touches: where its holder may go instead, how far and when. */
export const Fate = ({ booking: { outcome, proposal, start, end } }: { booking: Fated }) => (
  <p>
    <strong>{words.outcomes[outcome]}</strong>
    {proposal && words.proposedAt(placeWords(proposal), rangeWords(start, end))}
  </p>
)
