import type { Sent } from '../../shared/contracts/request-line.ts'
import { ask } from '../kit/api-client.ts'

export type ActsAsked = NonNullable<Sent<'GET /audit/:scope'>['query']>

export const journalApi = {
  listActs: (scope: string, query: ActsAsked) => ask('GET /audit/:scope', [scope], { query }),
}
