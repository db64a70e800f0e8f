import type { ActList } from '../shared/contracts/audit-views.ts'
import { asker, type Fetch } from './api-client.ts'

export type ActsAsked = Partial<Record<'from' | 'to' | 'after', string>>

/** Apart from the other calls: few pages need them. */
export const createPrivacyClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  return {
    eraseMe: (code: string) => ask<undefined>({ method: 'DELETE', path: '/me', body: { code } }),
    listActs: (scope: string, asked: ActsAsked) =>
      ask<ActList>({ path: `/audit/${encodeURIComponent(scope)}?${new URLSearchParams(asked)}` }),
  }
}

export const privacyApi = createPrivacyClient((path, init) => fetch(path, init))

export const exportAddress = (format: 'json' | 'csv'): string => `/api/me/export?format=${format}`
