import { describe, expect, it } from 'vitest'
import { openApi } from '../../shared/contracts/openapi.ts'
import { problemFor } from '../../shared/contracts/problem.ts'
import { routes } from '../../shared/contracts/routes.ts'

const document = openApi()

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
      { name: 'site', in: 'path', required: true, schema: expect.objectContaining({ type: 'string' }) },
    ])
  })

  it('requires a key and a session for a booking, and no session for a search', () => {
    const book = document.paths['/bookings']?.post
    expect(JSON.stringify(book)).toContain('Idempotency-Key')
    expect(book).toMatchObject({ security: [{ session: [] }] })
    expect(document.paths['/sites']?.get).not.toHaveProperty('security')
  })

  it('documents the status of every refusal that a route names', () => {
    for (const route of Object.values(routes)) {
      const path = document.paths[route.path.replace(/:(\w+)/g, '{$1}')]
      const operation = path?.[route.method]
      for (const kind of route.refusals)
        expect(operation).toHaveProperty(['responses', String(problemFor[kind].status)])
    }
  })
})
