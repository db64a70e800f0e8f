import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'

type Request = { uri: string; headers: Record<string, { value: string }> }

const code = readFileSync(new URL('../../infra/edge/viewer-request.js', import.meta.url), 'utf8')
const handler: (event: { request: Request; viewer: { ip: string } }) => Request = runInNewContext(
  `${code};handler`,
)

const requestFor = (uri: string, headers: Request['headers'] = {}) =>
  handler({
    viewer: { ip: '192.0.2.7' },
    request: { uri, headers: { host: { value: 'restante.example.fr' }, ...headers } },
  })

describe('a request at the edge', () => {
  it.each([
    ['/', '/index.html'],
    ['/lieux', '/lieux.html'],
    ['/lieux/', '/lieux.html'],
    ['/mes-reservations', '/mes-reservations.html'],
    ['/a/b', '/a/b.html'],
    ['/v1.2/lieux', '/v1.2/lieux.html'],
    ['/404.html', '/404.html'],
    ['/favicon.svg', '/favicon.svg'],
    ['/assets/home-ABC123.js', '/assets/home-ABC123.js'],
    ['/.well-known/security.txt', '/.well-known/security.txt'],
    ['/api', '/api.html'],
    ['/apiculture', '/apiculture.html'],
    ['//', '/index.html'],
  ])('for %s reads the file %s', (uri, file) => {
    const request = requestFor(uri)
    expect(request.uri).toBe(file)
    expect(request.headers).not.toHaveProperty('x-forwarded-host')
  })

  it('tells the API the host that the visitor sees, whatever the visitor says', () => {
    const request = requestFor('/api/sites/09410A', { 'x-forwarded-host': { value: 'elsewhere.example' } })
    expect(request.uri).toBe('/api/sites/09410A')
    expect(request.headers['x-forwarded-host']).toEqual({ value: 'restante.example.fr' })
  })

  it('tells the API the visitor’s address, whatever the visitor says', () => {
    const request = requestFor('/api/sites', { 'x-client-address': { value: '198.51.100.1' } })
    expect(request.headers['x-client-address']).toEqual({ value: '192.0.2.7' })
  })

  it('is handled by code small enough for CloudFront', () => {
    expect(Buffer.byteLength(code)).toBeLessThan(10_000)
    expect(code).not.toMatch(/\b(import|export|require)\b/)
  })
})
