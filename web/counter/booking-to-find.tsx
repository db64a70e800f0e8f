import type { FoundBookings } from '../../shared/contracts/counter-views.ts'
import { isPhoneQuery, readReference } from '../../shared/domain/booking-search.ts'
import { TextField } from '../kit/field/text-field.tsx'
import { Form } from '../kit/form.tsx'
import { Notice } from '../kit/notice/notice.tsx'
import { Refusal } from '../kit/notice/refusal.tsx'
import { textIn } from '../kit/text-in.ts'
import { FoundBooking } from './found-booking.tsx'
import { staffApi } from './staff-client.ts'
import { useSearch } from './use-search.ts'
import { finding } from './words/fr/finding.ts'
import { findingRefusals } from './words/fr/finding-refusals.ts'
import { telephone as words } from './words/fr/telephone.ts'

const Results = ({ found: { bookings, isAll } }: { found: FoundBookings }) =>
  bookings.length === 0 ? (
    <Notice title={words.nothing}>
      <p>{words.nothingLead}</p>
    </Notice>
  ) : (
    <Notice title={finding.found(bookings.length)} tone="free">
      {!isAll && <p>{words.more}</p>}
      <ul class="plain found-list">
        {bookings.map((each) => (
          <FoundBooking key={each.id} found={each} byPhone />
        ))}
      </ul>
    </Notice>
  )

const isRight = (q: string): boolean => isPhoneQuery(q) || readReference(q) !== undefined

/** Finds a booking of any site by the caller's phone, or by the reference that they dictate. */
export const BookingToFind = () => {
  const { tries, outcome, search } = useSearch({ field: 'q', isRight, ask: staffApi.searchByPhone })
  return (
    <section class="stack">
      <h2>{words.findTitle}</h2>
      <Form class="counter" onSend={(form) => search(textIn(form, 'q'))}>
        <TextField
          id="q"
          label={words.q}
          hint={words.hint}
          autocomplete="off"
          autocapitalize="characters"
          maxLength={80}
          error={outcome.state === 'wrong' ? words.wrong : undefined}
          required
        />
        <button class="button quiet" type="submit">
          {words.find}
        </button>
      </Form>
      {outcome.state === 'refused' && (
        <Refusal key={tries} refusals={findingRefusals} problem={outcome.problem} />
      )}
      {outcome.state === 'here' && <Results key={tries} found={outcome.value} />}
    </section>
  )
}
