import { DataPackage, FreeTimesView, OpenDataParam, TableSchema } from '../open-data-views.ts'
import type { Route } from '../route.ts'
import { NoQuery } from '../site-views.ts'

/** Only where the edge keeps answers: an answer reads many places. */
export const openDataRoutes = {
  readDataPackage: {
    method: 'get',
    path: '/public/open-data/datapackage.json',
    summary: 'Which files of free times there are, by département, under the Licence Ouverte 2.0',
    action: 'read-public',
    query: NoQuery,
    cacheSeconds: 3600,
    status: 200,
    response: DataPackage,
    refusals: [],
  },
  readTableSchema: {
    method: 'get',
    path: '/public/open-data/free-times.schema.json',
    summary: 'What the columns of free times mean',
    action: 'read-public',
    query: NoQuery,
    cacheSeconds: 3600,
    status: 200,
    response: TableSchema,
    refusals: [],
  },
  readFreeTimes: {
    method: 'get',
    path: '/public/open-data/free-times/:file',
    summary:
      'What can be booked in a commune or a département in 14 days, as CSV or JSON, at most an hour old',
    action: 'read-public',
    params: OpenDataParam,
    query: NoQuery,
    cacheSeconds: 3600,
    status: 200,
    response: FreeTimesView,
    refusals: ['not-found'],
  },
} as const satisfies Record<string, Route>
