import { useState } from 'preact/hooks'
import type { SelfView } from '../../shared/contracts/auth-views.ts'
import type { SiteSummary } from '../../shared/contracts/site-views.ts'
import type { WebProblem } from '../kit/api-client.ts'
import { TextField } from '../kit/field/text-field.tsx'
import { Form } from '../kit/form.tsx'
import { Notice } from '../kit/notice/notice.tsx'
import { Unread } from '../kit/notice/refusal.tsx'
import { textIn } from '../kit/text-in.ts'
import { useLatest } from '../kit/use-latest.ts'
import { communeWords } from '../kit/words/fr/time-words.ts'
import { sitesToBook } from './sites-to-book.ts'
import { telephone as words } from './words/fr/telephone.ts'

const SHORTEST = 2

type Outcome =
  | { readonly state: 'asking' | 'too-short' }
  | { readonly state: 'here'; readonly sites: readonly SiteSummary[] }
  | { readonly state: 'refused'; readonly problem: WebProblem; readonly q: string }

const outcomeOf = async (q: string, self: SelfView): Promise<Outcome> => {
  if (q.length < SHORTEST) return { state: 'too-short' }
  const answer = await sitesToBook(q, self)
  return answer.ok ? { state: 'here', sites: answer.value } : { state: 'refused', problem: answer.problem, q }
}

const useSites = (self: SelfView) => {
  const [{ tries, outcome }, setFound] = useState<{ tries: number; outcome: Outcome }>({
    tries: 0,
    outcome: { state: 'asking' },
  })
  const last = useLatest()
  const search = async (q: string) => {
    const next = await last(() => outcomeOf(q, self))
    if (!next) return
    setFound({ tries: tries + 1, outcome: next })
    if (next.state === 'too-short') document.getElementById('commune')?.focus()
  }
  return { tries, outcome, search }
}

const Site = ({ site: { id, name, distanceKm, ...address } }: { site: SiteSummary }) => (
  <li class="found">
    <h3>{name}</h3>
    <p class="soft">
      {[communeWords(address), distanceKm !== undefined && words.near(distanceKm)].filter(Boolean).join(', ')}
    </p>
    <p>
      <a class="button quiet" href={`/guichet?lieu=${id}`}>
        {words.book}
        <span class="for-readers"> : {name}</span>
      </a>
    </p>
  </li>
)

const Sites = ({ sites }: { sites: readonly SiteSummary[] }) =>
  sites.length === 0 ? (
    <Notice title={words.none}>
      <p>{words.noneLead}</p>
    </Notice>
  ) : (
    <Notice title={words.count(sites.length)} tone="free">
      <ul class="plain found-list">
        {sites.map((site) => (
          <Site key={site.id} site={site} />
        ))}
      </ul>
    </Notice>
  )

/** Finds a site for a caller by their commune, then leads to its counter. */
export const SiteToBook = ({ self }: { self: SelfView }) => {
  const { tries, outcome, search } = useSites(self)
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
          error={outcome.state === 'too-short' ? words.tooShort : undefined}
          required
        />
        <button class="button" type="submit">
          {words.search}
        </button>
      </Form>
      {outcome.state === 'refused' && (
        <Unread key={tries} problem={outcome.problem} again={() => search(outcome.q)} />
      )}
      {outcome.state === 'here' && <Sites key={tries} sites={outcome.sites} />}
    </section>
  )
}
