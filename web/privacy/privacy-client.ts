import { ask } from '../kit/api-client.ts'

export const privacyApi = {
  eraseMe: (code: string) => ask('DELETE /me', [], { body: { code } }),
}

export const exportAddress = (format: 'json' | 'csv'): string => `/api/me/export?format=${format}`
