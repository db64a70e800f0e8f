import type { SelfView } from '../../shared/contracts/auth-views.ts'
import type { SiteSummary } from '../../shared/contracts/site-views.ts'
import { type Answer, api } from '../kit/api-client.ts'
import { mayAt } from '../staff/may-at.ts'
import { STAFF_PAGES } from '../staff/staff-pages.ts'

const MOST = 10
const AROUND_KM = '50'
const USES = ['desk', 'room', 'workshop'] as const

/** The nearest sites that lend anything, each once. */
const lendingNear = async (near: string): Promise<SiteSummary[]> => {
  const asked = USES.map((use) => api.searchSites({ near, radius: AROUND_KM, use, limit: String(MOST) }))
  const sites = (await Promise.all(asked)).flatMap((answer) => (answer.ok ? answer.value.sites : []))
  const byId = new Map(sites.map((site) => [site.id, site]))
  return [...byId.values()].sort((one, other) => (one.distanceKm ?? 0) - (other.distanceKm ?? 0))
}

/** Where a caller can have something booked by this person: what they name, then around it. */
export const sitesToBook = async (q: string, self: SelfView): Promise<Answer<readonly SiteSummary[]>> => {
  const answer = await api.searchSites({ q, limit: String(MOST) })
  if (!answer.ok) return answer
  const { sites } = answer.value
  const position = sites.find((site) => site.position)?.position
  const named = sites.filter(({ uses }) => uses.length > 0)
  const near = position ? await lendingNear(`${position.lat},${position.lon}`) : []
  const around = near.filter(({ id }) => !named.some((site) => site.id === id))
  const served = [...named, ...around].filter((site) => mayAt(self, STAFF_PAGES.guichet, site))
  return { ok: true, value: served.slice(0, MOST) }
}
