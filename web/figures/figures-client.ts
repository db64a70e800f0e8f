import { ask } from '../kit/api-client.ts'

export const figuresApi = {
  read: (site: string, month: string) => ask('GET /sites/:site/figures', [site], { query: { month } }),
}
