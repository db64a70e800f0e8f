import type { SelfView } from '../shared/contracts/auth-views.ts'
import type { AvailabilityView, SiteView } from '../shared/contracts/site-views.ts'
import type { WorkshopSummary } from '../shared/contracts/workshop-views.ts'
import type { Answer, ApiClient } from './api-client.ts'
import type { Choice } from './choice.ts'
import { mayAt } from './may-at.ts'
import { type FreeTime, nextTimes } from './next-times.ts'
import { STAFF_PAGES } from './staff-pages.ts'

export type Place = {
  readonly site: SiteView
  readonly availability: AvailabilityView
  readonly distanceKm?: number | undefined
}

export type What = Choice['use'] | 'workshop'

/** What can be booked for somebody; `place` is where, when it is not here. */
export type Offer =
  | { readonly kind: 'time'; readonly time: FreeTime; readonly place: Place }
  | { readonly kind: 'seat'; readonly workshop: WorkshopSummary }

const HERE = 12
const NEAR = 3
const NEAR_SITES = 3
const NEAR_KM = '25'

const byDistance = (one: Place, other: Place): number => (one.distanceKm ?? 0) - (other.distanceKm ?? 0)

/** A place and its free times, for seven days from a date on. */
export const readPlace = async (api: ApiClient, site: SiteView, from: string): Promise<Answer<Place>> => {
  const answer = await api.readAvailability(site.id, { from, public: 'everyone' })
  return answer.ok ? { ok: true, value: { site, availability: answer.value } } : answer
}

type Asked = {
  readonly site: SiteView
  readonly self: SelfView
  readonly use: Choice['use']
  readonly from: string
}

/** The nearest places that lend for a use, and where somebody may book for others; what cannot be read is left out. */
export const readPlacesNear = async (api: ApiClient, { site, self, use, from }: Asked): Promise<Place[]> => {
  if (!site.position) return []
  const near = `${site.position.lat},${site.position.lon}`
  const found = await api.searchSites({ near, radius: NEAR_KM, use, limit: String(NEAR_SITES + 1) })
  const others = found.ok ? found.value.sites.filter(({ id }) => id !== site.id).slice(0, NEAR_SITES) : []
  const read = await Promise.all(
    others.map(async ({ id, distanceKm }): Promise<Place[]> => {
      const there = await api.readSite(id)
      if (!there.ok || !mayAt(self, STAFF_PAGES.guichet, there.value)) return []
      const place = await readPlace(api, there.value, from)
      return place.ok ? [{ ...place.value, distanceKm }] : []
    }),
  )
  return read.flat().sort(byDistance)
}

/** The next free times of a place: more of them here than elsewhere. */
export const timesAt = (place: Place, use: Choice['use']): Offer[] =>
  nextTimes(place.site, place.availability, use, place.distanceKm === undefined ? HERE : NEAR).map((time) => ({
    kind: 'time',
    time,
    place,
  }))

export const nameOf = (offer: Offer): string =>
  offer.kind === 'seat'
    ? offer.workshop.id
    : [offer.time.site, offer.time.space, offer.time.date, offer.time.start, offer.time.end].join(' ')
