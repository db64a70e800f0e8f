import { fullDayWords, kilometresWords, placesWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { nameOf, type Offer, type What } from './counter-offers.ts'
import { counter } from './words/fr/counter.ts'

type LineProps = { readonly offer: Offer; readonly today: string }

const timeNotes = ({ time, week }: Extract<Offer, { kind: 'time' }>): string => {
  const space = week.site.spaces.find(({ id }) => id === time.space)
  const near = week.distanceKm !== undefined && `${week.site.name}, ${kilometresWords(week.distanceKm)}`
  return [near, space?.name, time.use === 'desk' && placesWords(time.left)].filter(Boolean).join(', ')
}

const seatNotes = ({
  workshop: { title, seatsLeft, waiting, begun },
}: Extract<Offer, { kind: 'seat' }>): string => {
  const left = seatsLeft > 0 || begun ? placesWords(seatsLeft) : counter.full
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

type OfferListProps = {
  readonly what: What
  readonly offers: readonly Offer[]
  readonly today: string
  readonly error: string | undefined
}

/** The offers, here first, then nearby, as one group for the arrow keys. */
export const OfferList = ({ what, offers, today, error }: OfferListProps) => (
  <fieldset class="radios offers" {...(error && { 'aria-describedby': 'offer-error' })}>
    <legend>{counter.when[what]}</legend>
    {error && (
      <p class="error" id="offer-error">
        {error}
      </p>
    )}
    {offers.length === 0 && <p>{what === 'workshop' ? counter.noWorkshop : counter.none}</p>}
    {offers.map((offer, index) => (
      <label key={nameOf(offer)} class="radio">
        <input type="radio" name="offer" value={nameOf(offer)} id={index === 0 ? 'offer' : undefined} />
        <Line offer={offer} today={today} />
      </label>
    ))}
  </fieldset>
)
