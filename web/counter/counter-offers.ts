import type { SelfView } from '../../shared/contracts/auth-views.ts'
import type { AvailabilityView, SiteView } from '../../shared/contracts/site-views.ts'
import type { WorkshopSummary } from '../../shared/contracts/workshop-views.ts'
import type { Choice } from '../availability/choice.ts'
import { type FreeTime, nextTimes } from '../availability/next-times.ts'
import { type Answer, api } from '../kit/api-client.ts'
import { mayAt } from '../staff/may-at.ts'
import { STAFF_PAGES } from '../staff/staff-pages.ts'

export type SiteWeek = {
  readonly site: SiteView
  readonly availability: AvailabilityView
  readonly distanceKm?: number | undefined
}

export type What = Choice['use'] | 'workshop'

/** A time or seat to book for somebody; `week` tells at which site. */
export type Offer =
  | { readonly kind: 'time'; readonly time: FreeTime; readonly week: SiteWeek }
  | { readonly kind: 'seat'; readonly workshop: WorkshopSummary }

const HERE = 12
const NEAR = 3
const NEAR_SITES = 3
const NEAR_KM = 25

const byDistance = (one: SiteWeek, other: SiteWeek): number => (one.distanceKm ?? 0) - (other.distanceKm ?? 0)

/** A place and its free times, for seven days from a date on. */
export const readWeek = async (site: SiteView, from: string): Promise<Answer<SiteWeek>> => {
  const answer = await api.readAvailability(site.id, { from, public: 'everyone' })
  return answer.ok ? { ok: true, value: { site, availability: answer.value } } : answer
}

type Asked = {
  readonly site: SiteView
  readonly self: SelfView
  readonly use: Choice['use']
  readonly from: string
}

/** The nearest sites with that use where this person may book for others; skips unreadable ones. */
export const readWeeksNear = async ({ site, self, use, from }: Asked): Promise<SiteWeek[]> => {
  if (!site.position) return []
  const near = `${site.position.lat},${site.position.lon}`
  const found = await api.searchSites({ near, use, limit: String(NEAR_SITES + 1) })
  const lenders = found.ok ? found.value.lenders : []
  const others = lenders
    .filter(({ id, distanceKm }) => id !== site.id && (distanceKm ?? 0) <= NEAR_KM)
    .slice(0, NEAR_SITES)
  const read = await Promise.all(
    others.map(async ({ id, distanceKm }): Promise<SiteWeek[]> => {
      const there = await api.readSite(id)
      if (!there.ok || !mayAt(self, STAFF_PAGES.guichet, there.value)) return []
      const week = await readWeek(there.value, from)
      return week.ok ? [{ ...week.value, distanceKm }] : []
    }),
  )
  return read.flat().sort(byDistance)
}

/** The next free times of a site: more of them here than elsewhere. */
export const timesAt = (week: SiteWeek, use: Choice['use']): Offer[] =>
  nextTimes(week.site, week.availability, use, week.distanceKm === undefined ? HERE : NEAR).map((time) => ({
    kind: 'time',
    time,
    week,
  }))

export const nameOf = (offer: Offer): string =>
  offer.kind === 'seat'
    ? offer.workshop.id
    : [offer.time.site, offer.time.space, offer.time.date, offer.time.start, offer.time.end].join(' ')
