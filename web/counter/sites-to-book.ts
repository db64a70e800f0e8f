import type { SelfView } from '../../shared/contracts/auth-views.ts'
import type { SiteSummary } from '../../shared/contracts/site-views.ts'
import { type Answer, api } from '../kit/api-client.ts'
import { mayAt } from '../staff/may-at.ts'
import { STAFF_PAGES } from '../staff/staff-pages.ts'

const MOST = 10

/** `isAbout`: their distances are. */
export type SitesToBook = { readonly sites: readonly SiteSummary[]; readonly isAbout: boolean }

/** Where a caller can have something booked by this person: what they name, then around it. */
export const sitesToBook = async (q: string, self: SelfView): Promise<Answer<SitesToBook>> => {
  const answer = await api.searchSites({ q, limit: String(MOST) })
  if (!answer.ok) return answer
  const served = answer.value.lenders.filter((site) => mayAt(self, STAFF_PAGES.guichet, site))
  return { ok: true, value: { sites: served, isAbout: answer.value.around?.isApproximate ?? false } }
}
