import type * as z from 'zod'
import type { routes } from './routes.ts'

type Routes = typeof routes

/** By method and path, such as `GET /sites/:site`. */
type ByLine = {
  readonly [Name in keyof Routes as `${Uppercase<Routes[Name]['method']>} ${Routes[Name]['path']}`]: Routes[Name]
}

export type RequestLine = keyof ByLine

type IdsIn<Path extends string> = Path extends `${string}/:${string}/${infer Rest}`
  ? [id: string, ...IdsIn<`/${Rest}`>]
  : Path extends `${string}/:${string}`
    ? [id: string]
    : []

/** Values of each `:name` of a path, in order. */
export type Ids<Line extends RequestLine> = IdsIn<ByLine[Line]['path']>

type Body<Route> = Route extends { readonly body: infer Schema extends z.ZodType }
  ? Route extends { readonly bodyIsOptional: true }
    ? { readonly body?: z.input<Schema> }
    : { readonly body: z.input<Schema> }
  : { readonly body?: never }

/** Names of a query are known; its values may come from a typed address. */
type Query<Route> = Route extends { readonly query: infer Schema extends z.ZodType }
  ? { readonly query?: Partial<Record<keyof z.input<Schema>, string>> }
  : { readonly query?: never }

type Key<Route> = Route extends { readonly idempotent: true }
  ? { readonly key: string }
  : Route extends { readonly idempotent: 'for-new-people' }
    ? { readonly key?: string }
    : { readonly key?: never }

export type Sent<Line extends RequestLine> = Body<ByLine[Line]> & Query<ByLine[Line]> & Key<ByLine[Line]>

export type Received<Line extends RequestLine> = ByLine[Line] extends {
  readonly response: infer Schema extends z.ZodType
}
  ? z.output<Schema>
  : undefined
