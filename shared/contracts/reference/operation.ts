import * as z from 'zod'
import { POLICY } from '../../domain/rights.ts'
import { problemFor, type RefusalKind } from '../problem.ts'
import type { Route } from '../routes.ts'
import { EXAMPLES } from './examples.ts'
import { isForKeys, needsSession, refusalsOf } from './refusals-of.ts'
import { PROBLEM, refTo } from './schemas.ts'
import { tagOf } from './tags.ts'

const EXAMPLE_OF: Readonly<
  Partial<Record<string, { parameters?: Readonly<Record<string, string>>; body?: object; answer?: object }>>
> = EXAMPLES

/** Files, alone or beside JSON. */
const MEDIA: Readonly<Record<string, string>> = {
  readCalendar: 'text/calendar',
  readSeriesCalendar: 'text/calendar',
  readCycleCalendar: 'text/calendar',
  readFeed: 'text/calendar',
  readFreeTimes: 'text/csv',
}

const parametersOf = (name: string, type: z.ZodType | undefined, where: 'path' | 'query') => {
  if (!type) return []
  const { properties = {}, required = [] } = z.toJSONSchema(type, { io: 'input' })
  const examples = EXAMPLE_OF[name]?.parameters ?? {}
  return Object.entries(properties).map(([each, schema]) => ({
    name: each,
    in: where,
    required: where === 'path' || required.includes(each),
    schema,
    ...(examples[each] !== undefined && { example: examples[each] }),
  }))
}

const keyParameter = (required: boolean) => ({
  name: 'Idempotency-Key',
  in: 'header',
  required,
  description: 'New for each creation; the same key repeats the same answer',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{16,64}$' },
  example: '0d9a7c52-3f4e-4f9b-9d1e-7a1c2b3d4e5f',
})

const retryAfter = {
  'retry-after': { description: 'Seconds to wait before the next try', schema: { type: 'integer' } },
}

const exampleOf = ([kind]: readonly RefusalKind[]) =>
  kind && { example: { type: `urn:restante:problem:${kind}`, ...problemFor[kind], code: kind } }

const problemOf = (kinds: readonly RefusalKind[], status: number) => ({
  description: kinds
    .map((kind) => `\`${kind}\`: ${problemFor[kind].title}. ${problemFor[kind].detail}`)
    .join('\n\n'),
  ...((status === 429 || status === 503) && { headers: retryAfter }),
  content: {
    'application/problem+json': {
      schema: { allOf: [PROBLEM, { type: 'object', properties: { code: { type: 'string', enum: kinds } } }] },
      ...exampleOf(kinds),
    },
  },
})

const kindsByStatus = (route: Route) => Map.groupBy(refusalsOf(route), (kind) => problemFor[kind].status)

/** Such as `422-invalid-key-reused`: a set of refusals that several routes have is described once. */
const setName = (status: number, kinds: readonly RefusalKind[]): string =>
  [status, ...[...kinds].sort()].join('-')

const responseName = (status: number, kinds: readonly RefusalKind[], known: readonly string[]): string =>
  kinds.length === 1 && kinds[0]
    ? kinds[0]
    : `problems-${status}-${known.indexOf(setName(status, kinds)) + 1}`

const setsOf = (routes: readonly Route[]) =>
  new Map(
    routes.flatMap((route) =>
      [...kindsByStatus(route)].map(
        ([status, kinds]) => [setName(status, kinds), { status, kinds: [...kinds].sort() }] as const,
      ),
    ),
  )

/** The refusals of all routes, each set once, and a way to point to them. */
export const problemResponses = (routes: readonly Route[]) => {
  const sets = setsOf(routes)
  const known = [...sets].filter(([, { kinds }]) => kinds.length > 1).map(([name]) => name)
  const nameOf = (status: number, kinds: readonly RefusalKind[]) => responseName(status, kinds, known)
  return {
    responses: Object.fromEntries(
      [...sets.values()].map(({ status, kinds }) => [nameOf(status, kinds), problemOf(kinds, status)]),
    ),
    of: (route: Route) =>
      Object.fromEntries(
        [...kindsByStatus(route)].map(([status, kinds]) => [
          status,
          { $ref: `#/components/responses/${nameOf(status, kinds)}` },
        ]),
      ),
  }
}

const answerOf = (name: string, { response, status }: Route) => {
  const media = MEDIA[name]
  const file = media && { [media]: { schema: { type: 'string' } } }
  if (file && !response) return { description: 'A file', content: file }
  const to = {
    location: { description: 'Where to go on', schema: { type: 'string', format: 'uri-reference' } },
  }
  if (status === 302 || status === 303) return { description: 'Go on at Location', headers: to }
  if (status === 204) return { description: 'Done' }
  const example = EXAMPLE_OF[name]?.answer
  const schema = response ? refTo(response) : { type: 'object' }
  return {
    description: status === 201 ? 'Created' : 'Done',
    content: { 'application/json': { schema, ...(example && { example }) }, ...file },
  }
}

/** Who may, in the words of the policy. */
const whoMay = ({ action, forKeys }: Route): string => {
  const rule: {
    readonly everyone?: true
    readonly signedIn?: true
    readonly owner?: true
    readonly booker?: true
    readonly association?: readonly string[]
    readonly staff?: readonly string[]
    readonly keys?: readonly string[]
    readonly ownKeys?: readonly string[]
  } = POLICY[action]
  if (rule.everyone) return 'Anybody.'
  const tool = forKeys
    ? [`a tool with the key of a ${[...(rule.keys ?? []), ...(rule.ownKeys ?? [])].join(' or ')}`]
    : []
  if (rule.signedIn) return `${['Who is signed in', ...tool].join('; ')}.`
  const who = [
    ...(rule.owner ? ['whose it is'] : []),
    ...(rule.booker ? ['who booked it'] : []),
    ...(rule.association ? [`${rule.association.join(' or ')} of the association`] : []),
    ...(rule.staff ? [`staff there as ${rule.staff.join(', ')}`] : []),
    ...tool,
  ].join('; ')
  return `${who.charAt(0).toUpperCase()}${who.slice(1)}.`
}

export const templateOf = ({ path }: Route): string => path.replace(/:(\w+)/g, '{$1}')

const descriptionOf = (route: Route): string =>
  [
    `Who may: ${whoMay(route)}`,
    ...(route.forAnybody ? [`Without a session, kept by caches: \`/public${templateOf(route)}\`.`] : []),
  ].join('\n\n')

/** What everybody reads is read with nothing, or with what one has. */
const securityOf = (route: Route) => {
  const key = isForKeys(route) ? [{ key: [] }] : []
  if (needsSession(route)) return [{ session: [] }, ...key]
  return route.forAnybody || key.length > 0 ? [{}, { session: [] }, ...key] : []
}

export const operationOf = (name: string, route: Route, problems: ReturnType<typeof problemResponses>) => {
  const example = EXAMPLE_OF[name]?.body
  return {
    operationId: name,
    tags: [tagOf(name)],
    summary: route.summary,
    description: descriptionOf(route),
    security: securityOf(route),
    parameters: [
      ...parametersOf(name, route.params, 'path'),
      ...parametersOf(name, route.query, 'query'),
      ...(route.idempotent ? [keyParameter(route.idempotent === true)] : []),
    ],
    ...(route.body && {
      requestBody: {
        required: !route.bodyIsOptional,
        content: { 'application/json': { schema: refTo(route.body), ...(example && { example }) } },
      },
    }),
    responses: { [route.status]: answerOf(name, route), ...problems.of(route) },
  }
}
