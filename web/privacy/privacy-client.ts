import { asker, type Fetch } from '../kit/api-client.ts'

/** Apart from the other calls: one page needs it. */
export const createPrivacyClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  return {
    eraseMe: (code: string) => ask('DELETE /me', [], { body: { code } }),
  }
}

export const privacyApi = createPrivacyClient((path, init) => fetch(path, init))

export const exportAddress = (format: 'json' | 'csv'): string => `/api/me/export?format=${format}`
