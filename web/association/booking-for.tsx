import type { GrantView } from '../../shared/contracts/auth-views.ts'
import { associationsIn } from './for-whom.ts'
import { bookingFor } from './words/fr/associations.ts'

type BookingForProps = {
  readonly grants: readonly GrantView[]
  readonly as: string | undefined
  readonly onChosen: (as: string | undefined) => void
}

/** Shows nothing to a person without an association. */
export const BookingFor = ({ grants, as, onChosen }: BookingForProps) => {
  const theirs = associationsIn(grants)
  if (theirs.size === 0) return null
  const choices = [[undefined, bookingFor.me] as const, ...theirs]
  return (
    <fieldset class="booking-for">
      <legend>{bookingFor.legend}</legend>
      {choices.map(([id, name]) => (
        <label key={id ?? 'me'} class="long-word">
          <input type="radio" name="pour" checked={as === id} onChange={() => onChosen(id)} />
          {name}
        </label>
      ))}
    </fieldset>
  )
}
