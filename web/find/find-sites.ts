import type { SiteSummary } from '../../shared/contracts/site-views.ts'
import { type Answer, api, type SiteQuery } from '../kit/api-client.ts'

export type Found = {
  readonly total: number
  readonly matches: readonly SiteSummary[]
  /** Lending sites near the first match, when no match lends. */
  readonly nearby: readonly SiteSummary[]
}

type Search = Pick<SiteQuery, 'q' | 'near' | 'departement' | 'use'>

const NEARBY_COUNT = 4

export const lends = ({ uses }: SiteSummary, use?: string): boolean =>
  use ? uses.some((each) => each === use) : uses.length > 0

const nearbyOf = async (near: string, use: string | undefined): Promise<SiteSummary[]> => {
  const uses = use ? [use] : ['desk', 'room', 'workshop']
  const answers = await Promise.all(
    uses.map((each) => api.searchSites({ near, use: each, limit: String(NEARBY_COUNT) })),
  )
  const sites = answers.flatMap((answer) => (answer.ok ? answer.value.lenders : []))
  const byId = new Map(sites.map((site) => [site.id, site]))
  return [...byId.values()]
    .sort((one, other) => (one.distanceKm ?? 0) - (other.distanceKm ?? 0))
    .slice(0, NEARBY_COUNT)
}

/** Matching sites, those that lend first; if none lends, sites nearby that do. */
export const findSites = async ({ use, ...where }: Search): Promise<Answer<Found>> => {
  const answer = await api.searchSites({ ...where, limit: '50' })
  if (!answer.ok) return answer
  const { total, sites } = answer.value
  const matches = sites.toSorted((one, other) => Number(lends(other, use)) - Number(lends(one, use)))
  const position = sites.find((site) => site.position)?.position
  const near = where.near ?? (position && `${position.lat},${position.lon}`)
  const lonely = near && !sites.some((site) => lends(site, use))
  return { ok: true, value: { total, matches, nearby: lonely ? await nearbyOf(near, use) : [] } }
}
