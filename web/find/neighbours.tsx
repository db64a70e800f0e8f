import type { SiteView } from '../../shared/contracts/site-views.ts'
import { api } from '../kit/api-client.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { countNear } from './near-enough.ts'
import { SiteLine } from './site-line.tsx'
import { resultsAddress, type Wanted } from './wanted.ts'
import { site as words } from './words/fr/site.ts'

const SHOWN = 3

const placeOf = ({ position, postcode, commune }: SiteView): Wanted =>
  position ? { near: `${position.lat},${position.lon}` } : { q: `${postcode} ${commune}` }

/** The nearest sites that lend, for one that lends nothing. */
export const Neighbours = ({ site }: { readonly site: SiteView }) => {
  const where = placeOf(site)
  const { loaded } = useAnswer(site.id, () => api.searchSites({ ...where, limit: String(SHOWN) }))
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
        <a class="tall" href={resultsAddress(where)}>
          {words.allNeighbours}
        </a>
      </p>
    </section>
  )
}
