import type { AvailabilityView, SiteView } from '../../shared/contracts/site-views.ts'
import { useAnnouncement, useAnswer, useTitle } from '../answers.ts'
import { api } from '../api-client.ts'
import { CounterHours } from '../components/counter-hours/counter-hours.tsx'
import { Closures } from '../components/notice/closures.tsx'
import { Unread } from '../components/notice/refusal.tsx'
import { SpaceCard } from '../components/space-card/space-card.tsx'
import { Waiting } from '../components/waiting/waiting.tsx'
import { WishLink } from '../components/wish/wish-link.tsx'
import { common } from '../messages/fr/common.ts'
import { site as words } from '../messages/fr/site.ts'
import type { Page, ViewProps } from '../page.ts'
import { communeWords } from '../time-words.ts'

const Address = ({ site }: { site: SiteView }) => {
  const { address, position, phone = '3631' } = site
  return (
    <>
      <p class="lead">
        {address && `${address}, `}
        {communeWords(site)}
      </p>
      <p class="place-links">
        {position && (
          <a
            class="tall"
            href={`https://www.openstreetmap.org/?mlat=${position.lat}&mlon=${position.lon}#map=17/${position.lat}/${position.lon}`}
            rel="noreferrer"
          >
            {words.route}
          </a>
        )}
        <a class="tall" href={`tel:${phone.replace(/\s/g, '')}`}>
          {common.call(phone)}
        </a>
      </p>
    </>
  )
}

const Spaces = ({ site, availability }: { site: SiteView; availability: AvailabilityView | undefined }) => (
  <section class="stack">
    <h2>{words.spacesTitle}</h2>
    {site.spaces.length === 0 && (
      <>
        <p>{words.nothing}</p>
        <p>
          <a class="button" href={`/proposer?lieu=${site.id}`}>
            {words.propose}
          </a>
        </p>
      </>
    )}
    {site.spaces.map((space) => (
      <SpaceCard key={space.id} site={site} space={space} availability={availability} />
    ))}
    {site.uses.some((use) => use !== 'workshop') && (
      <>
        <p>{words.noneSuits}</p>
        <WishLink wanted={{ site: site.id }} />
        <p>
          <a class="tall" href={`/proposer?lieu=${site.id}`}>
            {words.propose}
          </a>
        </p>
      </>
    )}
  </section>
)

const Site = ({ site }: { site: SiteView }) => {
  const lends = site.spaces.length > 0
  const { loaded, again } = useAnswer(lends ? site.id : undefined, (id) => api.readAvailability(id))
  useTitle(site.name)
  useAnnouncement(site.name)
  return (
    <div class="stack">
      <header>
        <h1>{site.name}</h1>
        <Address site={site} />
      </header>
      <Closures site={site} />
      <div class="split">
        <div class="stack">
          <Spaces site={site} availability={loaded.state === 'here' ? loaded.value : undefined} />
          {loaded.state === 'refused' && <Unread problem={loaded.problem} again={again} />}
        </div>
        <CounterHours site={site} />
      </div>
    </div>
  )
}

const View = ({ query }: ViewProps) => {
  const { loaded, again } = useAnswer(query && (query.get('id') ?? ''), (id) => api.readSite(id || '0000'))
  if (loaded.state === 'here') return <Site site={loaded.value} />
  return (
    <div class="stack">
      <h1>{words.page}</h1>
      {loaded.state === 'waiting' ? <Waiting /> : <Unread problem={loaded.problem} again={again} />}
    </div>
  )
}

export const page: Page = { title: words.page, enhanced: true, View }
