import type { Sent } from '../../shared/contracts/request-line.ts'
import type { CounterList, LocalityView, SiteList } from '../../shared/contracts/search-views.ts'
import { ask } from '../kit/api-client.ts'

export type Found = SiteList
export type Locality = LocalityView
export type OpenCounter = CounterList['counters'][number]

type Query<Line extends 'GET /localities' | 'GET /counters'> = NonNullable<Sent<Line>['query']>

export const findApi = {
  suggest: (query: Query<'GET /localities'>) => ask('GET /localities', [], { query }),
  counters: (query: Query<'GET /counters'>) => ask('GET /counters', [], { query }),
}
