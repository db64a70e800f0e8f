import { Fragment } from 'preact'
import { useState } from 'preact/hooks'
import { SelectField } from '../kit/field/select-field.tsx'
import {
  fullDayWords,
  hourWords,
  kilometresWords,
  placesWords,
  rangeWords,
} from '../kit/words/fr/time-words.ts'
import { nameOf, type Offer, type What } from './counter-offers.ts'
import { counter } from './words/fr/counter.ts'

type LineProps = { readonly offer: Offer; readonly today: string }

const timeNotes = ({ time, week }: Extract<Offer, { kind: 'time' }>): string => {
  const space = week.site.spaces.find(({ id }) => id === time.space)
  const near = week.distanceKm !== undefined && `${week.site.name}, ${kilometresWords(week.distanceKm)}`
  return [near, space?.name, time.use === 'desk' && placesWords(time.left)].filter(Boolean).join(', ')
}

type Seat = Extract<Offer, { kind: 'seat' }>

const leftWords = ({ seatsLeft, begun, appointments }: Seat['workshop']): string => {
  if (seatsLeft === 0 && !begun) return counter.full
  return appointments ? counter.appointments(seatsLeft) : placesWords(seatsLeft)
}

const seatNotes = ({ workshop }: Seat): string => {
  const { title, seatsLeft, waiting, begun } = workshop
  const left = leftWords(workshop)
  const isAwaited = begun && seatsLeft > 0 && waiting > 0
  return [title, begun && counter.begun, left, isAwaited && counter.waitingFirst(waiting)]
    .filter(Boolean)
    .join(', ')
}

const Line = ({ offer, today }: LineProps) => {
  const { date, start, end } = offer.kind === 'time' ? offer.time : offer.workshop
  return (
    <>
      <span>
        {fullDayWords(date, today)}, {rangeWords(start, end)}
      </span>
      <span class="radio-note">{offer.kind === 'time' ? timeNotes(offer) : seatNotes(offer)}</span>
    </>
  )
}

/** The hours of a permanence, once it is chosen. */
const Hours = ({ offer }: { offer: Offer }) => {
  const free = offer.kind === 'seat' ? offer.workshop.appointments?.free : undefined
  return free?.length ? (
    <SelectField
      id="hour"
      label={counter.hour}
      value={free[0]}
      options={free.map((start) => [start, hourWords(start)] as const)}
    />
  ) : null
}

type OfferListProps = {
  readonly what: What
  readonly offers: readonly Offer[]
  readonly today: string
  readonly error: string | undefined
}

/** The offers, here first, then nearby, as one group for the arrow keys. */
export const OfferList = ({ what, offers, today, error }: OfferListProps) => {
  const [chosen, setChosen] = useState<string>()
  return (
    <fieldset class="radios offers" {...(error && { 'aria-describedby': 'offer-error' })}>
      <legend>{counter.when[what]}</legend>
      {error && (
        <p class="error" id="offer-error">
          {error}
        </p>
      )}
      {offers.length === 0 && <p>{what === 'workshop' ? counter.noWorkshop : counter.none}</p>}
      {offers.map((offer, index) => (
        <Fragment key={nameOf(offer)}>
          <label class="radio">
            <input
              type="radio"
              name="offer"
              value={nameOf(offer)}
              id={index === 0 ? 'offer' : undefined}
              onChange={() => setChosen(nameOf(offer))}
            />
            <Line offer={offer} today={today} />
          </label>
          {nameOf(offer) === chosen && <Hours offer={offer} />}
        </Fragment>
      ))}
    </fieldset>
  )
}
