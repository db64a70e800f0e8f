import type { Sent } from '../../shared/contracts/request-line.ts'
import { asker, type Fetch } from '../kit/api-client.ts'

export type ActsAsked = NonNullable<Sent<'GET /audit/:scope'>['query']>

/** Apart from the other calls: one page needs it. */
export const createJournalClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  return {
    listActs: (scope: string, query: ActsAsked) => ask('GET /audit/:scope', [scope], { query }),
  }
}

export const journalApi = createJournalClient((path, init) => fetch(path, init))
