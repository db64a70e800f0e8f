import { ask } from '../kit/api-client.ts'

export const outsideApi = {
  read: (site: string, space: string) =>
    ask('GET /sites/:site/spaces/:space/outside-calendar', [site, space]),
  set: (site: string, space: string, url: string) =>
    ask('PUT /sites/:site/spaces/:space/outside-calendar', [site, space], { body: { url } }),
  end: (site: string, space: string) =>
    ask('DELETE /sites/:site/spaces/:space/outside-calendar', [site, space]),
}
