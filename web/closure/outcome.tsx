import type { ClosurePreview } from '../../shared/contracts/closure-views.ts'
import { kilometresWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { closing as words } from './words/fr/closing.ts'

type Touched = Pick<ClosurePreview['bookings'][number], 'outcome' | 'proposal' | 'start' | 'end'>

const whereWords = ({ site, space, distanceKm }: NonNullable<Touched['proposal']>): string =>
  [
    site.name,
    space.name,
    ...(distanceKm === undefined ? [] : [words.straight(kilometresWords(distanceKm))]),
  ].join(', ')

/** What happens to a booking that a closure touches: the site offered instead, how far and when. */
export const Outcome = ({ booking: { outcome, proposal, start, end } }: { booking: Touched }) => (
  <p>
    <strong>{words.outcomes[outcome]}</strong>
    {proposal && words.proposedAt(whereWords(proposal), rangeWords(start, end))}
  </p>
)
