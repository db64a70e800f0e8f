import type * as z from 'zod'
import type { routes } from './routes.ts'

type Routes = typeof routes

/** Each route by its method and path: `GET /sites/:site`. */
type ByLine = {
  readonly [Name in keyof Routes as `${Uppercase<Routes[Name]['method']>} ${Routes[Name]['path']}`]: Routes[Name]
}

export type RequestLine = keyof ByLine

type IdsIn<Path extends string> = Path extends `${string}/:${string}/${infer Rest}`
  ? [id: string, ...IdsIn<`/${Rest}`>]
  : Path extends `${string}/:${string}`
    ? [id: string]
    : []

/** What stands for each `:name` of a path, in its order. */
export type Ids<Line extends RequestLine> = IdsIn<ByLine[Line]['path']>

type Body<Route> = Route extends { readonly body: infer Schema extends z.ZodType }
  ? Route extends { readonly bodyIsOptional: true }
    ? { readonly body?: z.input<Schema> }
    : { readonly body: z.input<Schema> }
  : { readonly body?: never }

/** Of a query the names are known; its texts may come from an address that somebody wrote. */
type Query<Route> = Route extends { readonly query: infer Schema extends z.ZodType }
  ? { readonly query?: Partial<Record<keyof z.input<Schema>, string>> }
  : { readonly query?: never }

type Key<Route> = Route extends { readonly idempotent: true }
  ? { readonly key: string }
  : Route extends { readonly idempotent: 'for-new-people' }
    ? { readonly key?: string }
    : { readonly key?: never }

/** What a client sends beside the path. */
export type Sent<Line extends RequestLine> = Body<ByLine[Line]> & Query<ByLine[Line]> & Key<ByLine[Line]>

/** What it gets, unless it is refused. */
export type Received<Line extends RequestLine> = ByLine[Line] extends {
  readonly response: infer Schema extends z.ZodType
}
  ? z.output<Schema>
  : undefined
