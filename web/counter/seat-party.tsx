import { Choices } from '../kit/field/choices.tsx'
import { SelectField } from '../kit/field/select-field.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { textIn } from '../kit/text-in.ts'
import type { Offer } from './counter-offers.ts'
import type { Party } from './use-counter.ts'
import { counter } from './words/fr/counter.ts'

export const partyIn = (fields: FormData): Party => {
  const [guest, sentBy] = [textIn(fields, 'guest'), textIn(fields, 'sentBy')]
  const places = textIn(fields, 'people') === '2' ? 2 : 1
  return { places, ...(places > 1 && guest && { guest }), ...(sentBy && { sentBy }) }
}

/** Of a permanence, one takes an hour at a time. */
const hasDates = (offer: Offer): boolean =>
  offer.kind === 'seat' && offer.workshop.cycle !== undefined && !offer.workshop.appointments

/** Who comes along, who sent them, and whether they come to all dates. */
export const SeatParty = ({ offers }: { readonly offers: readonly Offer[] }) => (
  <>
    {offers.some(hasDates) && (
      <Choices id="cycle" legend={counter.cycle} options={[['all', counter.wholeCycle]]} chosen={[]} many />
    )}
    <details>
      <summary class="tall">{counter.party}</summary>
      <SelectField id="people" label={counter.people} value="1" options={counter.peopleOptions} />
      <TextField id="guest" label={counter.guest} autocomplete="off" maxLength={40} />
      <TextField
        id="sentBy"
        label={counter.sentBy}
        hint={counter.sentByHint}
        autocomplete="off"
        maxLength={60}
      />
    </details>
  </>
)
