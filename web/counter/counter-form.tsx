import { useEffect } from 'preact/hooks'
import type { FieldErrors } from '../kit/field/error-summary.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { useAnnouncement } from '../kit/use-announcement.ts'
import type { Offer, What } from './counter-offers.ts'
import type { Known } from './counter-person.ts'
import { KnownPeople } from './known-people.tsx'
import { OfferList } from './offer-list.tsx'
import { counter } from './words/fr/counter.ts'

const WHATS = ['desk', 'room', 'workshop'] as const

type WhoProps = {
  readonly known: Known
  readonly errors: FieldErrors
  readonly onTyped: (phone: string) => void
  readonly onLeft: (phone: string) => void
}

/** The name comes first and takes the focus, unless the agent already types elsewhere. */
export const Who = ({ known: { people, phone }, errors, onTyped, onLeft }: WhoProps) => {
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('name')?.focus()
  }, [])
  useAnnouncement(people.length > 0 ? counter.knownTitle(people.length, phone) : undefined)
  return (
    <>
      <TextField
        id="name"
        label={counter.name}
        autocomplete="off"
        maxLength={80}
        error={errors.name}
        required
        autofocus
      />
      <TextField
        id="phone"
        label={counter.phone}
        hint={counter.phoneHint}
        autocomplete="off"
        inputmode="tel"
        maxLength={20}
        error={errors.phone}
        onInput={({ currentTarget }) => onTyped(currentTarget.value)}
        onBlur={({ currentTarget }) => onLeft(currentTarget.value)}
      />
      <KnownPeople people={people} phone={phone} error={errors.known} />
    </>
  )
}

type WhatChoiceProps = { readonly what: What; readonly onChange: (what: What) => void }

export const WhatChoice = ({ what, onChange }: WhatChoiceProps) => (
  <fieldset class="radios radios-row">
    <legend>{counter.what}</legend>
    {WHATS.map((each) => (
      <label key={each} class="radio">
        <input
          type="radio"
          name="what"
          value={each}
          checked={each === what}
          onChange={() => onChange(each)}
        />
        {counter.whats[each]}
      </label>
    ))}
  </fieldset>
)

type WhenProps = {
  readonly what: What
  readonly offers: readonly Offer[] | undefined
  readonly today: string
  readonly error: string | undefined
}

/** Offers nearby come last, so that nothing moves under the finger. */
export const When = ({ offers, ...list }: WhenProps) => (
  <div aria-busy={offers === undefined}>
    {offers && <OfferList key={list.what} offers={offers} {...list} />}
  </div>
)
