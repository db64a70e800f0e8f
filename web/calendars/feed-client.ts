import type { NewFeed } from '../../shared/contracts/feed-views.ts'
import { ask } from '../kit/api-client.ts'
import { sendOnce } from '../kit/send-once.ts'

export const feedApi = {
  list: () => ask('GET /me/feeds', []),
  add: (body: NewFeed) =>
    sendOnce(JSON.stringify(['feed', body]), (key) => ask('POST /me/feeds', [], { body, key })),
  remove: (id: string) => ask('DELETE /me/feeds/:id', [id]),
}
