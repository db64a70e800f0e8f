import { useEffect, useState } from 'preact/hooks'
import type { SiteView, SiteWeekView } from '../../../shared/contracts/site-views.ts'
import { Closures } from '../../availability/closures.tsx'
import { WaitLink } from '../../availability/wait-link.tsx'
import { weekApi } from '../../availability/week-client.ts'
import { spaceWords } from '../../availability/words/fr/space.ts'
import { LoadedPage } from '../../kit/loaded.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useTitle } from '../../kit/use-title.ts'
import { Star } from '../../known/star.tsx'
import { CounterHours } from '../counter-hours.tsx'
import { Neighbours } from '../neighbours.tsx'
import { OpenCounters } from '../open-counters.tsx'
import { SiteAddress } from '../site-address.tsx'
import { siteInAddress } from '../site-in-address.ts'
import { SiteSearch } from '../site-search.tsx'
import { SpaceCard } from '../space-card.tsx'
import { site as words } from '../words/fr/site.ts'

const Spaces = ({ site, week }: SiteWeekView) => (
  <section class="stack">
    <h2>{words.spacesTitle}</h2>
    {site.spaces.length === 0 && (
      <>
        <p>{spaceWords.nothing}</p>
        <p>
          <a class="button" href={`/proposer?lieu=${site.id}`}>
            {words.propose}
          </a>
        </p>
      </>
    )}
    {site.spaces.map((space) => (
      <SpaceCard key={space.id} site={site} space={space} week={week} />
    ))}
    {site.uses.some((use) => use !== 'workshop') && (
      <div>
        <p>{words.noneSuits}</p>
        <WaitLink wanted={{ site: site.id }} />
        <p>
          <a class="tall" href={`/proposer?lieu=${site.id}`}>
            {words.propose}
          </a>
        </p>
      </div>
    )}
  </section>
)

const nearOf = ({ position }: SiteView): string | undefined => position && `${position.lat},${position.lon}`

/** Open now by its hours, and not closed today as a whole. */
const isCounterOpen = ({ counter, closures, today }: SiteView): boolean =>
  counter?.openNow === true &&
  !closures.some(({ from, to, spaces }) => !spaces && from <= today && today <= to)

const ABSENT = {
  title: words.goneTitle,
  children: (
    <div class="narrow stack">
      <p class="lead">{words.goneHint}</p>
      <SiteSearch />
    </div>
  ),
}

const Site = ({ site, week }: SiteWeekView) => {
  useTitle(site.name)
  useAnnouncement(site.name)
  return (
    <div class="stack">
      <header>
        <h1>{site.name}</h1>
        <SiteAddress site={site}>
          <Star site={site} />
        </SiteAddress>
      </header>
      <Closures site={site} />
      <div class="split">
        <div class="stack">
          <Spaces site={site} week={week} />
          {site.spaces.length === 0 && <Neighbours site={site} />}
        </div>
        <div class="site-counter">
          <CounterHours site={site} />
          {!isCounterOpen(site) && <OpenCounters near={nearOf(site)} except={site.id} />}
        </div>
      </div>
    </div>
  )
}

/** What was written in the page stays until the free times are here. */
const writtenHere = (): string | undefined => globalThis.document?.querySelector('[data-written]')?.innerHTML

const Written = ({ html }: { html: string }) => (
  <div class="stack" data-written dangerouslySetInnerHTML={{ __html: html }} />
)

/** What a device shows for any site leads to the other language of this one. */
const leadToTwin = (): void => {
  const site = siteInAddress(location)
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.other-language'))
    if (site && link.pathname.endsWith('/lieu')) link.pathname += `/${site}`
}

const View = ({ query }: ViewProps) => {
  const [written] = useState(writtenHere)
  useEffect(leadToTwin, [])
  const from = useAnswer(query && siteInAddress(location), (id) => weekApi.readSiteWeek(id || '0000'))
  return (
    <LoadedPage title={words.page} from={from} absent={ABSENT} first={written && <Written html={written} />}>
      {(there) => <Site {...there} />}
    </LoadedPage>
  )
}

export const page: Page = { title: words.page, enhanced: true, View }
