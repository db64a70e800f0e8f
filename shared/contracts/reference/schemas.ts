import * as z from 'zod'
import * as absence from '../absence-views.ts'
import * as access from '../access-views.ts'
import * as answer from '../answer-views.ts'
import * as apiKey from '../api-key-views.ts'
import * as association from '../association-views.ts'
import * as attendance from '../attendance-views.ts'
import * as audit from '../audit-views.ts'
import * as auth from '../auth-views.ts'
import * as booking from '../booking-views.ts'
import * as call from '../call-views.ts'
import * as closure from '../closure-views.ts'
import * as colleague from '../colleague-views.ts'
import * as conditions from '../conditions-views.ts'
import * as copy from '../copy-views.ts'
import * as counter from '../counter-views.ts'
import * as door from '../door-views.ts'
import * as feed from '../feed-views.ts'
import * as figure from '../figure-views.ts'
import * as hookEvent from '../hook-event-views.ts'
import * as hook from '../hook-views.ts'
import * as key from '../key-views.ts'
import * as lending from '../lending-views.ts'
import * as member from '../member-views.ts'
import * as networkMap from '../network-map-views.ts'
import * as openData from '../open-data-views.ts'
import * as planning from '../planning-views.ts'
import * as preference from '../preference-views.ts'
import * as premises from '../premises-views.ts'
import * as privacy from '../privacy-views.ts'
import { ProblemView } from '../problem.ts'
import * as proposal from '../proposal-views.ts'
import * as right from '../right-views.ts'
import { type Route, routes } from '../routes.ts'
import * as search from '../search-views.ts'
import * as seat from '../seat-views.ts'
import * as series from '../series-views.ts'
import * as site from '../site-views.ts'
import * as today from '../today-views.ts'
import { PositionView } from '../values.ts'
import * as waitlist from '../waitlist-views.ts'
import * as week from '../week-views.ts'
import * as workshopEdit from '../workshop-edit-views.ts'
import * as workshop from '../workshop-views.ts'

const VIEWS: readonly object[] = [
  ...[
    { ProblemView, PositionView },
    absence,
    access,
    answer,
    apiKey,
    association,
    attendance,
    audit,
    auth,
    booking,
  ],
  ...[
    call,
    closure,
    colleague,
    conditions,
    copy,
    counter,
    door,
    feed,
    figure,
    hook,
    key,
    lending,
    member,
    networkMap,
  ],
  ...[
    planning,
    preference,
    openData,
    premises,
    privacy,
    proposal,
    right,
    search,
    seat,
    series,
    site,
    today,
    waitlist,
    week,
  ],
  ...[workshopEdit, workshop, hookEvent],
]

/** Texts and parameters are told where they are used. */
const isNamed = ([name, each]: readonly [string, unknown]): boolean =>
  each instanceof z.ZodType && !/(?:Text|Param|Query)$/.test(name)

const capitalised = (name: string): string => name.replace(/^./, (first) => first.toUpperCase())

/** `Booking` for `BookingView`; an answer or a body without a name of its own is called after its operation. */
const namesOf = (): ReadonlyMap<z.ZodType, string> => {
  const names = new Map<z.ZodType, string>()
  for (const [name, each] of VIEWS.flatMap((views) => Object.entries(views)).filter(isNamed))
    if (!names.has(each)) names.set(each, name.replace(/View$/, ''))
  for (const [name, { response, body }] of Object.entries<Route>(routes)) {
    if (response && !names.has(response)) names.set(response, `${capitalised(name)}Answer`)
    if (body && !names.has(body)) names.set(body, `${capitalised(name)}Request`)
  }
  return names
}

const NAMES = namesOf()

export type Schema = Readonly<Record<string, unknown>>

const POINTER = '#/components/schemas/'

type Written = { readonly jsonSchema: z.core.JSONSchema.BaseSchema }

/** Every whole number is written within these. */
const withoutSafeRange = ({ jsonSchema }: Written): void => {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
}

/** Answers gain members without notice, so that none is forbidden in them. */
const openInAnswers = (written: Written): void => {
  withoutSafeRange(written)
  if (written.jsonSchema.additionalProperties === false) delete written.jsonSchema.additionalProperties
}

const named = (io: 'input' | 'output'): Readonly<Record<string, Schema>> => {
  const registry = z.registry<{ id: string }>()
  for (const [type, id] of NAMES) registry.add(type, { id })
  const { schemas } = z.toJSONSchema(registry, {
    io,
    uri: (id) => POINTER + id,
    // Bodies turn texts into values, which no answer has.
    unrepresentable: 'any',
    override: io === 'output' ? openInAnswers : withoutSafeRange,
  })
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]),
  )
}

const nameOf = (type: z.ZodType): string => {
  const name = NAMES.get(type)
  if (!name) throw new Error('a schema of no route')
  return name
}

export const refTo = (type: z.ZodType) => ({ $ref: POINTER + nameOf(type) })

export const PROBLEM = refTo(ProblemView)

/** The names that a value points to. */
const refsIn = (value: unknown): string[] => {
  if (!(value instanceof Object)) return []
  return Object.entries(value).flatMap(([name, each]) =>
    name === '$ref' && typeof each === 'string' && each.startsWith(POINTER)
      ? [each.slice(POINTER.length)]
      : refsIn(each),
  )
}

const reachedFrom = (first: readonly string[], schemas: Readonly<Record<string, Schema>>): Set<string> => {
  const reached = new Set(first)
  for (const name of reached) for (const other of refsIn(schemas[name])) reached.add(other)
  return reached
}

const pick = (schemas: Readonly<Record<string, Schema>>, names: Iterable<string>) =>
  Object.fromEntries([...names].map((name) => [name, schemas[name] ?? {}]))

/** What is asked and what is answered, by name; one that differs as both is no longer one thing. */
export const schemas = (): Readonly<Record<string, Schema>> => {
  const all = Object.values<Route>(routes)
  const [asked, told] = [named('input'), named('output')]
  const namesIn = (types: readonly (z.ZodType | undefined)[]) =>
    types.flatMap((type) => (type ? [nameOf(type)] : []))
  const bodies = pick(asked, reachedFrom(namesIn(all.map(({ body }) => body)), asked))
  const answers = pick(
    told,
    reachedFrom(
      namesIn([ProblemView, ...Object.values(hookEvent), ...all.map(({ response }) => response)]),
      told,
    ),
  )
  for (const [name, schema] of Object.entries(bodies))
    if (answers[name] && JSON.stringify(answers[name]) !== JSON.stringify(schema))
      throw new Error(`${name} differs as a body and as an answer: give each its own name`)
  const sorted = Object.entries({ ...bodies, ...answers }).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(sorted)
}
