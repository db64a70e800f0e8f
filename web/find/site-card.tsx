import type { SiteSummary } from '../../shared/contracts/site-views.ts'
import { api } from '../kit/api-client.ts'
import { both, useAnswer } from '../kit/use-answer.ts'
import { communeWords, kilometresWords } from '../kit/words/fr/time-words.ts'
import { lends } from './find-sites.ts'
import { NextTimes } from './next-times.tsx'
import { results } from './words/fr/search.ts'

type SiteCardProps = {
  readonly site: SiteSummary
  readonly use?: string | undefined
  readonly withTimes: boolean
}

const notLentWords = (use: string | undefined): string =>
  (results.notLentForUse as Readonly<Record<string, string>>)[use ?? ''] ?? results.notLent

const Times = ({ site, use }: Omit<SiteCardProps, 'withTimes'>) => {
  const { loaded } = useAnswer(site.id, (id) => both(api.readSite(id), api.readAvailability(id)))
  if (loaded.state === 'here')
    return <NextTimes site={loaded.value[0]} availability={loaded.value[1]} use={use} />
  return <div class="next-times" aria-busy={loaded.state === 'loading'} />
}

const Lent = ({ site, use, withTimes }: SiteCardProps) => {
  const bookable = use !== undefined || lends(site, 'desk') || lends(site, 'room')
  return (
    <div class="stack">
      {lends(site, 'workshop') && !use && (
        <p>
          <a class="tall" href={`/ateliers?lieu=${site.id}`}>
            {results.workshops}
            <span class="for-readers"> : {site.name}</span>
          </a>
        </p>
      )}
      {bookable && withTimes && <Times site={site} use={use} />}
    </div>
  )
}

/** A place in a list, with its next free times when it lends something. */
export const SiteCard = ({ site, use, withTimes }: SiteCardProps) => {
  const lent = lends(site, use)
  return (
    <li class={`site-card ${lent ? 'site-card-lent' : ''}`}>
      <div class="site-card-inside">
        <header>
          <h3>
            <a href={`/lieu?id=${site.id}`}>{site.name}</a>
          </h3>
          {site.distanceKm !== undefined && <span class="distance">{kilometresWords(site.distanceKm)}</span>}
          <p class="address">
            {site.address && `${site.address}, `}
            {communeWords(site)}
          </p>
        </header>
        {lent ? (
          <Lent site={site} use={use} withTimes={withTimes} />
        ) : (
          <p class="soft">{notLentWords(use)}</p>
        )}
      </div>
    </li>
  )
}
