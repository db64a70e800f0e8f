import type { SpaceView } from '../../shared/contracts/site-views.ts'
import type { Choice } from './choice.ts'
import { choose } from './words/fr/choose.ts'

type UseChoiceProps = {
  readonly space: SpaceView
  readonly use: Choice['use']
  readonly onChange: (use: Choice['use']) => void
}

/** A place or the whole room, where the space offers both. */
export const UseChoice = ({ space, use, onChange }: UseChoiceProps) =>
  space.uses.length > 1 ? (
    <fieldset class="radios radios-row">
      <legend>{choose.useTitle}</legend>
      {space.uses.map((each) => (
        <label key={each} class="radio">
          <input
            type="radio"
            name="use"
            value={each}
            checked={each === use}
            onChange={() => onChange(each)}
          />
          {choose.uses[each]}
        </label>
      ))}
    </fieldset>
  ) : null
