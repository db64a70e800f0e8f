import type { SiteView } from '../../shared/contracts/site-views.ts'
import { api } from '../kit/api-client.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { countNear } from './near-enough.ts'
import { SiteLine } from './site-line.tsx'
import { resultsAddress, type Wanted } from './wanted.ts'
import { site as words } from './words/fr/site.ts'

const SHOWN = 3

const communeOf = ({ postcode, commune }: SiteView): Wanted => ({ q: `${postcode} ${commune}` })

const placeOf = (site: SiteView): Wanted =>
  site.position ? { near: `${site.position.lat},${site.position.lon}` } : communeOf(site)

/** The nearest sites that lend, for one that lends nothing. */
export const Neighbours = ({ site }: { readonly site: SiteView }) => {
  const { loaded } = useAnswer(site.id, () => api.searchSites({ ...placeOf(site), limit: String(SHOWN) }))
  const lenders = loaded.state === 'here' ? loaded.value.lenders : []
  if (lenders.length === 0) return null
  return (
    <section class="stack">
      <h2>{words.neighboursTitle}</h2>
      <ul class="site-list">
        {lenders.slice(0, countNear(lenders)).map((each) => (
          <li key={each.id} class="site-card">
            <SiteLine site={each} from={site.name} />
          </li>
        ))}
      </ul>
      <p>
        <a class="tall" href={resultsAddress(communeOf(site))}>
          {words.allNeighbours}
        </a>
      </p>
    </section>
  )
}
