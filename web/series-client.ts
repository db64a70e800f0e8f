import type { NewSeries, SeriesView } from '../shared/contracts/series-views.ts'
import { asker, type Fetch } from './api-client.ts'

/** Apart from the other calls: few pages need them. */
export const createSeriesClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  const pathOf = (id: string) => `/series/${encodeURIComponent(id)}`
  return {
    book: (body: NewSeries, key: string) => ask<SeriesView>({ method: 'POST', path: '/series', body, key }),
    read: (id: string) => ask<SeriesView>({ path: pathOf(id) }),
    cancel: (id: string, from: string) =>
      ask<SeriesView>({ method: 'DELETE', path: `${pathOf(id)}?${new URLSearchParams({ from })}` }),
  }
}

export const seriesApi = createSeriesClient((path, init) => fetch(path, init))
