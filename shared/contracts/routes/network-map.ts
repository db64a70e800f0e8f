import { NetworkMapQuery, NetworkMapView } from '../network-map-views.ts'
import type { Route } from '../route.ts'

export const networkMapRoutes = {
  readNetworkMap: {
    method: 'get',
    path: '/network-map',
    summary: 'Every point of contact as it is drawn on a map, with counts for each département',
    action: 'read-public',
    query: NetworkMapQuery,
    cacheSeconds: 3600,
    status: 200,
    response: NetworkMapView,
    refusals: ['invalid'],
  },
} as const satisfies Record<string, Route>
