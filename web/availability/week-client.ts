import { ask } from '../kit/api-client.ts'

export const weekApi = {
  /** A site with seven days of it, from today on by default. */
  readSiteWeek: (site: string, from?: string) =>
    ask('GET /sites/:site/week', [site], from ? { query: { from } } : {}),
  readWayIn: (site: string, space: string, query: { date: string; start: string; end: string }) =>
    ask('GET /sites/:site/spaces/:space/way-in', [site, space], { query }),
}
