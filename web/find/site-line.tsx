import type { SiteSummary } from '../../shared/contracts/site-views.ts'
import { communeWords } from '../kit/words/fr/time-words.ts'
import { distanceFrom, siteFacts } from './words/fr/site-facts.ts'

type SiteLineProps = {
  readonly site: SiteSummary
  readonly use?: string | undefined
  /** What the kilometres are counted from. */
  readonly from?: string | undefined
  readonly isAbout?: boolean | undefined
}

/** A place that lends: its name, how far it is, and on what terms. */
export const SiteLine = ({ site, use, from, isAbout = false }: SiteLineProps) => (
  <header>
    <h3>
      <a href={`/lieu/${site.id}`}>{site.name}</a>
    </h3>
    {site.distanceKm !== undefined && (
      <span class="distance">{distanceFrom(site.distanceKm, from, isAbout)}</span>
    )}
    <p class="address">
      {site.address && `${site.address}, `}
      {communeWords(site)}
    </p>
    <ul class="site-facts">
      {siteFacts(site, use).map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  </header>
)
