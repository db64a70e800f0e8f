import type { TypedCodesText } from '../../shared/contracts/door-views.ts'
import { ask } from '../kit/api-client.ts'

/** The API accepts so many lines in one request. */
export const MOST_LINES = 90

export const doorApi = {
  read: (site: string, date: string) =>
    ask('POST /sites/:site/door-codes/readings', [site], { body: { date } }),
  note: (site: string, body: TypedCodesText) => ask('PUT /sites/:site/door-codes', [site], { body }),
}
