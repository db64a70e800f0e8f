import type { NewSeries } from '../../shared/contracts/series-views.ts'
import { asker, type Fetch } from '../kit/api-client.ts'

/** Apart from the other calls: few pages need them. */
export const createSeriesClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  return {
    book: (body: NewSeries, key: string) => ask('POST /series', [], { body, key }),
    read: (id: string) => ask('GET /series/:id', [id]),
    cancel: (id: string, from: string) => ask('DELETE /series/:id', [id], { query: { from } }),
  }
}

export const seriesApi = createSeriesClient((path, init) => fetch(path, init))
