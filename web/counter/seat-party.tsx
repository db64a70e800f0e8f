import { Choices } from '../kit/field/choices.tsx'
import { SelectField } from '../kit/field/select-field.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import type { Offer } from './counter-offers.ts'
import { seatParty as words } from './words/fr/seat-party.ts'

/** Of a permanence, one takes an hour at a time. */
const hasDates = (offer: Offer): boolean =>
  offer.kind === 'seat' && offer.workshop.cycle !== undefined && !offer.workshop.appointments

/** Who comes along, who sent them, and whether they come to all dates. */
export const SeatParty = ({ offers }: { readonly offers: readonly Offer[] }) => (
  <>
    {offers.some(hasDates) && (
      <Choices id="cycle" legend={words.cycle} options={[['all', words.wholeCycle]]} chosen={[]} many />
    )}
    <details>
      <summary class="tall">{words.title}</summary>
      <SelectField id="people" label={words.people} value="1" options={words.peopleOptions} />
      <TextField id="guest" label={words.guest} autocomplete="off" maxLength={40} />
      <TextField id="sentBy" label={words.sentBy} hint={words.sentByHint} autocomplete="off" maxLength={60} />
    </details>
  </>
)
