import type { SelfView } from '../../shared/contracts/auth-views.ts'
import type { SiteSummary } from '../../shared/contracts/site-views.ts'
import { TextField } from '../kit/field/text-field.tsx'
import { Form } from '../kit/form.tsx'
import { Notice } from '../kit/notice/notice.tsx'
import { Unread } from '../kit/notice/refusal.tsx'
import { textIn } from '../kit/text-in.ts'
import { communeWords } from '../kit/words/fr/time-words.ts'
import { type SitesToBook, sitesToBook } from './sites-to-book.ts'
import { useSearch } from './use-search.ts'
import { telephone as words } from './words/fr/telephone.ts'

const SHORTEST = 2

type SiteProps = { readonly site: SiteSummary; readonly isAbout: boolean }

const Site = ({ site: { id, name, distanceKm, ...address }, isAbout }: SiteProps) => (
  <li class="found">
    <h3>{name}</h3>
    <p class="soft">
      {[communeWords(address), distanceKm !== undefined && words.near(distanceKm, isAbout)]
        .filter(Boolean)
        .join(', ')}
    </p>
    <p>
      <a class="button quiet" href={`/guichet?lieu=${id}`}>
        {words.book}
        <span class="for-readers"> : {name}</span>
      </a>
    </p>
  </li>
)

const Sites = ({ sites, isAbout }: SitesToBook) =>
  sites.length === 0 ? (
    <Notice title={words.none}>
      <p>{words.noneLead}</p>
    </Notice>
  ) : (
    <Notice title={words.count(sites.length)} tone="free">
      <ul class="plain found-list">
        {sites.map((site) => (
          <Site key={site.id} site={site} isAbout={isAbout} />
        ))}
      </ul>
    </Notice>
  )

/** Finds a site for a caller by their commune, then leads to its counter. */
export const SiteToBook = ({ self }: { self: SelfView }) => {
  const { tries, outcome, search } = useSearch({
    field: 'commune',
    isRight: (q) => q.length >= SHORTEST,
    ask: (q) => sitesToBook(q, self),
  })
  return (
    <section class="stack">
      <h2>{words.bookTitle}</h2>
      <Form class="counter" onSend={(form) => search(textIn(form, 'commune'))}>
        <TextField
          id="commune"
          label={words.commune}
          hint={words.communeHint}
          autocomplete="off"
          enterkeyhint="search"
          maxLength={80}
          error={outcome.state === 'wrong' ? words.tooShort : undefined}
          required
        />
        <button class="button" type="submit">
          {words.search}
        </button>
      </Form>
      {outcome.state === 'refused' && (
        <Unread key={tries} problem={outcome.problem} again={() => search(outcome.q)} />
      )}
      {outcome.state === 'here' && <Sites key={tries} {...outcome.value} />}
    </section>
  )
}
