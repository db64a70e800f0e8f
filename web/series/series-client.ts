import type { NewSeries } from '../../shared/contracts/series-views.ts'
import { ask } from '../kit/api-client.ts'

export const seriesApi = {
  book: (body: NewSeries, key: string) => ask('POST /series', [], { body, key }),
  preview: (body: NewSeries) => ask('POST /series/preview', [], { body }),
  read: (id: string) => ask('GET /series/:id', [id]),
  cancel: (id: string, from: string) => ask('DELETE /series/:id', [id], { query: { from } }),
}
