import type { MemberChange, MemberList } from '../../shared/contracts/member-views.ts'
import { ask } from '../kit/api-client.ts'

export type Member = MemberList['members'][number]

export const memberApi = {
  list: (site: string, after?: string) =>
    ask('GET /sites/:site/members', [site], { query: after ? { after } : {} }),
  change: (site: string, body: MemberChange) => ask('PUT /sites/:site/members', [site], { body }),
}
