import type { KnownPeople as Known } from '../../shared/contracts/counter-views.ts'
import { counter } from './words/fr/counter.ts'

type KnownPeopleProps = {
  readonly people: Known['people']
  readonly phone: string
  readonly error: string | undefined
}

/** People known here by that phone; the agent decides whether it is one of them. */
export const KnownPeople = ({ people, phone, error }: KnownPeopleProps) =>
  people.length === 0 ? null : (
    <fieldset class="radios" {...(error && { 'aria-describedby': 'known-error' })}>
      <legend>{counter.knownTitle(people.length, phone)}</legend>
      {error && (
        <p class="error" id="known-error">
          {error}
        </p>
      )}
      {people.map(({ holder, name }, index) => (
        <label key={holder} class="radio">
          <input type="radio" name="known" value={holder} id={index === 0 ? 'known' : undefined} />
          <span class="long-word">{counter.known(name)}</span>
        </label>
      ))}
      <label class="radio">
        <input type="radio" name="known" value="" />
        {counter.somebodyElse}
      </label>
    </fieldset>
  )
