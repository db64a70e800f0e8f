import { useEffect, useRef, useState } from 'preact/hooks'
import type { SiteSummary } from '../../shared/contracts/site-views.ts'
import type { Found } from './find-client.ts'
import { countNear } from './near-enough.ts'
import { SiteCard } from './site-card.tsx'
import { resultsAddress, type Wanted, wishesOf } from './wanted.ts'
import { filterWords } from './words/fr/filters.ts'
import { results as words } from './words/fr/results.ts'

type FoundProps = { readonly found: Found; readonly wanted: Wanted }

const MORE = 5

const lends = ({ lends }: SiteSummary, use?: string): boolean =>
  use ? lends.some((each) => each.use === use) : lends.length > 0

/** The points of contact that were searched for and lend nothing of what is wanted. */
const Idle = ({ found: { sites, total }, wanted: { use, near } }: FoundProps) => {
  const [site, ...others] = sites
  if (!site || near || sites.some((each) => lends(each, use))) return null
  if (others.length === 0)
    return (
      <p>
        {words.notLent(site.name, use)}{' '}
        <a class="tall" href={`/proposer?lieu=${site.id}`}>
          {words.propose}
        </a>
      </p>
    )
  return (
    <details>
      <summary class="tall">{words.notLentMany(total, use)}</summary>
      <ul class="plain">
        {sites.map(({ id, name }) => (
          <li key={id}>
            <a class="tall" href={`/lieu/${id}`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Other localities that the words may mean. */
const Others = ({ found: { around }, wanted }: FoundProps) =>
  around && around.others.length > 0 ? (
    <p>
      {words.others(around)}{' '}
      {around.others.map((other) => (
        <a
          key={other.code}
          class="tall other"
          href={resultsAddress({ q: other.name, locality: other.code, ...wishesOf(wanted) })}
        >
          {words.other(other)}
        </a>
      ))}
    </p>
  ) : null

/** What is said of a search before its places: what it was taken for, and what was left out. */
export const Understood = ({ found, wanted }: FoundProps) => {
  const { around, relaxed = [] } = found
  const locality = around?.locality && words.locality(around.locality)
  return (
    <div class="understood">
      {locality && <p class="lead">{locality}</p>}
      <Others found={found} wanted={wanted} />
      <Idle found={found} wanted={wanted} />
      {relaxed.length > 0 && (
        <p class="notice notice-free">
          <strong>{words.relaxed}</strong> {words.leftOut(filterWords.inWords(wanted, relaxed))}
        </p>
      )}
    </div>
  )
}

/** The places that lend what is wanted, nearest first. */
export const Lenders = ({ found: { lenders, around }, wanted }: FoundProps) => {
  const [shown, setShown] = useState(countNear(lenders))
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const firstOfMore = list.current?.children[shown - MORE]
    // The button may be gone: the keyboard goes on where the list does.
    if (shown > countNear(lenders)) firstOfMore?.querySelector('a')?.focus()
  }, [shown])
  if (lenders.length === 0) return <p>{words.nobody}</p>
  const from = around?.isApproximate || wanted.near ? undefined : around?.name
  return (
    <section class="stack">
      {around || wanted.near ? (
        <h2 class="for-readers">{words.lendersTitle}</h2>
      ) : (
        <h2>{words.elsewhereTitle}</h2>
      )}
      <ul class="site-list" ref={list}>
        {lenders.slice(0, shown).map((site) => (
          <SiteCard key={site.id} site={site} wanted={wanted} from={from} isAbout={around?.isApproximate} />
        ))}
      </ul>
      {lenders.length > shown && (
        <button class="button quiet alone" type="button" onClick={() => setShown(shown + MORE)}>
          {words.more}
        </button>
      )}
      {around?.position && <p class="soft">{around.isApproximate ? words.approximate : words.straight}</p>}
    </section>
  )
}
