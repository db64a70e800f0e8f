import type { NewApiKey } from '../../shared/contracts/api-key-views.ts'
import { ask } from '../kit/api-client.ts'

export const toolApi = {
  listKeys: (scope: string) => ask('GET /api-keys/:scope', [scope]),
  makeKey: (scope: string, body: NewApiKey, key: string) =>
    ask('POST /api-keys/:scope', [scope], { body, key }),
  revokeKey: (scope: string, id: string) => ask('DELETE /api-keys/:scope/:id', [scope, id]),
}
