import type { ActList } from '../shared/contracts/audit-views.ts'
import { asker, type Fetch } from './api-client.ts'

/** Apart from the other calls: few pages need them. */
export const createPrivacyClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  return {
    eraseMe: (code: string) => ask<undefined>({ method: 'DELETE', path: '/me', body: { code } }),
    listActs: (site: string, after?: string) =>
      ask<ActList>({
        path: `/sites/${encodeURIComponent(site)}/audit${after ? `?${new URLSearchParams({ after })}` : ''}`,
      }),
  }
}

export const privacyApi = createPrivacyClient((path, init) => fetch(path, init))

export const exportAddress = (format: 'json' | 'csv'): string => `/api/me/export?format=${format}`
