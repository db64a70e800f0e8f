import type { Env, Schema } from 'hono'
import { Hono } from 'hono/tiny'
import type { Route, routes } from '../../shared/contracts/routes.ts'
import type { Dependencies } from '../dependencies.ts'
import { onError } from '../http/problem.ts'

type NameOf<R extends Route> = R extends Route ? `${Uppercase<R['method']>} ${R['path']}` : never
export type RouteName = NameOf<(typeof routes)[keyof typeof routes]>

export const BASE_PATH = '/api'

/** Routes that load together, with the first request for any of them. */
export type Capability = {
  readonly names: readonly RouteName[]
  readonly load: () => Promise<(deps: Dependencies) => Pick<Hono, 'fetch' | 'routes'>>
}

/** Loads the module of some routes with the first request for any of them. */
export const capability = <E extends Env, S extends Schema, P extends string>(
  names: readonly RouteName[],
  load: () => Promise<(deps: Dependencies) => Hono<E, S, P>>,
): Capability => ({
  names,
  load: async () => {
    const routesOn = await load()
    return (deps) => new Hono().basePath(BASE_PATH).route('/', routesOn(deps)).onError(onError)
  },
})
