import { etag } from 'hono/etag'
import { Hono } from 'hono/tiny'
import { NetworkMapView } from '../../../shared/contracts/network-map-views.ts'
import { networkMapRoutes as routes } from '../../../shared/contracts/routes/network-map.ts'
import type { Directory } from '../../../shared/domain/directory.ts'
import { networkMapAround, networkMapOf } from '../../../shared/domain/network-map.ts'
import type { Dependencies } from '../../dependencies.ts'
import { respond } from '../../http/respond.ts'
import { validQuery } from '../../http/valid.ts'
import outlines from '../departement-outlines.json' with { type: 'json' }
import { viewOfNetworkMap } from '../views/network-map-view.ts'

const { path, query, cacheSeconds } = routes.readNetworkMap
const DEFAULT_KM = 100

/** Drawn once for each reading of the directory. */
const drawnOnce = () => {
  const drawn = new WeakMap<Directory, NetworkMapView>()
  return (directory: Directory): NetworkMapView => {
    const known = drawn.get(directory) ?? viewOfNetworkMap(networkMapOf(directory.entries, outlines))
    drawn.set(directory, known)
    return known
  }
}

export const networkMapRoutes = (deps: Pick<Dependencies, 'directory'>) => {
  const whole = drawnOnce()
  return new Hono().get(path, etag({ weak: true }), validQuery(query), async (c) => {
    const { near, km = DEFAULT_KM } = c.req.valid('query')
    const directory = await deps.directory()
    c.header('cache-control', `public, max-age=${cacheSeconds}`)
    return respond(
      c,
      200,
      NetworkMapView,
      near ? viewOfNetworkMap(networkMapAround(directory.entries, outlines, { near, km })) : whole(directory),
    )
  })
}
