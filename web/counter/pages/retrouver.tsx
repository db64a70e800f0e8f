import type { FoundBookings } from '../../../shared/contracts/counter-views.ts'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { TextField } from '../../kit/field/text-field.tsx'
import { Form } from '../../kit/form.tsx'
import { Notice } from '../../kit/notice/notice.tsx'
import { Refusal } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { textIn } from '../../kit/text-in.ts'
import { StaffPage } from '../../staff/staff-page.tsx'
import { FoundBooking } from '../found-booking.tsx'
import { staffApi } from '../staff-client.ts'
import { useSearch } from '../use-search.ts'
import { finding as words } from '../words/fr/finding.ts'
import { findingRefusals } from '../words/fr/finding-refusals.ts'

const SHORTEST = 3

const letters = (text: string): number => text.replace(/[^\p{L}\p{N}]/gu, '').length

const Results = ({ found: { bookings, isAll }, today }: { found: FoundBookings; today: string }) =>
  bookings.length === 0 ? (
    <Notice title={words.none}>
      <p>{words.noneLead}</p>
    </Notice>
  ) : (
    <Notice title={words.found(bookings.length)} tone="free">
      {!isAll && <p>{words.more}</p>}
      <ul class="plain found-list">
        {bookings.map((each) => (
          <FoundBooking key={each.id} found={each} today={today} />
        ))}
      </ul>
    </Notice>
  )

const Others = ({ site: { id, position } }: { site: SiteView }) => (
  <p class="place-links">
    {Object.entries(words.others).map(([page, label]) => (
      <a key={page} class="tall" href={`/${page}?lieu=${id}`}>
        {label}
      </a>
    ))}
    {position && (
      <a class="tall" href={`/lieux?near=${position.lat},${position.lon}`}>
        {words.elsewhere}
      </a>
    )}
  </p>
)

const Finding = ({ site }: { site: SiteView }) => {
  const { tries, outcome, search } = useSearch({
    field: 'q',
    isRight: (q) => letters(q) >= SHORTEST,
    ask: (q) => staffApi.searchBookings(site.id, q),
  })
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <Form class="counter" onSend={(form) => search(textIn(form, 'q'))}>
        <TextField
          id="q"
          label={words.q}
          hint={words.hint}
          autocomplete="off"
          maxLength={80}
          error={outcome.state === 'wrong' ? words.tooShort : undefined}
          required
        />
        <button class="button" type="submit">
          {words.search}
        </button>
      </Form>
      {outcome.state === 'refused' && (
        <Refusal key={tries} refusals={findingRefusals} problem={outcome.problem} />
      )}
      {outcome.state === 'here' && <Results key={tries} found={outcome.value} today={site.today} />}
      <Others site={site} />
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.title}>
    {(site) => <Finding site={site} />}
  </StaffPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
