import { openApi } from '../../shared/contracts/openapi.ts'
import type { Group, Member, Operation } from '../reference/reference.ts'

type Schema = {
  readonly $ref?: string
  readonly type?: string
  readonly enum?: readonly string[]
  readonly const?: unknown
  readonly items?: Schema
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly description?: string
  readonly allOf?: readonly Schema[]
}

type Media = { readonly schema: Schema; readonly example?: unknown }
type Content = { readonly content?: Readonly<Record<string, Media>> }

type Described = {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description: string
  readonly parameters: readonly {
    readonly name: string
    readonly in: string
    readonly required: boolean
    readonly schema: Schema
    readonly example?: string
    readonly description?: string
  }[]
  readonly requestBody?: Content
  readonly security: readonly Readonly<Record<string, unknown>>[]
  readonly responses: Readonly<Record<string, Content & { readonly $ref?: string }>>
}

const document = openApi()
const schemas = document.components.schemas as Readonly<Record<string, Schema>>
const responses = document.components.responses as Readonly<Record<string, Content>>

const nameIn = (pointer: string): string => pointer.split('/').at(-1) ?? ''

const MOST_CHOICES = 7

const choiceOf = (values: readonly string[]): string => {
  const shown = values.slice(0, MOST_CHOICES).map((each) => `"${each}"`)
  return [...shown, ...(values.length > MOST_CHOICES ? ['…'] : [])].join(' | ')
}

const typeOf = (schema: Schema): string => {
  if (schema.$ref) return nameIn(schema.$ref)
  if (schema.enum) return choiceOf(schema.enum)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.items) return `${typeOf(schema.items)}[]`
  const either = schema.oneOf ?? schema.anyOf
  return either ? [...new Set(either.map(typeOf))].join(' | ') : (schema.type ?? 'any')
}

const membersOf = (schema: Schema = {}): Member[] => {
  const whole = schema.$ref ? (schemas[nameIn(schema.$ref)] ?? {}) : schema
  return Object.entries(whole.properties ?? {}).map(([name, each]) => ({
    name,
    type: typeOf(each),
    required: whole.required?.includes(name) ?? false,
    ...(each.description && { description: each.description }),
  }))
}

const parametersOf = ({ parameters }: Described): Member[] =>
  parameters.map(({ name, schema, required, description = schema.description }) => ({
    name,
    type: typeOf(schema),
    required,
    ...(description && { description }),
  }))

const codesOf = ({ responses: told }: Described): string[] =>
  Object.values(told).flatMap(({ $ref }) => {
    const [media] = Object.values(($ref && responses[nameIn($ref)]?.content) || {})
    return media?.schema.allOf?.[1]?.properties?.code?.enum ?? []
  })

const jsonOf = (content: Content | undefined): Media | undefined => content?.content?.['application/json']

const answerOf = ({ responses: told }: Described): string => {
  const [[status, answer] = ['', {}]] = Object.entries(told)
  const [media, { schema }] = Object.entries((answer as Content).content ?? {})[0] ?? ['', { schema: {} }]
  return [status, schema.$ref ? typeOf(schema) : media].filter(Boolean).join(' ')
}

const curlOf = (path: string, method: string, described: Described): string => {
  const given = (where: string) => described.parameters.filter((each) => each.in === where && each.example)
  const filled = given('path').reduce(
    (all, { name, example = '' }) => all.replace(`{${name}}`, example),
    path,
  )
  const query = given('query').map(({ name, example }) => `${name}=${encodeURIComponent(example ?? '')}`)
  const example = jsonOf(described.requestBody)?.example
  return [
    `curl ${method === 'GET' ? '' : `-X ${method} `}"$RESTANTE/api${filled}${query.length > 0 ? `?${query.join('&')}` : ''}"`,
    ...credentialOf(described),
    ...(described.parameters.some(({ name }) => name === 'Idempotency-Key')
      ? ['-H "Idempotency-Key: $(uuidgen)"']
      : []),
    ...(described.requestBody ? ['-H "Content-Type: application/json"'] : []),
    ...(example ? [`-d '${JSON.stringify(example)}'`] : described.requestBody ? ["-d '{…}'"] : []),
  ].join(' \\\n  ')
}

const operationOf = (path: string, method: string, described: Described): Operation => ({
  id: described.operationId,
  method,
  path,
  summary: described.summary,
  whoMay: described.description.split('\n\n')[0] ?? '',
  parameters: parametersOf(described),
  body: membersOf(jsonOf(described.requestBody)?.schema),
  answer: answerOf(described),
  codes: codesOf(described),
  curl: curlOf(path, method, described),
})

/** A key where tools may, the cookie of a session where only people may, nothing where anybody may. */
const credentialOf = ({ security }: Described): string[] => {
  const names = security.flatMap((each) => Object.keys(each))
  if (names.length < security.length || names.length === 0) return []
  return names.includes('key') ? ['-H "Authorization: Bearer $KEY"'] : ['-b "$SESSION"']
}

/** What every operation can answer is left out. */
const withoutCommon = (operations: readonly Operation[]): Operation[] => {
  const isCommon = (code: string) => operations.every(({ codes }) => codes.includes(code))
  return operations.map((each) => ({ ...each, codes: each.codes.filter((code) => !isCommon(code)) }))
}

/** The reference as a page needs it, made from the OpenAPI document. */
export const writeReference = (): Group[] => {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const operation = described as Described
      return { tag: operation.tags[0], operation: operationOf(path, method.toUpperCase(), operation) }
    }),
  )
  const told = withoutCommon(all.map(({ operation }) => operation))
  return document.tags.map(({ name, description }) => ({
    name,
    description,
    operations: told.filter((_, at) => all[at]?.tag === name),
  }))
}
