import type { NewApiKey } from '../../shared/contracts/api-key-views.ts'
import type { NewHook } from '../../shared/contracts/hook-views.ts'
import { ask } from '../kit/api-client.ts'

export const toolApi = {
  listKeys: (scope: string) => ask('GET /api-keys/:scope', [scope]),
  makeKey: (scope: string, body: NewApiKey, key: string) =>
    ask('POST /api-keys/:scope', [scope], { body, key }),
  revokeKey: (scope: string, id: string) => ask('DELETE /api-keys/:scope/:id', [scope, id]),
  listHooks: (scope: string) => ask('GET /hooks/:scope', [scope]),
  makeHook: (scope: string, body: NewHook, key: string) => ask('POST /hooks/:scope', [scope], { body, key }),
  removeHook: (scope: string, id: string) => ask('DELETE /hooks/:scope/:hook', [scope, id]),
  replaceSecret: (scope: string, id: string, number: number) =>
    ask('PUT /hooks/:scope/:hook/secret', [scope, id], { body: { number } }),
  resumeHook: (scope: string, id: string) => ask('DELETE /hooks/:scope/:hook/pause', [scope, id]),
  tryHook: (scope: string, id: string) => ask('POST /hooks/:scope/:hook/trials', [scope, id]),
  listDeliveries: (scope: string, id: string) => ask('GET /hooks/:scope/:hook/deliveries', [scope, id]),
  replay: (scope: string, id: string, event?: string) =>
    ask('POST /hooks/:scope/:hook/replays', [scope, id], { body: event === undefined ? {} : { event } }),
}
