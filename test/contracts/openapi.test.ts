import { describe, expect, it } from 'vitest'
import { openApi } from '../../shared/contracts/openapi.ts'
import { problemFor } from '../../shared/contracts/problem.ts'
import { routes } from '../../shared/contracts/routes.ts'

const document = openApi()

type Operation = { readonly responses: Readonly<Record<string, { readonly $ref?: string }>> }
type Narrowed = { readonly properties: { readonly code: { readonly enum: readonly string[] } } }

const everyRef = (value: unknown): string[] =>
  value instanceof Object
    ? Object.entries(value).flatMap(([name, member]) =>
        name === '$ref' ? [String(member)] : everyRef(member),
      )
    : []

describe('the OpenAPI document', () => {
  it('describes every route once', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path))
    const names = operations.map((operation) => (operation as { operationId: string }).operationId)
    expect(names.sort()).toEqual(Object.keys(routes).sort())
  })

  it('is plain JSON that points to nothing absent', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
    const { schemas, responses } = document.components
    const known = Object.entries({ schemas, responses }).flatMap(([part, named]) =>
      Object.keys(named).map((name) => `#/components/${part}/${name}`),
    )
    expect([...new Set(everyRef(document))].sort()).toEqual(known.sort())
    expect(JSON.stringify(document)).not.toContain('$schema')
  })

  it('names the parameters of a path', () => {
    const operation = document.paths['/sites/{site}']?.get as { parameters: unknown }
    expect(operation.parameters).toEqual([
      {
        name: 'site',
        in: 'path',
        required: true,
        schema: expect.objectContaining({ type: 'string' }),
        example: '09410A',
      },
    ])
  })

  it('requires an Idempotency-Key, and a session or the key of a tool for a booking, and neither for a search', () => {
    const book = document.paths['/bookings']?.post
    expect(JSON.stringify(book)).toContain('Idempotency-Key')
    expect(book).toMatchObject({ security: [{ session: [] }, { key: [] }] })
    expect(document.paths['/sites']?.get).toMatchObject({ security: [{}, { session: [] }, { key: [] }] })
    expect(document.paths['/me']?.get).toMatchObject({ security: [{ session: [] }] })
    expect(document.paths['/auth/codes']?.post).toMatchObject({ security: [] })
  })

  it('names every refusal of a route among the codes of its status', () => {
    const codesOf = (operation: Operation, status: number): string[] => {
      const name = operation.responses[status]?.$ref?.replace('#/components/responses/', '') ?? ''
      const response = document.components.responses[name]
      const [, narrowed] = response?.content['application/problem+json'].schema.allOf ?? []
      return [...((narrowed as Narrowed | undefined)?.properties.code.enum ?? [])]
    }
    for (const route of Object.values(routes)) {
      const path = document.paths[route.path.replace(/:(\w+)/g, '{$1}')]
      const operation = path?.[route.method] as Operation
      for (const kind of route.refusals)
        expect([route.path, codesOf(operation, problemFor[kind].status)]).toEqual([
          route.path,
          expect.arrayContaining([kind]),
        ])
    }
  })

  it('has a name for each answer and body, and says of each member what it is', () => {
    const { schemas } = document.components
    expect(Object.keys(schemas)).toEqual(
      expect.arrayContaining([
        'Booking',
        'NewBooking',
        'Problem',
        'Site',
        'SiteSummary',
        'Space',
        'Workshop',
      ]),
    )
    expect(JSON.stringify(schemas)).not.toMatch(/(?<!"additionalProperties"):\{\}[,}]/)
    const asked = Object.values(document.paths)
      .flatMap((path) => Object.values(path))
      .map((operation) => JSON.stringify(operation))
    for (const each of asked) expect(each).not.toContain('"type":"object","properties":{')
  })
})
