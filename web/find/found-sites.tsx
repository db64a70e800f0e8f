import { useState } from 'preact/hooks'
import type { SiteSummary } from '../../shared/contracts/site-views.ts'
import { RibbonLegend } from '../kit/ribbon/ribbon.tsx'
import { type Found, lends } from './find-sites.ts'
import { SiteCard } from './site-card.tsx'
import { results } from './words/fr/search.ts'

type FoundSitesProps = { readonly found: Found; readonly use?: string | undefined }

const PAGE = 10
const SHOWN_WHEN_NONE_LENDS = 3
const WITH_TIMES = 4

type SitesProps = { readonly sites: readonly SiteSummary[]; readonly use?: string | undefined }

const Sites = ({ sites, use }: SitesProps) => {
  const withTimes = sites.filter((site) => lends(site, use)).slice(0, WITH_TIMES)
  return (
    <ul class="site-list">
      {sites.map((site) => (
        <SiteCard key={site.id} site={site} use={use} withTimes={withTimes.includes(site)} />
      ))}
    </ul>
  )
}

const Matches = ({ found: { matches, total }, use }: FoundSitesProps) => {
  const first = matches.some((site) => lends(site, use)) ? PAGE : SHOWN_WHEN_NONE_LENDS
  const [shown, setShown] = useState(first)
  const more = matches.length > shown
  return (
    <>
      <Sites sites={matches.slice(0, shown)} use={use} />
      {more && (
        <button class="button quiet alone" type="button" onClick={() => setShown(shown + PAGE)}>
          {results.more}
        </button>
      )}
      {!more && total > matches.length && <p>{results.tooMany(matches.length, total)}</p>}
    </>
  )
}

/** The sites found and, if none of them lends, free times nearby. */
export const FoundSites = ({ found, use }: FoundSitesProps) => {
  const { matches, nearby } = found
  const lonely = !matches.some((site) => lends(site, use))
  return (
    <div class="stack">
      {matches.length === 0 && <p>{results.noneHint}</p>}
      {matches.length > 0 && (
        <section class="stack">
          <h2 class="for-readers">{results.matchesTitle}</h2>
          <Matches found={found} use={use} />
        </section>
      )}
      {lonely && matches.length > 0 && nearby.length === 0 && <p>{results.nearbyNone}</p>}
      {nearby.length > 0 && (
        <section class="stack">
          <h2>{results.nearbyTitle}</h2>
          <Sites sites={nearby} use={use} />
        </section>
      )}
      {(nearby.length > 0 || !lonely) && <RibbonLegend />}
    </div>
  )
}
