import type { TypedCodesText } from '../../shared/contracts/door-views.ts'
import { asker, type Fetch } from '../kit/api-client.ts'

/** So many are noted at once at the most. */
export const MOST_LINES = 90

/** Keypads whose codes are typed in: one page needs them. */
export const createDoorClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  return {
    read: (site: string, date: string) =>
      ask('POST /sites/:site/door-codes/readings', [site], { body: { date } }),
    note: (site: string, body: TypedCodesText) => ask('PUT /sites/:site/door-codes', [site], { body }),
  }
}

export const doorApi = createDoorClient((path, init) => fetch(path, init))
