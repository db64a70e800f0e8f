import type { SitePageView } from '../../shared/contracts/site-page.ts'
import { closedWords } from '../availability/words/fr/closed.ts'
import { spaceWords } from '../availability/words/fr/space.ts'
import { known } from '../known/words/fr/known.ts'
import { UsualHours } from './counter-hours.tsx'
import { SiteAddress } from './site-address.tsx'
import { SpaceOutline } from './space-outline.tsx'
import { site as words } from './words/fr/site.ts'
import { distanceFrom } from './words/fr/site-facts.ts'

type SiteProps = { readonly site: SitePageView }

const ClosuresToCome = ({ site: { closures, spaces, today } }: SiteProps) =>
  closures.length === 0 ? null : (
    <ul class="notice notice-wax plain">
      {closures.map((closure) => (
        <li key={closure.id}>
          <strong>
            {closedWords.on(closure, today)}
            {closure.spaces &&
              closedWords.spaces(
                spaces.filter(({ id }) => closure.spaces?.includes(id)).map(({ name }) => name),
              )}
          </strong>
        </li>
      ))}
    </ul>
  )

const Spaces = ({ site }: SiteProps) => (
  <section class="stack">
    <h2>{words.spacesTitle}</h2>
    {site.spaces.length === 0 && <p>{spaceWords.nothing}</p>}
    {site.spaces.map((space) => (
      <SpaceOutline key={space.id} site={site.id} space={space}>
        {space.uses.length > 0 && <p class="times-due soft">{words.timesToCome}</p>}
      </SpaceOutline>
    ))}
    {site.spaces.length === 0 && (
      <p>
        <a class="button" href={`/proposer?lieu=${site.id}`}>
          {words.propose}
        </a>
      </p>
    )}
  </section>
)

const Neighbours = ({ site: { neighbours, name } }: SiteProps) =>
  neighbours.length === 0 ? null : (
    <section class="stack">
      <h2>{words.neighboursTitle}</h2>
      <ul class="plain">
        {neighbours.map(({ id, distanceKm, ...neighbour }) => (
          <li key={id}>
            <a class="tall" href={`/lieu/${id}`}>
              {neighbour.name}
            </a>
            {distanceKm !== undefined && <span class="soft">{distanceFrom(distanceKm, name, false)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )

/** Unseen: it keeps the room of what replaces it. */
const StarToCome = () => (
  <span class="link star">
    <span aria-hidden="true">☆</span>
    {known.star}
  </span>
)

/** A site without its free times, for readers without a script, and for everybody until it has run. */
export const SitePage = ({ site }: SiteProps) => (
  <div class="stack" data-written>
    <header>
      <h1>{site.name}</h1>
      <SiteAddress site={site}>
        <StarToCome />
      </SiteAddress>
    </header>
    <ClosuresToCome site={site} />
    <div class="split">
      <div class="stack">
        <Spaces site={site} />
        <Neighbours site={site} />
      </div>
      <div class="site-counter">
        <UsualHours week={site.week} />
      </div>
    </div>
  </div>
)
