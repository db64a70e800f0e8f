import type { SiteSummary } from '../../shared/contracts/site-views.ts'
import { weekApi } from '../availability/week-client.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { common } from '../kit/words/fr/common.ts'
import { NextTimes } from './next-times.tsx'
import { SiteLine } from './site-line.tsx'
import type { Wanted } from './wanted.ts'
import { results } from './words/fr/results.ts'

type SiteCardProps = {
  readonly site: SiteSummary
  readonly wanted: Wanted
  /** What the kilometres are counted from. */
  readonly from: string | undefined
  readonly isAbout: boolean | undefined
}

const Times = ({ site, wanted }: Pick<SiteCardProps, 'site' | 'wanted'>) => {
  const { loaded } = useAnswer(site.id, (id) => weekApi.readSiteWeek(id, wanted.date))
  if (loaded.state === 'here') return <NextTimes {...loaded.value} wanted={wanted} />
  if (loaded.state === 'refused') return <p>{results.timesMissing}</p>
  return <div class="times-coming" aria-busy="true" />
}

/** A place that lends: how far, on what terms, and its next free times. */
export const SiteCard = ({ site, wanted, from, isAbout }: SiteCardProps) => {
  const isBookable = wanted.use !== 'workshop' && site.lends.some(({ use }) => use !== 'workshop')
  const hasWorkshops = site.lends.some(({ use }) => use === 'workshop')
  return (
    <li class="site-card" data-light={site.id}>
      <SiteLine site={site} use={wanted.use} from={from} isAbout={isAbout} />
      {isBookable && <Times site={site} wanted={wanted} />}
      <p class="place-links">
        {isBookable && (
          <a class="tall" href={`/lieu/${site.id}`}>
            {results.allTimes}
            <span class="for-readers">
              {common.colon}
              {site.name}
            </span>
          </a>
        )}
        {hasWorkshops && wanted.use !== 'room' && (
          <a class="tall" href={`/ateliers?lieu=${site.id}`}>
            {results.workshops}
            <span class="for-readers">
              {common.colon}
              {site.name}
            </span>
          </a>
        )}
      </p>
    </li>
  )
}
