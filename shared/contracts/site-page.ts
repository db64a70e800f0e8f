import type { ClosureView, CounterText, SiteSummary, SiteView, SpaceView } from './site-views.ts'

type SpaceOnPage = Pick<
  SpaceView,
  'id' | 'name' | 'capacity' | 'uses' | 'workshops' | 'price' | 'amenities'
> & { readonly access: Pick<SpaceView['access'], 'kind'> }

/** What the page of a site says without a script: nothing that changes with a booking, and nobody's name. */
export type SitePageView = Pick<
  SiteView,
  'id' | 'name' | 'kind' | 'address' | 'postcode' | 'commune' | 'position' | 'phone'
> & {
  /** False once it has left the network. */
  readonly listed: boolean
  /** When this was so; it changes with nothing else. */
  readonly today: string
  /** An ordinary week, Monday first; absent when none of it is known. */
  readonly week?: readonly CounterText[]
  readonly closures: readonly Omit<ClosureView, 'reason'>[]
  readonly spaces: readonly SpaceOnPage[]
  /** The nearest that lend, of a site that lends nothing. */
  readonly neighbours: readonly Pick<SiteSummary, 'id' | 'name' | 'commune' | 'postcode' | 'distanceKm'>[]
}
